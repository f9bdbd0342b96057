import type { CommanderError } from 'commander';
import { localized, type Localized } from '../text/localized';

/** What is wrong with the command line; undefined where the help was printed instead. */
export function usageProblem(error: CommanderError): Localized | undefined {
  if (error.code === 'commander.help') return undefined;
  const known = problems[error.code];
  const detail = error.message.replace(/^error: /, '');
  const quoted = /'([^']*)'/.exec(detail)?.[1] ?? detail;
  const said = known ? known(quoted, detail) : localized(`命令行有误：${detail}`, detail);
  return localized(`${said.zh}\n用 gouji --help 查看用法。`, `${said.en}\nSee gouji --help.`);
}

const problems: Readonly<Record<string, (quoted: string, detail: string) => Localized>> = {
  'commander.unknownOption': (option, detail) => localized(`没有这个选项：${option}`, detail),
  'commander.unknownCommand': (command, detail) => localized(`没有这个命令：${command}`, detail),
  'commander.optionMissingArgument': (option, detail) => localized(`选项缺少参数：${option}`, detail),
  'commander.invalidArgument': (option, detail) =>
    localized(`选项的值不对：${option}（${/(?:choices are |is invalid\. )(.*?)\.?$/.exec(detail)?.[1] ?? detail}）`, detail),
  'commander.excessArguments': (_quoted, detail) => localized('参数过多。', detail),
  'gouji.noPaths': () =>
    localized('请指定要检查的文件、文件夹或通配符，或使用 --stdin。', 'name files, folders or globs, or use --stdin'),
  'gouji.standardInputAndPaths': () => localized('--stdin 不能与路径同时使用。', '--stdin does not go with paths'),
  'gouji.fixStandardInput': () => localized('--fix 不能与 --stdin 同时使用。', '--fix does not go with --stdin'),
  'gouji.unsafeFixesAlone': () => localized('--unsafe-fixes 要与 --fix 同时使用。', '--unsafe-fixes needs --fix'),
  'gouji.noSuchConfig': (path) => localized(`没有这个配置文件：${path}`, `no such configuration file: ${path}`),
  'gouji.brokenSideFile': (_quoted, detail) => localized(detail, detail),
  'gouji.unknownRule': (id) =>
    localized(`没有这条规则：${id}（用 gouji rules 查看）`, `no such rule: ${id} (gouji rules lists them)`),
};

/** The texts of `--help`. */
export const help = {
  program: localized(
    '检查政府信息公开工作年度报告的勾稽关系和格式',
    'Checks the balance relations and the form of Chinese disclosure reports',
  ),
  version: localized('显示版本', 'print the version'),
  help: localized('显示帮助', 'print help'),
  check: localized('检查报告，可自动修正', 'check reports, and fix them'),
  inspect: localized('显示读到的内容：部分、表格、单元格', 'print what was read: sections, tables, cells'),
  index: localized('列出报告之间的对应关系及理由', 'list which reports belong together, and why'),
  rules: localized('列出全部规则', 'list every rule'),
  lsp: localized('启动语言服务器', 'start the language server'),
  paths: localized('文件、文件夹或通配符', 'files, folders or globs'),
  format: localized('输出格式', 'output format'),
  fix: localized('写入安全的修正', 'write safe fixes'),
  unsafeFixes: localized('连同需谨慎的修正一并写入', 'write the less certain fixes too'),
  failOn: localized('达到此级别即返回 1', 'exit with 1 from this severity on'),
  rule: localized('设置规则级别（off、hint、warning、error），可重复', 'set a rule to off, hint, warning or error (repeatable)'),
  stdin: localized('检查标准输入', 'read the standard input'),
  stdinFilename: localized('标准输入在结果中的文件名', 'the name under which it is reported'),
  encoding: localized('文件编码（默认自动识别）', 'encoding of the files (default: found out)'),
  config: localized(
    '配置文件（默认逐级向上查找 gouji.config.json）',
    'settings file (default: the nearest gouji.config.json above)',
  ),
  locale: localized('界面语言（默认取自 LC_ALL、LANG）', 'language of the messages (default: from LC_ALL, LANG)'),
  stdio: localized('经标准输入输出通信', 'talk over the standard input and output'),
  nodeIpc: localized('经 Node 进程间通道通信', 'talk over Node IPC'),
  socket: localized('经 TCP 端口通信', 'talk over a TCP port'),
  pipe: localized('经命名管道通信', 'talk over a named pipe'),
  titles: {
    'Usage:': localized('用法：', 'Usage:'),
    'Arguments:': localized('参数：', 'Arguments:'),
    'Options:': localized('选项：', 'Options:'),
    'Commands:': localized('命令：', 'Commands:'),
  } as Readonly<Record<string, Localized>>,
};
