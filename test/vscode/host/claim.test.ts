import * as assert from './assert';
import { languages, window, workspace, type TextDocument } from 'vscode';
import { closeEverything, eventually, openSample, sample } from './support';

describe('plain text', () => {
  afterEach(closeEverything);

  it('whose content is a report becomes one', async () => {
    const { document } = await openSample(sample.namedOtherwise);
    await eventually('the claim', () => languageOf(document) === 'disclosure-report');
  });

  it('that is no report stays plain text', async () => {
    const { document } = await openSample(sample.noReport);
    const reported = await openSample(sample.wrongTotals);
    assert.equal(reported.document.languageId, 'disclosure-report');
    assert.equal(languageOf(document), 'plaintext');
  });

  it('stays plain text once a person has set it back', async () => {
    const { document } = await openSample(sample.alsoNamedOtherwise);
    const claimed = await eventually('the claim', () => reportAt(document));
    await languages.setTextDocumentLanguage(claimed, 'plaintext');
    await closeEverything();
    const again = await openSample(sample.alsoNamedOtherwise);
    await openSample(sample.wrongTotals);
    assert.equal(again.document.languageId, 'plaintext');
  });

  it('is left alone when the setting says so', async () => {
    const settings = workspace.getConfiguration('gouji');
    await settings.update('detect', 'off', true);
    try {
      const text = (await openSample(sample.wrongTotals)).document.getText();
      const untitled = await workspace.openTextDocument({ language: 'plaintext', content: text });
      await window.showTextDocument(untitled);
      await openSample(sample.noReport);
      assert.equal(languageOf(untitled), 'plaintext');
    } finally {
      await settings.update('detect', undefined, true);
    }
  });
});

function languageOf(document: TextDocument): string | undefined {
  return workspace.textDocuments.find((open) => open.uri.toString() === document.uri.toString())?.languageId;
}

function reportAt(document: TextDocument): TextDocument | undefined {
  const found = workspace.textDocuments.find((open) => open.uri.toString() === document.uri.toString());
  return found?.languageId === 'disclosure-report' ? found : undefined;
}
