import * as vscode from 'vscode';

/** The sample reports by what they show. */
export const sample = {
  wrongTotals: '青岚县人民政府2023年政府信息公开工作年度报告.txt',
  clean: [
    '青岚县人民政府2022年政府信息公开工作年度报告.txt',
    '云岭市澄江区人民政府2023年政府信息公开工作年度报告.txt',
    '云岭市教育局2024年政府信息公开工作年度报告.txt',
    '白鹭镇人民政府2023年政府信息公开工作年度报告.txt',
  ],
  namedOtherwise: '澄江区财政局报送稿.txt',
  alsoNamedOtherwise: '澄江区文化馆报送稿.txt',
  noReport: '会议通知.txt',
} as const;

/** Opens a file of the test's folder (a copy of the samples) in an editor. */
export async function openSample(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileInFolder(name));
}

export function fileInFolder(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The test has no folder.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Lets a file stand in the test's folder for as long as the work takes. */
export async function withFile(
  name: string,
  content: string | Uint8Array,
  work: (file: vscode.Uri) => Promise<void>,
): Promise<void> {
  const file = fileInFolder(name);
  await vscode.workspace.fs.writeFile(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  try {
    await work(file);
  } finally {
    await vscode.workspace.fs.delete(file);
  }
}

/** Waits until a value is there, by looking again whenever VS Code says that something changed. */
export async function eventually<Value>(what: string, look: () => Value | undefined | false | null): Promise<Value> {
  const found = look();
  if (found) return found;
  return new Promise((resolve, reject) => {
    const subscriptions: { dispose(): void }[] = [];
    const finish = (end: () => void) => {
      clearTimeout(deadline);
      subscriptions.forEach((subscription) => subscription.dispose());
      end();
    };
    const again = () => {
      const value = look();
      if (value) finish(() => resolve(value));
    };
    const deadline = setTimeout(() => finish(() => reject(new Error(`Waited in vain for ${what}.`))), 20_000);
    subscriptions.push(
      vscode.languages.onDidChangeDiagnostics(again),
      vscode.workspace.onDidChangeTextDocument(again),
      vscode.workspace.onDidOpenTextDocument(again),
      vscode.window.onDidChangeActiveTextEditor(again),
      vscode.window.onDidChangeVisibleTextEditors(again),
      vscode.window.tabGroups.onDidChangeTabs(again),
    );
  });
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'gouji');
}

/** Throws away what a test changed and closes every editor. */
export async function closeEverything(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
