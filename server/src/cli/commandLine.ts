import { existsSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { rules } from '../rules/index';
import { ruleSeverities, type RuleSeverities, type Severity } from '../rules/rule';
import { inLocale, type Locale, type Localized } from '../text/localized';
import { runCheck } from './commands/check';
import { runIndex } from './commands/indexReports';
import { runInspect } from './commands/inspect';
import { runLsp } from './commands/lsp';
import { printRules } from './commands/rules';
import { SideFiles } from './files/sideFiles';
import { encodingNamed, type TextEncoding } from './files/textEncoding';
import { localeFrom } from './localeFrom';
import type { Output } from './output';
import { internalProblem, type InputSettings } from './readInputs';
import { checkReporters, inspectReporters, type CheckFormat, type InspectFormat } from './reporters/index';
import type { ReporterSettings } from './reporters/reporter';
import { coloursWanted, plain } from './styles';
import { help, usageProblem } from './usage';

export interface CommandLineHost {
  readonly version: string;
  /** The folder of the running bundle. */
  readonly bundleFolder: string;
  /** The folder of the installed package. */
  readonly packageFolder: string;
  readonly output: Output;
  readonly messages: Output;
  /** Whether a person reads the output at a terminal. */
  readonly terminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Runs the command line and returns the exit code; undefined while a language server goes on running. */
export function runCommandLine(argv: readonly string[], host: CommandLineHost): number | undefined {
  const locale = localeFrom(argv, host.environment);
  let exitCode: number | undefined = 2;
  try {
    const finish = (code: number | undefined) => void (exitCode = code);
    buildProgram({ ...host, locale, finish }).parse([...argv], { from: 'user' });
  } catch (error) {
    exitCode = failure(error, host.messages, locale);
  }
  host.output.flush();
  host.messages.flush();
  return exitCode;
}

interface Run extends CommandLineHost {
  readonly locale: Locale;
  finish(exitCode: number | undefined): void;
}

function failure(error: unknown, messages: Output, locale: Locale): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const problem = error instanceof CommanderError ? usageProblem(error) : internalProblem(error);
  if (problem) messages.write(`gouji: ${inLocale(problem, locale)}\n`);
  return 2;
}

function buildProgram(run: Run): Command {
  const say = (message: Localized) => inLocale(message, run.locale);
  const program = new Command('gouji')
    .description(say(help.program))
    .version(run.version, '-V, --version', say(help.version))
    .helpOption('-h, --help', say(help.help))
    .helpCommand(false)
    .addOption(localeOption(say))
    .configureOutput({
      writeOut: (text) => run.output.write(text),
      writeErr: (text) => run.messages.write(text),
      outputError: () => {},
    })
    .configureHelp({
      styleTitle: (title) => say(help.titles[title] ?? { zh: title, en: title }),
      optionDescription: describeOption,
    })
    .exitOverride();
  // Subcommands take the settings above over; the order is the order of the help.
  addCheck(program, run, say);
  addInspect(program, run, say);
  addIndex(program, run, say);
  addRules(program, run, say);
  addLsp(program, run, say);
  return program;
}

type Say = (message: Localized) => string;

function addCheck(program: Command, run: Run, say: Say): void {
  const command = program
    .command('check')
    .description(say(help.check))
    .addOption(formatOption(Object.keys(checkReporters), say))
    .option('--fix', say(help.fix))
    .option('--unsafe-fixes', say(help.unsafeFixes))
    .addOption(
      new Option('--fail-on <severity>', say(help.failOn)).choices(['error', 'warning', 'hint', 'never']).default('error'),
    )
    .option('--rule <id=severity>', say(help.rule), addRuleSeverity);
  inputOptions(command, say).action((paths: string[], options: CheckOptions) => {
    if (options.unsafeFixes && !options.fix) throw usage('gouji.unsafeFixesAlone');
    if (options.fix && options.stdin) throw usage('gouji.fixStandardInput');
    const sideFiles = sideFilesOf(run, options);
    const settings = { ...inputSettings(paths, options, run, sideFiles), ...reporterSettings(run, options.failOn) };
    const { format, fix = false, unsafeFixes = false, rule: severities = {} } = options;
    run.finish(runCheck({ ...settings, sideFiles, output: run.output, format, fix, unsafeFixes, severities }));
  });
}

function addInspect(program: Command, run: Run, say: Say): void {
  const command = program
    .command('inspect')
    .description(say(help.inspect))
    .addOption(formatOption(Object.keys(inspectReporters), say));
  inputOptions(command, say).action((paths: string[], options: InputOptions & { format: InspectFormat }) => {
    const sideFiles = sideFilesOf(run, options);
    const settings = { ...inputSettings(paths, options, run, sideFiles), ...reporterSettings(run, 'never') };
    run.finish(runInspect({ ...settings, output: run.output, format: options.format }));
  });
}

function addIndex(program: Command, run: Run, say: Say): void {
  const command = program
    .command('index')
    .description(say(help.index))
    .addOption(formatOption(['text', 'json', 'ndjson'], say));
  inputOptions(command, say).action((paths: string[], options: InputOptions & { format: InspectFormat }) => {
    const sideFiles = sideFilesOf(run, options);
    const { colours } = reporterSettings(run, 'never');
    const settings = inputSettings(paths, options, run, sideFiles);
    run.finish(runIndex({ ...settings, sideFiles, colours, output: run.output, format: options.format }));
  });
}

function addRules(program: Command, run: Run, say: Say): void {
  program
    .command('rules')
    .description(say(help.rules))
    .addOption(formatOption(['text', 'json'], say))
    .addOption(localeOption(say))
    .action(({ format }: { format: 'text' | 'json' }) => {
      run.finish(printRules({ ...reporterSettings(run, 'never'), output: run.output, format, packageFolder: run.packageFolder }));
    });
}

function addLsp(program: Command, run: Run, say: Say): void {
  program
    .command('lsp')
    .description(say(help.lsp))
    .option('--stdio', say(help.stdio))
    .option('--node-ipc', say(help.nodeIpc))
    .option('--socket <port>', say(help.socket))
    .option('--pipe <name>', say(help.pipe))
    // Editors add arguments of their own, such as --clientProcessId=N, which the server reads itself.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => run.finish(runLsp(run)));
}

/** The description with its choices, in no language: `输出格式 [text|json] = text`. */
function describeOption({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? ` [${argChoices.join('|')}]` : '';
  return description + choices + (defaultValue === undefined ? '' : ` = ${defaultValue}`);
}

interface InputOptions {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly encoding?: TextEncoding;
  readonly config?: string;
}

interface CheckOptions extends InputOptions {
  readonly format: CheckFormat;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly failOn: Severity | 'never';
  readonly rule?: RuleSeverities;
}

function inputOptions(command: Command, say: Say): Command {
  return command
    .argument('[paths...]', say(help.paths))
    .option('--stdin', say(help.stdin))
    .option('--stdin-filename <name>', say(help.stdinFilename))
    .option('--encoding <name>', say(help.encoding), readEncoding)
    .option('--config <file>', say(help.config))
    .addOption(localeOption(say));
}

/** A settings file that is no JSON would leave everything at its default unnoticed: that is bad usage, not a remark. */
function sideFilesOf({ messages, locale }: Run, { config }: InputOptions): SideFiles {
  if (config !== undefined && !existsSync(config)) throw usage('gouji.noSuchConfig', config);
  return new SideFiles(config, ({ path, severity, message }) => {
    if (severity === 'error') throw usage('gouji.brokenSideFile', inLocale(message, locale));
    messages.write(`gouji: ${plain(path)}: ${plain(inLocale(message, locale))}\n`);
  });
}

function formatOption(formats: readonly string[], say: Say): Option {
  return new Option('--format <format>', say(help.format)).choices(formats).default('text');
}

/** Read before the program is built (see `localeFrom`), because its help is in that language. */
function localeOption(say: Say): Option {
  return new Option('--locale <locale>', say(help.locale)).choices(['zh-cn', 'en']);
}

function inputSettings(
  paths: readonly string[],
  options: InputOptions,
  { locale, messages }: Run,
  sideFiles: SideFiles,
): InputSettings {
  if (options.stdin && paths.length > 0) throw usage('gouji.standardInputAndPaths');
  if (!options.stdin && paths.length === 0) throw usage('gouji.noPaths');
  const standardInput = options.stdin ? (options.stdinFilename ?? '<stdin>') : undefined;
  return { paths, standardInput, encoding: options.encoding, locale, messages, isExcluded: (path) => sideFiles.isExcluded(path) };
}

function reporterSettings({ locale, version, terminal, environment }: Run, failOn: Severity | 'never'): ReporterSettings {
  return { locale, failOn, version, colours: coloursWanted(terminal, environment) };
}

function readEncoding(name: string): TextEncoding {
  const encoding = encodingNamed(name);
  if (!encoding) throw new InvalidArgumentError('utf-8, gb18030, gbk, utf-16le, utf-16be');
  return encoding;
}

function addRuleSeverity(setting: string, earlier: RuleSeverities = {}): RuleSeverities {
  const [id, severity, ...rest] = setting.split('=');
  const known = ruleSeverities.find((name) => name === severity);
  if (!known || rest.length > 0) throw new InvalidArgumentError('ID=off|hint|warning|error');
  if (!rules.some((rule) => rule.id === id)) throw usage('gouji.unknownRule', id);
  return { ...earlier, [id!]: known };
}

function usage(code: string, detail = ''): CommanderError {
  return new CommanderError(2, code, detail);
}
