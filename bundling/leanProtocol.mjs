import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const project = dirname(folder);
const standIns = join(folder, 'standIns');

/** Parts of the protocol that the server does not speak: the language client has them all, whether they are used or not. */
const unusedFeatures = [
  'callHierarchy',
  'colorProvider',
  'declaration',
  'fileOperations',
  'formatting',
  'implementation',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'rename',
  'signatureHelp',
  'textDocumentContent',
  'typeDefinition',
  'typeHierarchy',
];

const protocolFiles =
  /[\\/]node_modules[\\/]vscode-(languageclient|languageserver|languageserver-protocol|jsonrpc)[\\/]lib[\\/].*\.js$/;
const clientFolder = /[\\/]vscode-languageclient[\\/]/;
/** The functions that the TypeScript compiler writes at the head of each of its files. */
const compilerFunctions =
  /^var (__(?:createBinding|setModuleDefault|importStar|exportStar)) = \(this && this\.\1\)[\s\S]*?^\}.*;$/gm;

/**
 * The protocol's packages without what this extension has no use for: features that the server does not have, a second
 * matcher of file patterns, a check of VS Code's version that VS Code makes itself, and the compiler's functions
 * once instead of in each of sixty files.
 */
export const leanProtocol = {
  name: 'lean protocol',
  setup(build) {
    const unused = new RegExp(`^\\./(${unusedFeatures.join('|')})$`);
    build.onResolve({ filter: unused }, ({ importer }) => standInFor(importer, 'unusedFeature.cjs'));
    build.onResolve({ filter: /^\.\/notebook$/ }, ({ importer }) => standInFor(importer, 'notebook.cjs'));
    build.onResolve({ filter: /^minimatch$/ }, ({ importer }) => standInFor(importer, 'minimatch.cjs'));
    build.onResolve({ filter: /^semver\/functions\/(parse|satisfies)$/ }, ({ importer }) => standInFor(importer, 'semver.cjs'));
    // The client asks for an older release of what the server has as well.
    build.onResolve({ filter: /^vscode-languageserver-textdocument$/ }, ({ importer, kind }) =>
      clientFolder.test(importer)
        ? build.resolve('vscode-languageserver-textdocument', { kind, resolveDir: project })
        : undefined,
    );
    build.onResolve({ filter: /^compiler-functions$/ }, () => ({ path: join(standIns, 'compilerFunctions.cjs') }));
    build.onLoad({ filter: protocolFiles }, async ({ path }) => ({ contents: withoutCopies(await readFile(path, 'utf8')) }));
  },
};

function standInFor(importer, file) {
  return clientFolder.test(importer) ? { path: join(standIns, file) } : undefined;
}

function withoutCopies(source) {
  const names = [...source.matchAll(compilerFunctions)].map(([, name]) => name);
  if (names.length === 0) return source;
  return source
    .replace(compilerFunctions, '')
    .replace(/^("use strict";)?/, `$1const { ${names.join(', ')} } = require('compiler-functions');`);
}
