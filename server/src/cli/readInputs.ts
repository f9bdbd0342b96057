import { eachPart } from '../service';
import { inLocale, localized, type Locale, type Localized } from '../text/localized';
import { collectInputs, type Input } from './files/collectInputs';
import { accessProblem, readInput, readStandardInput, type InputText } from './files/readInput';
import type { TextEncoding } from './files/textEncoding';
import { numberedParts, unlessEmpty, type NumberedPart } from './numberedParts';
import type { Output } from './output';
import { plain } from './styles';

/** What `check` and `inspect` have in common: where the texts come from. */
export interface InputSettings {
  readonly paths: readonly string[];
  /** The name under which the standard input is reported; undefined when the paths are read. */
  readonly standardInput: string | undefined;
  readonly encoding: TextEncoding | undefined;
  readonly locale: Locale;
  readonly messages: Output;
  /** Files that the settings leave out; what is named on the command line is read all the same. */
  isExcluded(path: string): boolean;
}

/** An input that holds at least one report, or one that could not be read. */
export type ReadInput = UnreadableInput | ReadableInput;

export interface UnreadableInput {
  readonly path: string;
  readonly problem: Localized;
}

export interface ReadableInput {
  readonly path: string;
  readonly input: InputText;
  /** To go through once: the reports are read on the way and not kept. */
  readonly parts: Iterable<NumberedPart>;
}

/**
 * Reads the inputs one at a time. A file that holds no report is passed over in a folder, named on the message channel
 * among several, and a failure where nothing else was asked for: a check that looked at nothing must not pass for a good one.
 */
export function* readInputs(settings: InputSettings): Generator<ReadInput> {
  const { standardInput, paths } = settings;
  const inputs = standardInput === undefined ? collectInputs(paths) : [namedFile(standardInput)];
  let reason = noReports;
  let anything = false;
  for (const item of inputs) {
    if (item.kind === 'file' && settings.isExcluded(item.path) && !item.named) continue;
    const read = readOne(item, settings);
    if ('problem' in read) {
      anything = true;
      yield read;
      continue;
    }
    const { path, input, parts } = read;
    if (input.encoding === 'gb18030' && input.text.includes('\ufffd')) say(settings, path, lostCharacters);
    if (parts) {
      anything = true;
      yield { path, input, parts };
    } else if (item.kind === 'file' && item.named) {
      reason = input.text.trim() === '' ? emptyFile : noReport;
      if (paths.length > 1) say(settings, path, reason);
    }
  }
  if (!anything) yield { path: standardInput ?? paths.join(' '), problem: paths.length > 1 ? noReports : reason };
}

function namedFile(path: string): Input {
  return { kind: 'file', path, named: true };
}

interface PossiblyReport {
  readonly path: string;
  readonly input: InputText;
  readonly parts: Iterable<NumberedPart> | undefined;
}

function readOne(item: Input, { encoding, standardInput }: InputSettings): UnreadableInput | PossiblyReport {
  const { path } = item;
  if (item.kind === 'missing') return { path, problem: accessProblem('ENOENT') };
  if (item.kind === 'noMatch') return { path, problem: noMatch };
  if (item.kind === 'unreadableFolder') return { path, problem: accessProblem(item.code) };
  try {
    const input = standardInput === undefined ? readInput(path, encoding) : readStandardInput(encoding);
    if ('problem' in input) return { path, ...input };
    return { path, input, parts: unlessEmpty(numberedParts(eachPart(input.text))) };
  } catch (error) {
    return { path, problem: internalProblem(error) };
  }
}

/** A mistake of ours on one input: the others are still done, and nobody has to read a stack trace. */
export function internalProblem(error: unknown): Localized {
  const reason = error instanceof Error ? error.message : String(error);
  return localized(
    `处理时出现内部错误：${reason}。请把文件反馈给开发者。`,
    `internal error: ${reason}; please report it with the file`,
  );
}

function say({ messages, locale }: InputSettings, path: string, message: Localized): void {
  messages.write(`gouji: ${plain(path)}: ${inLocale(message, locale)}\n`);
}

const emptyFile = localized('文件是空的，没有可检查的内容。', 'is empty; nothing to check');
const noReport = localized(
  '没有认出政府信息公开工作年度报告，未作检查。',
  'holds no disclosure report that could be recognised; not checked',
);
const noReports = localized('没有找到政府信息公开工作年度报告。', 'no disclosure report found');
const noMatch = localized('没有文件与此通配符相符。', 'no file matches this pattern');
const lostCharacters = localized(
  '有些字节无法解码，文字可能不全；可用 --encoding 指定编码。',
  'some bytes could not be decoded; --encoding names the right encoding',
);
