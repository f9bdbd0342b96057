import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { encodeMessage } from './encodeMessage';

/**
 * Writes each message to a stream at once, its header and its content together. The library's own writer hands them over one after
 * the other and waits in between, which takes a good part of the time of a short answer.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;

  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const written = (error: Error | null | undefined) => {
        if (!error) resolve();
        else {
          this.fireError(error, message, ++this.failures);
          reject(error);
        }
      };
      const content = encodeMessage(message);
      this.stream.cork();
      this.stream.write(`Content-Length: ${content.length}\r\n\r\n`, 'ascii');
      this.stream.write(content, written);
      this.stream.uncork();
    });
  }

  end(): void {
    this.stream.end();
  }
}
