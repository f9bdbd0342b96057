import {
  ErrorCodes,
  Message,
  type DataCallback,
  type Disposable,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver';

type Phase = 'created' | 'running' | 'stopped';

/**
 * Holds back what the protocol forbids at the present point of the session and answers it as the specification says.
 * The library answers requests before `initialize` and after `shutdown` as if nothing were wrong.
 */
export function guardLifecycle(reader: MessageReader, writer: MessageWriter): MessageReader {
  let phase: Phase = 'created';
  const refuse = (request: RequestMessage, code: number, message: string) => {
    const response: ResponseMessage = { jsonrpc: '2.0', id: request.id, error: { code, message } };
    void writer.write(response).catch(() => undefined);
  };
  const admit = (message: Message): boolean => {
    if (Message.isNotification(message)) return message.method === 'exit' || phase === 'running';
    if (!Message.isRequest(message)) return true;
    if (phase === 'created') {
      if (message.method === 'initialize') {
        phase = 'running';
        return true;
      }
      refuse(message, ErrorCodes.ServerNotInitialized, `Request ${message.method} came before initialize.`);
      return false;
    }
    if (phase === 'stopped') {
      refuse(message, ErrorCodes.InvalidRequest, `Request ${message.method} came after shutdown.`);
      return false;
    }
    if (message.method === 'initialize') {
      refuse(message, ErrorCodes.InvalidRequest, 'The server is initialized already.');
      return false;
    }
    if (message.method === 'shutdown') phase = 'stopped';
    return true;
  };
  reader.onError((error) => {
    // The body could not be parsed, so the request's id is unknown: JSON-RPC answers such a message with a null id.
    if (!(error instanceof SyntaxError)) return;
    const response: ResponseMessage = {
      jsonrpc: '2.0',
      id: null,
      error: { code: ErrorCodes.ParseError, message: error.message },
    };
    void writer.write(response).catch(() => undefined);
  });
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback: DataCallback): Disposable =>
      reader.listen((message) => {
        if (admit(message)) callback(message);
      }),
    dispose: () => reader.dispose(),
  };
}
