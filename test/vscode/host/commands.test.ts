import * as assert from './assert';
import { Position, Selection, commands, env, window, workspace } from 'vscode';
import { closeEverything, eventually, findings, openSample, sample, withFile } from './support';

const totalsLine = 61;

describe('the commands', () => {
  afterEach(closeEverything);

  it('are registered, every one of the manifest', async () => {
    await openReport();
    const registered = new Set(await commands.getCommands(true));
    const manifest = (await import('../../../package.json')).default;
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('export the preview as HTML', async () => {
    const { document } = await openReport();
    const target = document.uri.with({ path: document.uri.path.replace(/\.txt$/, '.html') });
    await commands.executeCommand('gouji.exportHtml', { target });
    const html = new TextDecoder().decode(await workspace.fs.readFile(target));
    assert.match(html, /<th colspan="3" rowspan="3"[^>]*>（本列数据的勾稽关系为/);
    assert.match(html, /class="error" data-cell="outcomeTotal\/naturalPerson"/);
    assert.ok(!/<script/.test(html), 'a page to print runs nothing');
    await workspace.fs.delete(target);
  });

  it('ask for the file to export to when called from a menu, which names the report', async () => {
    const { document } = await openReport();
    const before = document.getText();
    let isOver = false;
    const exported = commands.executeCommand('gouji.exportHtml', document.uri).then(() => (isOver = true));
    // Nobody answers the question for the file.
    while (!isOver) await commands.executeCommand('workbench.action.closeQuickOpen');
    await exported;
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(document.uri)), before);
  });

  it('recompute all totals', async () => {
    const { document } = await openReport();
    await commands.executeCommand('gouji.recomputeTotals');
    assert.equal(document.lineAt(totalsLine).text, '\t（七）总计\t\t12\t2\t0\t0\t0\t0\t14');
  });

  it('write a new report that takes over what last year tells', async () => {
    await openReport();
    await commands.executeCommand('gouji.newReport', {
      organ: '青岚县人民政府',
      year: 2024,
      kind: 'government',
      layout: 'pipeRows',
    });
    const editor = window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    assert.equal(editor.document.languageId, 'disclosure-report');
    const text = editor.document.getText();
    assert.match(text, /^二、上年结转政府信息公开申请数量 \| {2}\| {2}\| 2 \| 0 \| 0 \| 0 \| 0 \| 0 \| 2$/m);
    assert.match(text, /^行政规范性文件 \| {2}\| {2}\| 34$/m);
  });

  it('take nothing over from a report that the settings of the folder exclude', () =>
    withFile('gouji.config.json', `{ "exclude": ["${sample.wrongTotals}"] } // 未定稿`, async () => {
      await openReport();
      await commands.executeCommand('gouji.refreshReports');
      const wanted = { organ: '青岚县人民政府', year: 2024, kind: 'government', layout: 'pipeRows' };
      await commands.executeCommand('gouji.newReport', wanted);
      const text = window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /^行政规范性文件 \| {2}\| {2}\| *$/m);
    }));

  it('paste a table in the layout of the report', async () => {
    const editor = await openReport();
    const end = new Position(editor.document.lineCount - 1, 0);
    editor.selection = new Selection(end, end);
    await env.clipboard.writeText('甲\t乙\n1\t2');
    await commands.executeCommand('gouji.pasteTable');
    assert.match(editor.document.getText(), /甲\t乙\n1\t2/);
  });

  it('copy the report without its prose', async () => {
    await openReport();
    await commands.executeCommand('gouji.copySkeleton');
    const skeleton = await env.clipboard.readText();
    assert.match(skeleton, /（七）总计\t\t0\t0/);
    assert.match(skeleton, /三、收到和处理政府信息公开申请情况/);
    assert.ok(!skeleton.includes('围绕群众办事'), 'the prose is gone');
  });

  it('open the preview beside the text', async () => {
    await openReport();
    await commands.executeCommand('gouji.openPreview');
    const labels = () => window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
    await eventually('the preview', () => labels().some((label) => label.includes(sample.wrongTotals)));
    assert.equal(window.tabGroups.all.length, 2);
  });

  it('open the dashboard and read the folder again', async () => {
    await openReport();
    await commands.executeCommand('gouji.refreshReports');
    await commands.executeCommand('gouji.openDashboard');
    assert.equal(window.tabGroups.activeTabGroup.activeTab?.label, 'Annual Reports of the Folder');
  });

  it('compare with last year', async () => {
    await openReport();
    await commands.executeCommand('gouji.compareWithLastYear');
    await eventually('the comparison', () => window.tabGroups.activeTabGroup.activeTab?.label.includes('2022'));
    const shown = workspace.textDocuments.filter((document) => document.uri.scheme === 'gouji-numbers');
    assert.equal(shown.length, 2);
    assert.ok(shown.every((document) => document.languageId !== 'disclosure-report'));
  });
});

async function openReport() {
  const editor = await openSample(sample.wrongTotals);
  await eventually('findings', () => findings(editor.document).length > 0);
  return editor;
}
