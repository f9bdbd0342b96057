import { equalWordings, forms, type FormRow } from '../../form/form';
import { withoutOrdinal } from '../../report/names';
import { sectionOf, type Report, type Table } from '../../report/report';
import { foldBare } from '../../text/fold';
import { contains, span, type Span } from '../../text/span';
import { isGarbled } from './garbledText';

/** How a row that was not read still shows: by its words, or by garbled characters where it should be. */
export type RowTrace = 'words' | 'garbled';

/** What is left in a table, and around it in its section, of rows that were not read. */
export class RowTraces {
  private readonly own: string;
  private readonly words: string;

  constructor(
    private readonly report: Report,
    private readonly table: Table,
    private readonly expected: readonly FormRow[],
  ) {
    this.own = this.textIn(this.place());
    this.words = wordsOf(this.own);
  }

  of(at: number): RowTrace | undefined {
    const row = this.expected[at]!;
    if (this.isWritten(row) || this.hasItsEnd(row) || this.isBegun(row)) return 'words';
    const gap = this.gapAt(at);
    if (isIn(row, this.textIn(gap))) return 'words';
    return isGarbled(this.report, gap) ? 'garbled' : undefined;
  }

  /** The table's section, where its heading stands above; else the table alone. */
  private place(): Span {
    const section = sectionOf(this.report, forms['2021'].tables[this.table.id].section);
    return section?.heading && contains(section.body, this.table.span.start) ? section.body : this.table.span;
  }

  /** A stretch without the sentences beside the table: they may speak of its rows. */
  private textIn({ start, end }: Span): string {
    const { text } = this.report;
    const own = this.table.span;
    const before = withoutSentences(text.slice(start, Math.min(end, own.start)));
    const after = withoutSentences(text.slice(Math.max(start, own.end), end));
    return before + text.slice(Math.max(start, own.start), Math.min(end, own.end)) + after;
  }

  /** Whether the words of a row's label stand there, however they were broken. */
  private isWritten(row: FormRow): boolean {
    const own = equalWordings(row)
      .map(wordsOf)
      .filter(({ length }) => length >= shortestLabel[this.table.id]);
    const others = (row.aliases ?? []).map(wordsOf).filter(({ length }) => length >= shortestAlias);
    return [...own, ...others].some((words) => this.words.includes(words));
  }

  /** Whether a line has the end of a row's label, which is no other's, alone or before numbers: what came before was cut off or moved away. */
  private hasItsEnd(row: FormRow): boolean {
    const endsWith = ({ label }: FormRow, end: string) => {
      const words = wordsOf(withoutOrdinal(label));
      return words.length > end.length && words.endsWith(end);
    };
    return [...this.own.matchAll(endOfLabel)].some(
      ([, end]) => endsWith(row, end!) && this.expected.filter((one) => endsWith(one, end!)).length === 1,
    );
  }

  /** Whether a row that was taken for none of the form's has the beginning of its label, which is no other's. */
  private isBegun(row: FormRow): boolean {
    const beginsWith = (one: FormRow, words: string) => wordings(one).some((label) => label.startsWith(words));
    return this.table.extraRows.some(({ label }) => {
      const words = wordsOf(withoutOrdinal(label));
      return (
        words.length >= shortestBeginning &&
        beginsWith(row, words) &&
        this.expected.filter((one) => beginsWith(one, words)).length === 1
      );
    });
  }

  /** What stands between the rows before and after one that is missing. */
  private gapAt(at: number): Span {
    const { before, after } = labelsAround(this.table, this.expected, at);
    const { start, end } = this.place();
    const from = before?.end ?? start;
    return span(from, Math.max(from, after?.start ?? end));
  }
}

/** The labels in a table that stand, in the form's order, next before and next after a row that it lacks. */
export function labelsAround(
  table: Table,
  expected: readonly FormRow[],
  at: number,
): { readonly before: Span | undefined; readonly after: Span | undefined } {
  const labels = new Map(table.rows.map((row) => [row.id, row.label.span]));
  const places = expected.map((row) => labels.get(row.id));
  const isThere = (place: Span | undefined) => place !== undefined;
  return { before: places.slice(0, at).findLast(isThere), after: places.slice(at).find(isThere) };
}

const endOfLabel = /^[^\S\n]*([\u4e00-\u9fff]{2,8})[^\S\n]*(?:$|[^\S\n]\d)/gmu;

/** Shorter ones (`其他`) stand in other labels too. */
const shortestLabel = { proactive: 2, applications: 4, disputes: 4 };

const shortestAlias = 5;
const shortestBeginning = 4;

/** Whether a place between other rows has a label with its number, or all its characters in their order, among those of other cells. */
function isIn(row: FormRow, gap: string): boolean {
  const bare = foldBare(gap);
  const words = bare.replace(/\d/g, '');
  if (words === '') return false;
  const isNumbered = equalWordings(row).some((label) => label !== withoutOrdinal(label) && bare.includes(foldBare(label)));
  return isNumbered || wordings(row).some((label) => label.length >= shortestInPieces && isInOrder(label, words));
}

function isInOrder(label: string, words: string): boolean {
  let at = -1;
  for (const character of label) if ((at = words.indexOf(character, at + 1)) < 0) return false;
  return true;
}

const shortestInPieces = 4;

function wordings(row: FormRow): string[] {
  return equalWordings(row).map((label) => wordsOf(withoutOrdinal(label)));
}

function withoutSentences(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line) => !/[，。；]/u.test(line)).join('\n');
}

function wordsOf(text: string): string {
  return foldBare(text).replace(/\d/g, '');
}
