import { Uri, workspace, type Webview } from 'vscode';
import { locale } from '../localize';

/** What a page of a panel is made of; `script` and `style` name files of `dist/webview`. */
export interface Page {
  readonly title: string;
  readonly body: string;
  readonly style: string;
  readonly script: string;
}

/**
 * A page that may run its own script and nothing else. Style and script stand inside the page under a nonce: no resource
 * is loaded, so that the page is the same on a desktop, on a server and in a browser.
 */
export async function writePage(extension: Uri, webview: Webview, page: Page): Promise<void> {
  const [style, script] = await Promise.all([readResource(extension, page.style), readResource(extension, page.script)]);
  const nonce = createNonce();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src data:`;
  webview.html = `<!DOCTYPE html>
<html lang="${locale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
${page.body}
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

export async function readResource(extension: Uri, name: string): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'webview', name));
  return new TextDecoder().decode(bytes);
}

/** Text that means itself in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
