import * as assert from './assert';
import { Position, Range, Selection, WorkspaceEdit, commands, window, workspace, type TextDocument } from 'vscode';
import { closeEverything, eventually, openSample, sample, withFile } from './support';

const nameOf = (year: number) => `青岚县人民政府${year}年政府信息公开工作年度报告.txt`;

describe('the comparison with last year', () => {
  afterEach(closeEverything);

  it('reads a report in whichever encoding it was saved', async () => {
    const old = await workspace.encode(await sampleOf(2021), { encoding: 'gb18030' });
    await withFile(nameOf(2021), old, async () => {
      await openSample(nameOf(2022));
      const [before, after] = await compare();
      assert.match(before.getText(), /行政规范性文件/);
      assert.equal(before.getText(), after.getText());
    });
  });

  it('follows what is typed', async () => {
    const { document } = await openSample(sample.wrongTotals);
    const [, after] = await compare();
    const line = lines(document).findIndex((text) => text.startsWith('行政规范性文件'));
    const cell = document.lineAt(line).text.indexOf('\t') + 1;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(line, cell, line, document.lineAt(line).text.indexOf('\t', cell)), '98765');
    await workspace.applyEdit(edit);
    await eventually('the new number', () => after.getText().includes('98765'));
  });

  it('shows of a file with several reports the one at the cursor and its counterpart', async () => {
    // A number by which the older of the two is known.
    const older = (await sampleOf(2025)).replace(/^行政规范性文件\t.*$/m, '行政规范性文件\t0\t0\t7');
    const content = `${await sampleOf(2026)}\n\n${older}`;
    await withFile(nameOf(2026), content, async () => {
      const editor = await openSample(nameOf(2026));
      editor.selection = new Selection(new Position(3, 0), new Position(3, 0));
      const [before, after] = await compare();
      const inForce = (text: TextDocument) => lines(text).filter((line) => /^行政规范性文件.*现行有效/.test(line));
      assert.equal(inForce(before).length, 1);
      assert.match(inForce(before)[0]!, /\t7$/);
      assert.equal(inForce(after).length, 1);
      assert.ok(!inForce(after)[0]!.endsWith('\t7'));
    });
  });
});

/** The sample report of 2022 as if it were of another year. */
async function sampleOf(year: number): Promise<string> {
  const { document } = await openSample(nameOf(2022));
  return document
    .getText()
    .replaceAll('2023', String(year + 1))
    .replaceAll('2022', String(year));
}

/** The two texts that are laid side by side, the older one first. */
async function compare(): Promise<[TextDocument, TextDocument]> {
  await commands.executeCommand('gouji.refreshReports');
  await commands.executeCommand('gouji.compareWithLastYear');
  const [before, after] = await eventually('the comparison', () => {
    const shown = window.visibleTextEditors.map((editor) => editor.document);
    const numbers = shown.filter(({ uri }) => uri.scheme === 'gouji-numbers');
    return numbers.length === 2 && numbers;
  });
  return [before!, after!];
}

function lines(document: TextDocument): string[] {
  return document.getText().split(/\r?\n/);
}
