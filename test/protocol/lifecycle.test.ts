import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { builtServer } from '../support/builtServer';
import { StdioClient } from '../support/stdioClient';

const hello = { processId: null, rootUri: null, capabilities: {} };

describe('lifecycle', () => {
  it('refuses requests before initialize', async () => {
    const client = await StdioClient.spawn();
    await expect(client.request('textDocument/hover', {})).rejects.toMatchObject({ code: -32002 });
    await client.request('initialize', hello);
    expect(await client.stop()).toBe(0);
  });

  it('refuses a second initialize', async () => {
    const client = await StdioClient.start();
    await expect(client.request('initialize', hello)).rejects.toMatchObject({ code: -32600 });
    expect(await client.stop()).toBe(0);
  });

  it('refuses requests after shutdown', async () => {
    const client = await StdioClient.start();
    await client.request('shutdown');
    await expect(client.request('textDocument/hover', {})).rejects.toMatchObject({ code: -32600 });
    const exited = once(client.process, 'exit');
    client.notify('exit', undefined);
    expect((await exited)[0]).toBe(0);
  });

  it('answers requests it does not know with method not found', async () => {
    const client = await StdioClient.start();
    await expect(client.request('textDocument/unknown', {})).rejects.toMatchObject({ code: -32601 });
    await expect(client.request('$/unknown', {})).rejects.toMatchObject({ code: -32601 });
    await client.stop();
  });

  it('leaves with 1 when exit comes without shutdown', async () => {
    const client = await StdioClient.start();
    const exited = once(client.process, 'exit');
    client.notify('exit', undefined);
    expect((await exited)[0]).toBe(1);
  });

  it('leaves with 1 when its input ends', async () => {
    const client = await StdioClient.start();
    const exited = once(client.process, 'exit');
    client.process.stdin!.end();
    expect((await exited)[0]).toBe(1);
  });

  it('leaves when its parent is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const client = await StdioClient.start({ initialize: { processId: parent.pid! } });
    const exited = once(client.process, 'exit');
    parent.kill();
    expect((await exited)[0]).toBe(1);
  }, 15_000);

  it('answers a body that is no JSON and goes on', async () => {
    const child = spawn(process.execPath, [await builtServer(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (body: string) => child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    const until = async (text: string) => {
      while (!output.includes(text)) await once(child.stdout, 'data');
    };
    send('{"jsonrpc": "2.0", "id": ');
    await until('-32700');
    expect(output).toContain('"id":null');
    send(JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'initialize', params: hello }));
    await until('"serverInfo"');
    child.stdin.end();
    await once(child, 'exit');
  });
});

describe('the server program', () => {
  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, [await builtServer(), ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, out, err };
  };

  it('prints its version', async () => {
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('prints its arguments', async () => {
    expect((await run('--help')).out).toContain('--stdio');
  });

  it('says what is missing and leaves with 2 when no transport is named', async () => {
    const { code, out, err } = await run('--socket=none');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--stdio');
  });
});
