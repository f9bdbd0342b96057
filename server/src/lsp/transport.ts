import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { WholeMessageWriter } from './wholeMessageWriter';

export type Transport =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'node-ipc' }
  | { readonly kind: 'socket'; readonly port: number }
  | { readonly kind: 'pipe'; readonly name: string };

/** The transport that the arguments name, the last one of several; undefined when they name none that can be used. */
export function chooseTransport(args: readonly string[]): Transport | undefined {
  let chosen: Transport | undefined;
  args.forEach((arg, i) => {
    const [name, value = args[i + 1]] = arg.split(/=(.*)/s);
    if (name === '--stdio') chosen = { kind: 'stdio' };
    else if (name === '--node-ipc') chosen = { kind: 'node-ipc' };
    else if (name === '--socket' && /^\d+$/.test(value ?? '')) chosen = { kind: 'socket', port: Number(value) };
    else if (name === '--pipe' && value) chosen = { kind: 'pipe', name: value };
  });
  return chosen;
}

export function openTransport(transport: Transport): [MessageReader, MessageWriter] {
  switch (transport.kind) {
    case 'stdio':
      return [new StreamMessageReader(process.stdin), new WholeMessageWriter(process.stdout)];
    case 'node-ipc':
      return [new IPCMessageReader(process), new IPCMessageWriter(process)];
    case 'socket':
      return createServerSocketTransport(transport.port);
    case 'pipe':
      return createServerPipeTransport(transport.name);
  }
}
