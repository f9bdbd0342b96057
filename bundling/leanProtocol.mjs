import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const project = dirname(folder);
const standIns = join(folder, 'standIns');

/** Parts of the protocol that this server does not speak: the library's client has them all, used or not. */
const unusedOfClient = [
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

/** The same on the server's side, where the library mixes a feature's methods into the connection. */
const unusedOfServer = [
  'callHierarchy',
  'fileOperations',
  'foldingRange',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'moniker',
  'notebook',
  'showDocument',
  'textDocumentContent',
  'typeHierarchy',
];

const protocolFiles =
  /[\\/]node_modules[\\/]vscode-(languageclient|languageserver|languageserver-protocol|jsonrpc)[\\/]lib[\\/].*\.js$/;
const clientFolder = /[\\/]vscode-languageclient[\\/]/;
const serverFolder = /[\\/]vscode-languageserver[\\/]/;
/** The functions that the TypeScript compiler writes at the head of each of its files. */
const compilerFunctions =
  /^var (__(?:createBinding|setModuleDefault|importStar|exportStar)) = \(this && this\.\1\)[\s\S]*?^\}.*;$/gm;

/** A name passed on from another file, one of many in a package's head. */
const passedOn =
  /^Object\.defineProperty\(exports, ("\w+"), \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm;
/** Names announced before they have a value; only a file that passes on all of another needs them. */
const announced = /^(?:exports\.\w+ = )+void 0;$/gm;

/**
 * The protocol's packages without what this extension has no use for: features that the server does not have, a second
 * matcher of file patterns, a check of VS Code's version that VS Code makes itself, and the compiler's functions
 * once instead of in each of sixty files.
 */
export const leanProtocol = {
  name: 'lean protocol',
  setup(build) {
    const replace = (filter, importers, file) =>
      build.onResolve({ filter }, ({ importer }) => (importers.test(importer) ? { path: join(standIns, file) } : undefined));
    replace(oneOf(unusedOfClient), clientFolder, 'unusedFeature.cjs');
    replace(oneOf(unusedOfServer), serverFolder, 'unusedMixin.cjs');
    replace(/^\.\/notebook$/, clientFolder, 'notebook.cjs');
    replace(/^minimatch$/, clientFolder, 'minimatch.cjs');
    replace(/^semver\/functions\/(parse|satisfies)$/, clientFolder, 'semver.cjs');
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

function oneOf(files) {
  return new RegExp(`^\\./(${files.join('|')})$`);
}

function withoutCopies(source) {
  const names = new Set([...source.matchAll(compilerFunctions)].map(([, name]) => name));
  let lean = source.replace(compilerFunctions, '');
  if (!names.has('__exportStar')) lean = lean.replace(announced, '');
  lean = lean.replace(passedOn, (whole, name, from, original) => {
    if (name !== `"${original}"`) return whole;
    names.add('__createBinding');
    return `__createBinding(exports, ${from}, ${name});`;
  });
  if (names.size === 0) return lean;
  const head = `const { ${[...names].join(', ')} } = require('compiler-functions');`;
  return lean.replace(/^("use strict";|'use strict';)?/, `$1${head}`);
}
