/** Addresses of one file differ in writing between clients and node: drive letters, escapes. This is the one they are kept by. */
export function canonicalUri(uri: string): string {
  let known = canonical.get(uri);
  if (known === undefined) {
    if (canonical.size > maximumRemembered) canonical.clear();
    canonical.set(uri, (known = compute(uri)));
  }
  return known;
}

const canonical = new Map<string, string>();
const maximumRemembered = 50_000;

function compute(uri: string): string {
  try {
    const url = new URL(uri);
    const path = url.pathname.split('/').map((part) => encodeURIComponent(decodeURIComponent(part)).replace(/%3A/gi, ':'));
    const drive = path.join('/').replace(/^\/([A-Za-z]):/, (_, letter: string) => `/${letter.toLowerCase()}:`);
    return `${url.protocol}//${url.host}${drive}`;
  } catch {
    return uri;
  }
}

/** The folder of a file, without the last slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** The path of a file below a folder, readable and with `/`; undefined for a file elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const base = folder.replace(/\/$/, '');
  if (!uri.startsWith(`${base}/`)) return undefined;
  try {
    return decodeURIComponent(uri.slice(base.length + 1));
  } catch {
    return uri.slice(base.length + 1);
  }
}

export function fileNameOf(uri: string): string {
  return pathBelow(folderOf(uri), uri) ?? uri;
}
