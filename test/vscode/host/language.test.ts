import * as assert from './assert';
import { workspace } from 'vscode';
import { closeEverything, openSample, withFile } from './support';

describe('the language of annual reports', () => {
  afterEach(closeEverything);

  it('claims a file by its name', async () => {
    const { document } = await openSample('青岚县人民政府2023年政府信息公开工作年度报告.txt');
    assert.equal(document.languageId, 'disclosure-report');
  });

  it('protects empty cells and tabs', async () => {
    const { document } = await openSample('青岚县人民政府2023年政府信息公开工作年度报告.txt');
    const files = workspace.getConfiguration('files', document);
    const editor = workspace.getConfiguration('editor', document);
    assert.equal(files.get('trimTrailingWhitespace'), false);
    assert.equal(editor.get('insertSpaces'), false);
    assert.equal(editor.get('detectIndentation'), false);
  });

  for (const name of ['gouji.config.json', 'gouji.accepted.json']) {
    it(`takes ${name} for JSON that may have comments`, () =>
      withFile(name, '{\n  // 说明\n}\n', async (file) => {
        assert.equal((await workspace.openTextDocument(file)).languageId, 'jsonc');
      }));
  }
});
