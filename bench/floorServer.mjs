// The floor of what any language server of these libraries costs: it keeps the documents in step, looks at each text as a whole
// and finds nothing.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => {
  documents.get(textDocument.uri)?.getText().includes('\0');
  return { kind: 'full', items: [] };
});
documents.listen(connection);
connection.listen();
