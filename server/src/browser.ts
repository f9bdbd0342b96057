import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { guardLifecycle } from './lsp/lifecycleGuard';
import { serve } from './lsp/server';

// The language server as a web worker, for editors that run in a browser.
const scope = self as unknown as Worker;
const writer = new BrowserMessageWriter(scope);
const connection = createConnection(ProposedFeatures.all, guardLifecycle(new BrowserMessageReader(scope), writer), writer);
serve(connection, { version });
connection.listen();
