import { workspace, type Uri } from 'vscode';

/** Bytes beyond which a file is left out: no report is that long. */
const maximumBytes = 32 * 1024 * 1024;

/** The text of a report, open or not, in whichever encoding it was saved; undefined for one that cannot be read. */
export async function readText(file: Uri): Promise<string | undefined> {
  try {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === file.toString());
    if (open && !isUnreadable(open.getText())) return open.getText();
    if ((await workspace.fs.stat(file)).size > maximumBytes) return undefined;
    const bytes = await workspace.fs.readFile(file);
    const text = await workspace.decode(bytes, { uri: file });
    return isUnreadable(text) ? await workspace.decode(bytes, { encoding: 'gb18030' }) : text;
  } catch {
    // A file that went away or cannot be read is no report.
    return undefined;
  }
}

/** Whether bytes were taken for another encoding than they were written in. */
function isUnreadable(text: string): boolean {
  return text.includes('\uFFFD');
}
