import { editDistance } from '../text/editDistance';
import { localized, type Localized } from '../text/localized';
import type { JsonNode, JsonSyntaxError } from './jsonText';
import type { Span } from '../text/span';

/**
 * Something wrong in a settings file. `error`: the file cannot be read as JSON and none of it is used; `warning`: one value is
 * wrong and its default is used. The message names the file and the place.
 */
export interface FileProblem {
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  /** Line and column as people count them, from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: Localized;
}

/** Collects the problems of one settings file, each told with the file's name and the place in it. */
export class ProblemList {
  readonly problems: FileProblem[] = [];

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  syntax(error: JsonSyntaxError): void {
    this.add('error', { start: error.at, end: error.at }, error.message, localized('文件未采用', 'the file is not used'));
  }

  /** A value that is not used. */
  ignored(place: Span, message: Localized): void {
    this.add('warning', place, message, localized('已忽略', 'ignored'));
  }

  wrongType(node: JsonNode, path: string, expected: Localized): void {
    this.ignored(node.span, localized(`“${path}”应为${expected.zh}`, `“${path}” should be ${expected.en}`));
  }

  /** A name that means nothing here, with the known one that is nearest. */
  unknownName(place: Span, name: string, what: Localized, known: readonly string[]): void {
    const near = nearest(name, known);
    this.ignored(
      place,
      localized(
        `没有名为“${name}”的${what.zh}${near ? `，是否为“${near}”` : ''}`,
        `there is no ${what.en} “${name}”${near ? `; did you mean “${near}”?` : ''}`,
      ),
    );
  }

  private add(severity: FileProblem['severity'], place: Span, message: Localized, consequence: Localized): void {
    const before = this.text.slice(0, place.start);
    const line = before.split('\n').length;
    const column = place.start - before.lastIndexOf('\n');
    this.problems.push({
      severity,
      span: place,
      line,
      column,
      message: localized(
        `${this.file} 第 ${line} 行第 ${column} 列：${message.zh}，${consequence.zh}。`,
        `${this.file}:${line}:${column}: ${message.en}; ${consequence.en}.`,
      ),
    });
  }
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  const ranked = known.map((candidate) => ({ candidate, steps: editDistance(name, candidate) }));
  return ranked.filter(({ steps }) => steps <= limit).sort((a, b) => a.steps - b.steps)[0]?.candidate;
}
