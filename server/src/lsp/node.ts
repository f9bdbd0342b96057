import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { keepRoomForNewSmall, waitBeforeOptimizing } from '../engineAdvice';
import { guardLifecycle } from './lifecycleGuard';
import { serve } from './server';
import { nodeFiles } from './workspace/nodeFiles';
import { chooseTransport, openTransport, type Transport } from './transport';

run(process.argv.slice(2));

/** Starts the server when the arguments say how the client is reached; else says what is expected. */
function run(args: readonly string[]): void {
  if (args.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const transport = chooseTransport(args);
  if (transport && !args.includes('--help')) {
    start(transport);
    return;
  }
  const usage = 'gouji lsp --stdio | --node-ipc | --socket=PORT | --pipe=NAME  [--clientProcessId=PID]\n';
  if (args.includes('--help')) process.stdout.write(usage);
  else {
    process.stderr.write(`Say how the client is reached / 请指明连接方式：\n  ${usage}`);
    process.exitCode = 2;
  }
}

function start(transport: Transport): void {
  waitBeforeOptimizing();
  keepRoomForNewSmall();
  // Standard output belongs to the protocol: a stray line there would end the session.
  console.log = console.info = console.debug = console.error;
  const [reader, writer] = openTransport(transport);
  const connection = createConnection(ProposedFeatures.all, guardLifecycle(reader, writer), writer);
  let stopped = false;
  connection.onExit(() => {
    stopped = true;
  });
  reader.onClose(() => leave());
  if (transport.kind === 'stdio') process.stdin.on('end', () => leave());
  if (transport.kind === 'node-ipc') process.on('disconnect', () => leave());
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // The other side of the pipe is gone: nobody is left to serve, and logging would raise the same error again.
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') leave();
    connection.console.error(`Unexpected error: ${error.stack ?? error.message}`);
  });
  process.on('unhandledRejection', (reason) => {
    connection.console.error(
      `Unexpected rejection: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
    );
  });
  serve(connection, { version, rulePages: pagesBeside(__dirname), files: nodeFiles });
  connection.listen();

  /** The client went away: without `exit` it did so in disorder. */
  function leave(): void {
    process.exit(stopped ? 0 : 1);
  }
}

/** The rules' pages lie beside the folder of the bundle, in a checkout as in the installed package. */
function pagesBeside(folder: string): string | undefined {
  const pages = join(folder, '..', 'docs', 'rules');
  return existsSync(pages) ? pathToFileURL(pages).href : undefined;
}
