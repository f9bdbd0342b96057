import { Uri, workspace } from 'vscode';
import { acceptedFileName } from '../../../server/src/workspace/accepted';
import { configurationFileName } from '../../../server/src/workspace/configuration';

/** The files in the open folders, for watching and finding. */
export const sideFilesPattern = `**/{${configurationFileName},${acceptedFileName}}`;

/** The settings files and lists of accepted findings of the open folders and of those above, with their texts. */
export async function readSideFiles(): Promise<ReadonlyMap<string, string>> {
  const inside = await workspace.findFiles(sideFilesPattern, '**/{node_modules,.git}/**');
  // By their addresses, each once: two open folders may lie in one.
  const texts = new Map<string, string>();
  for (const file of [...inside, ...sideFilesAbove()]) {
    const text = await textOf(file);
    if (text !== undefined) texts.set(file.toString(), text);
  }
  return texts;
}

/** Where the files may lie above the open folders. Elsewhere than on a disk there is nothing above a folder. */
function sideFilesAbove(): Uri[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter(({ scheme }) => scheme === 'file');
  const above = folders.flatMap((folder) => {
    const found: Uri[] = [];
    for (let at = Uri.joinPath(folder, '..'); at.path !== found.at(-1)?.path; at = Uri.joinPath(at, '..')) found.push(at);
    return found;
  });
  return above.flatMap((folder) => [configurationFileName, acceptedFileName].map((name) => Uri.joinPath(folder, name)));
}

/** Read from the disk, as the language server does: what is typed counts once it is saved. */
async function textOf(file: Uri): Promise<string | undefined> {
  try {
    return await workspace.decode(await workspace.fs.readFile(file), { uri: file });
  } catch {
    // There is no such file, or it went away.
    return undefined;
  }
}
