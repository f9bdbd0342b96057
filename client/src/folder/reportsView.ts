import { EventEmitter, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window } from 'vscode';
import type { Disposable, TreeDataProvider } from 'vscode';
import { notesInWords } from '../countInWords';
import { localize } from '../localize';
import type { FolderReport } from './folderReading';
import type { FolderReports } from './folderReports';
import { countErrors } from './summarize';

type Node = { readonly organ: string; readonly reports: readonly FolderReport[] } | FolderReport;

/** The view in the activity bar: reports by organ, then by year, each with its state. */
export function showReportsView(folder: FolderReports): Disposable[] {
  const provider = new ReportsProvider(folder);
  return [provider, window.registerTreeDataProvider('gouji.reports', provider)];
}

class ReportsProvider implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly subscription: Disposable;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly folder: FolderReports) {
    this.subscription = folder.onDidChange(() => this.changed.fire());
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return byOrgan(await this.folder.all());
    return 'reports' in node ? [...node.reports] : [];
  }

  getTreeItem(node: Node): TreeItem {
    return 'reports' in node ? organItem(node.organ, node.reports) : reportItem(node);
  }
}

function byOrgan(reports: readonly FolderReport[]): Node[] {
  const groups = new Map<string, FolderReport[]>();
  for (const report of reports) {
    const organ = report.organ ?? localize('Organ unknown');
    groups.set(organ, [...(groups.get(organ) ?? []), report]);
  }
  const newestFirst = (a: FolderReport, b: FolderReport) => (b.year ?? 0) - (a.year ?? 0);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, 'zh'))
    .map(([organ, members]) => ({ organ, reports: members.sort(newestFirst) }));
}

function organItem(organ: string, reports: readonly FolderReport[]): TreeItem {
  const item = new TreeItem(organ, TreeItemCollapsibleState.Expanded);
  const wrong = reports.filter((report) => countErrors(report) > 0).length;
  item.description = `✓ ${reports.length - wrong}  ✗ ${wrong}`;
  item.iconPath = new ThemeIcon('organization');
  return item;
}

function reportItem(report: FolderReport): TreeItem {
  const item = new TreeItem(report.year === null ? localize('Year unknown') : String(report.year));
  const errors = countErrors(report);
  const others = report.diagnosis.shown.length - errors;
  item.description = errors === 0 ? (others === 0 ? '✓' : `✓ ${notesInWords(others)}`) : `✗ ${errors}`;
  item.iconPath = errors === 0 ? new ThemeIcon('pass') : new ThemeIcon('error');
  const uri = Uri.parse(report.file);
  item.resourceUri = uri;
  item.tooltip = uri.fsPath;
  item.command = { command: 'vscode.open', title: localize('Open'), arguments: [uri] };
  return item;
}
