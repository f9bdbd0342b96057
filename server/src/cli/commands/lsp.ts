import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inLocale, localized, type Locale } from '../../text/localized';
import type { Output } from '../output';

export interface LspCommand {
  /** The folder of this bundle; the server's bundle lies beside it. */
  readonly bundleFolder: string;
  readonly messages: Output;
  readonly locale: Locale;
}

/** `gouji lsp`: starts the language server of the bundle beside this one, which reads its transport from the arguments. Undefined while it runs. */
export function runLsp({ bundleFolder, messages, locale }: LspCommand): number | undefined {
  const server = join(bundleFolder, 'server.js');
  if (!existsSync(server)) {
    const missing = localized(
      '没有找到语言服务器（server.js）。请先运行 npm run build。',
      'the language server (server.js) is not built; run npm run build',
    );
    messages.write(`gouji: ${inLocale(missing, locale)}\n`);
    return 2;
  }
  const transport = /^--(stdio|node-ipc|socket|pipe)(=|$)/;
  if (!process.argv.slice(2).some((argument) => transport.test(argument))) process.argv.push('--stdio');
  // The path is only known at run time; the command line does not carry the server's code.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(server);
  return undefined;
}
