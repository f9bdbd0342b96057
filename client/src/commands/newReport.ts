import { window, workspace, type QuickPickItem } from 'vscode';
import type { WritableLayout } from '../../../server/src/features/tableText/writeGrid';
import type { FolderReports } from '../folder/folderReports';
import { reportLanguage } from '../language';
import { localize } from '../localize';
import { writeReport, type NewReport, type TemplateKind } from '../newReport/reportText';

/** Writes a report to fill in, after asking for what was not given. */
export async function newReport(folder: FolderReports, given: Partial<NewReport> = {}): Promise<void> {
  const organ = given.organ ?? (await askForOrgan());
  if (!organ) return;
  const year = given.year ?? (await askForYear());
  if (!year) return;
  const kind = given.kind ?? (await choose(localize('Kind of organ'), kinds()));
  if (!kind) return;
  const layout = given.layout ?? (await choose(localize('How the tables are written'), layouts()));
  if (!layout) return;
  const previous = await folder.reportOf(organ, year - 1);
  const content = writeReport({ organ, year, kind, layout }, previous?.report);
  const document = await workspace.openTextDocument({ language: reportLanguage, content });
  await window.showTextDocument(document);
  if (!previous) return;
  void window.showInformationMessage(
    localize('Taken from the report for {year}: applications carried over, documents in force.', { year: year - 1 }),
  );
}

function askForOrgan(): Thenable<string | undefined> {
  return window.showInputBox({
    title: localize('Name of the organ'),
    placeHolder: '青岚县人民政府',
    validateInput: (text) => (text.trim() ? undefined : localize('A name is needed.')),
  });
}

async function askForYear(): Promise<number | undefined> {
  const answer = await window.showInputBox({
    title: localize('Year reported on'),
    value: String(new Date().getFullYear() - 1),
    validateInput: (text) => (/^20\d\d$/.test(text) ? undefined : localize('Four digits, e.g. 2024.')),
  });
  return answer === undefined ? undefined : Number(answer);
}

interface Choice<Value> extends QuickPickItem {
  readonly value: Value;
}

async function choose<Value>(title: string, choices: readonly Choice<Value>[]): Promise<Value | undefined> {
  return (await window.showQuickPick(choices, { title }))?.value;
}

function kinds(): Choice<TemplateKind>[] {
  return [
    { label: localize('Government'), description: localize('published by 31 March'), value: 'government' },
    { label: localize('Department or office'), description: localize('published by 31 January'), value: 'department' },
    { label: localize('Town or subdistrict'), value: 'town' },
  ];
}

function layouts(): Choice<WritableLayout>[] {
  return [
    { label: localize('Tabs between cells'), value: 'tabRows' },
    { label: localize('Bars between cells'), value: 'pipeRows' },
    { label: 'Markdown', value: 'markdown' },
  ];
}
