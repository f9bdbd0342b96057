import { PassThrough, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { StreamMessageReader, type Message } from 'vscode-languageserver/node';
import { WholeMessageWriter } from '../../server/src/lsp/wholeMessageWriter';

const message = (id: number, result: unknown) => ({ jsonrpc: '2.0', id, result }) as Message;

it('messages arrive in order as they were sent', async () => {
  const stream = new PassThrough();
  const received: Message[] = [];
  new StreamMessageReader(stream).listen((one) => received.push(one));
  const writer = new WholeMessageWriter(stream);
  const sent = [message(1, null), message(2, '勾稽'), message(3, { items: ['a', 'b'] })];
  await Promise.all(sent.map((one) => writer.write(one)));
  await new Promise(setImmediate);
  expect(received).toEqual(sent);
});

it('header and content go out together', async () => {
  const writes: string[] = [];
  const stream = new Writable({
    writev(chunks, done) {
      writes.push(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)).toString());
      done();
    },
  });
  const writer = new WholeMessageWriter(stream);
  await writer.write(message(1, '公开'));
  const content = '{"jsonrpc":"2.0","id":1,"result":"公开"}';
  expect(writes).toEqual([`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`]);
});

it('tells that a message could not be written', async () => {
  const stream = new Writable({ writev: (_, done) => done(new Error('gone')) });
  const writer = new WholeMessageWriter(stream);
  const told: (string | undefined)[] = [];
  writer.onError(([error, failed]) => told.push(failed && error.message));
  await expect(writer.write(message(1, null))).rejects.toThrow('gone');
  expect(told).toContain('gone');
});
