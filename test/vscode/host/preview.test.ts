import * as assert from './assert';
import { commands, env, window, workspace, type TextDocument } from 'vscode';
import { closeEverything, eventually, findings, openSample, sample } from './support';

const totalsLine = 61;

describe('while the preview has the focus', () => {
  let document: TextDocument;

  beforeEach(async () => {
    const editor = await openSample(sample.wrongTotals);
    document = editor.document;
    await eventually('findings', () => findings(document).length > 0);
    await commands.executeCommand('gouji.openPreview');
    const groups = () => window.tabGroups.all;
    await eventually('the preview', () => groups()[1]?.activeTab?.label.includes(sample.wrongTotals));
    await commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await eventually('the focus', () => groups()[1]?.isActive && !window.activeTextEditor);
  });
  afterEach(closeEverything);

  it('the totals of its report are fixed', async () => {
    await commands.executeCommand('gouji.fixTotals');
    assert.equal(document.lineAt(totalsLine).text, '\t（七）总计\t\t12\t2\t0\t0\t0\t0\t14');
  });

  it('its report is exported', async () => {
    const target = document.uri.with({ path: document.uri.path.replace(/\.txt$/, '.html') });
    await commands.executeCommand('gouji.exportHtml', { target });
    const html = new TextDecoder().decode(await workspace.fs.readFile(target));
    await workspace.fs.delete(target);
    assert.match(html, /青岚县人民政府2023年/);
  });

  it('its report is the one of which a skeleton is copied', async () => {
    await env.clipboard.writeText('');
    await commands.executeCommand('gouji.copySkeleton');
    assert.match(await env.clipboard.readText(), /（七）总计/);
  });

  it('its report is compared with last year', async () => {
    await commands.executeCommand('gouji.compareWithLastYear');
    await eventually('the comparison', () => window.tabGroups.activeTabGroup.activeTab?.label.includes('2022'));
  });
});

describe('without a report', () => {
  it('the commands on reports say so instead of failing', async () => {
    await closeEverything();
    await openSample(sample.noReport);
    await env.clipboard.writeText('as before');
    for (const command of ['fixTotals', 'recomputeTotals', 'openPreview', 'exportHtml', 'copySkeleton', 'compareWithLastYear']) {
      await commands.executeCommand(`gouji.${command}`);
    }
    assert.equal(await env.clipboard.readText(), 'as before');
    await closeEverything();
  });
});
