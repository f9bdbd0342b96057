import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder, serverFolder } from '../../../workbench/vscodeServer.mjs';

// The tokeniser is the one of the VS Code server that these tests run in.
const requireOfServer = createRequire(join(serverFolder, 'package.json'));
const fixtures = join(projectFolder, 'test', 'fixtures', 'grammar');
const language = '.disclosure-report';

export default [
  ...readdirSync(fixtures).map((file) => ({
    title: `the grammar marks ${file}`,
    async run() {
      const marked = readFileSync(join(fixtures, file), 'utf8');
      const text = marked.replace(/⟦([^⟧]*)⟧\{[^}]*\}/g, '$1');
      assert.equal(await markTokens(text), marked);
    },
  })),
  {
    title: 'the workbench colours a report by the grammar',
    async run(workbench) {
      await workbench.open('青岚县人民政府2023年政府信息公开工作年度报告.txt');
      await workbench.goTo(22, 9);
      await workbench.run('Developer: Inspect Editor Tokens and Scopes');
      await workbench.page.locator('.token-inspect-widget', { hasText: `constant.numeric.cell${language}` }).waitFor();
    },
  },
];

/** The text with every token marked by its innermost scope: ⟦text⟧{scope}, without the language's own name. */
async function markTokens(text) {
  const grammar = await loadGrammar();
  let state = null;
  const lines = text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return joinSame(
      tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scope: nameOf(scopes) })),
    )
      .map(({ text: part, scope }) => (scope && part.trim() ? `⟦${part}⟧{${scope}}` : part))
      .join('');
  });
  return lines.join('\n');
}

/** Rows and plain text are what everything stands in; only what stands out from them is marked. */
function nameOf(scopes) {
  const innermost = scopes.at(-1);
  return innermost.startsWith('text.') || innermost.startsWith('meta.') ? '' : innermost.replaceAll(language, '');
}

function joinSame(tokens) {
  const joined = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last?.scope === token.scope) last.text += token.text;
    else joined.push(token);
  }
  return joined;
}

async function loadGrammar() {
  const oniguruma = requireOfServer('vscode-oniguruma');
  const { Registry, parseRawGrammar } = requireOfServer('vscode-textmate');
  const wasm = readFileSync(requireOfServer.resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const path = join(projectFolder, 'syntaxes', 'disclosure-report.tmLanguage.json');
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (string) => new oniguruma.OnigString(string),
    }),
    loadGrammar: async () => parseRawGrammar(readFileSync(path, 'utf8'), path),
  });
  return registry.loadGrammar('text.disclosure-report');
}
