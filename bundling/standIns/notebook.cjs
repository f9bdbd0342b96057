// Instead of the feature for notebooks: other features ask it for its events and for whether a document is its own.
const noEvent = () => ({ dispose() {} });

exports.NotebookDocumentSyncFeature = class {
  static CellScheme = 'vscode-notebook-cell';
  registrationType = { method: 'notebookDocument/sync' };
  onOpenNotificationSent = noEvent;
  onChangeNotificationSent = noEvent;
  onSaveNotificationSent = noEvent;
  onCloseNotificationSent = noEvent;
  fillClientCapabilities() {}
  initialize() {}
  register() {}
  unregister() {}
  clear() {}
  getState() {
    return { kind: 'static' };
  }
  handles() {
    return false;
  }
};
