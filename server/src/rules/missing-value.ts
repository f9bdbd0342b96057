import { setCellValue } from '../fixes/cellEdits';
import { blankFix } from '../fixes/relationFixes';
import { zeroStatements } from '../prose/zeroStatements';
import type { Cell, Report, Row, Table } from '../report/report';
import { localized, type Localized } from '../text/localized';
import { span, type Span } from '../text/span';
import { isBroken, readTables, relatedCell } from './parts/cellFindings';
import { mayHaveRest } from './parts/rowRest';
import { columnName, formOfRow, rowName } from '../report/names';
import type { FindingDraft, Fix, Related, Rule } from './rule';

export const missingValue: Rule = {
  id: 'missing-value',
  group: 'completeness',
  severity: 'warning',
  reads: ['proactive', 'applications', 'disputes'],
  summary: localized('表中每个数都应当填写，没有的填 0', 'Every number of the tables is filled in, with 0 for none'),
  *check(report) {
    for (const table of readTables(report)) {
      for (const row of table.rows) {
        if (row.reading === 'noValues' || row.reading === 'missingValues') yield onLabel(report, table, row);
        else if (row.reading === 'complete') yield* inCells(report, table, row);
      }
    }
  },
};

function onLabel(report: Report, table: Table, row: Row): FindingDraft {
  const name = rowName(table.id, row.id);
  const [expected, found] = [row.expected.length, row.unbound.length];
  const [only] = row.expected;
  const doubt = extractionDoubt(report, table, row);
  const message: Localized =
    doubt ??
    (row.reading === 'noValues'
      ? localized(`“${name}”一行没有填数。没有的应当填 0，请补上。`, `Row “${name}” has no number. Fill it in, with 0 for none.`)
      : localized(
          `“${name}”一行应有 ${expected} 个数，只读到 ${found} 个。无法确定缺的是哪一个，本行不作勾稽检查；没有的应当填 0。`,
          `Row “${name}” has ${found} of ${expected} numbers. Which one is missing cannot be known, so its sums are not checked; fill in 0 for none.`,
        ));
  return {
    span: row.label.span,
    table: table.id,
    row: row.id,
    ...(doubt ? { severity: 'hint' as const } : {}),
    ...(expected === 1 && only !== undefined ? { column: only, actual: null } : {}),
    message,
  };
}

/** Why a row's numbers may all be in the text and yet were not read; undefined where nothing shows that. */
function extractionDoubt(report: Report, table: Table, row: Row): Localized | undefined {
  const name = rowName(table.id, row.id);
  const [expected, found] = [row.expected.length, row.unbound.length];
  const [first] = row.unbound;
  if (row.reading === 'missingValues' && found >= expected)
    return localized(
      `“${name}”一行的数没有读取：旁边还有别的数（例如页码），分不清哪些是本行的。请对照原件核对。`,
      `The numbers of row “${name}” were not read: other numbers (a page number, say) stand beside them, and which are its own cannot be told. Compare the original.`,
    );
  if (row.reading === 'missingValues' && expected > 1 && found === 1 && severalNumbers.test(first!.text))
    return localized(
      `“${name}”一行的数没有读取：复制或提取时几个数连成了“${first!.text}”，分不清各是多少。请对照原件核对。`,
      `The numbers of row “${name}” were not read: copying or extraction ran them together to “${first!.text}”, and what each of them is cannot be told. Compare the original.`,
    );
  if (!mayHaveRest(report, table, row)) return undefined;
  return localized(
    `“${name}”一行应有 ${expected} 个数，只读到 ${found} 个：近旁还有不能确定属于哪一行的数，多半在复制或提取时错位或连在了一起。请核对。`,
    `Row “${name}” has ${found} of ${expected} numbers: there are others nearby of which it cannot be told whose they are; copying probably moved them or ran them together. Check it.`,
  );
}

/** No count begins with 0, and no organ issues millions of documents. */
const severalNumbers = /^(?:0\d+|\d{7,})$/;

/** One finding for a row: on its longest run of blank cells, the others related. */
function* inCells(report: Report, table: Table, row: Row): Iterable<FindingDraft> {
  if (!row.expected.some((column) => isMissing(row.cells[column]))) return;
  // The number of a blank cell may be the one that stands in another.
  if (Object.values(row.cells).some(isBroken)) return;
  const runs: Cell[][] = [];
  let open = false;
  for (const column of row.expected) {
    const cell = row.cells[column];
    const missing = isMissing(cell);
    if (cell && missing && open) runs.at(-1)!.push(cell);
    else if (cell && missing) runs.push([cell]);
    open = missing;
  }
  const longest = runs.reduce<Cell[]>((best, run) => (run.length > best.length ? run : best), []);
  const blanks = runs.flat();
  const [first] = blanks;
  if (!first) return;
  const declared = declaredZero(report, table, row, blanks);
  const fixes = declared ? [declared.fix] : blanks.flatMap((cell) => blankFix(report, table.id, cell) ?? []);
  yield {
    span: runSpan(report.text, longest),
    table: table.id,
    row: row.id,
    ...(blanks.length === 1 ? { column: first.column, actual: null } : {}),
    message: say(rowName(table.id, row.id), table, blanks, row.expected.length),
    related: [
      ...(blanks.length > 1 ? blanks.map((cell) => relatedCell(table.id, cell)) : []),
      ...(declared ? [declared.related] : []),
    ],
    fixes,
  };
}

function isMissing(cell: Cell | undefined): boolean {
  return cell?.kind === 'blank' || cell?.kind === 'placeholder';
}

/** Where the prose says that there were none and the row holds no other number: zeros for its blanks. */
function declaredZero(
  report: Report,
  table: Table,
  row: Row,
  blanks: readonly Cell[],
): { fix: Fix; related: Related } | undefined {
  if (blanks.length < 2 || row.expected.some((column) => (row.cells[column]?.value ?? 0) !== 0)) return undefined;
  const zero = zeroStatements(report).find((statement) => statement.table === table.id && statement.row === row.id);
  if (!zero) return undefined;
  const name = rowName(table.id, row.id);
  return {
    fix: {
      title: localized(`正文说没有：将“${name}”的空格填 0`, `The text says none: fill the blanks of “${name}” with 0`),
      kind: 'unsafe',
      preferred: true,
      edits: blanks.map((cell) => setCellValue(cell, 0)),
    },
    related: { span: zero.span, message: localized('正文说没有', 'the text says there were none') },
  };
}

function say(name: string, table: Table, blanks: readonly Cell[], expected: number): Localized {
  const [first] = blanks;
  if (blanks.length === 1) {
    const cell = `${name}·${columnName(table.id, first!.column, formOfRow(table.id, first!.row))}`;
    return first!.kind === 'blank'
      ? localized(
          `“${cell}”没有填数。没有的应当填 0，请核对后补上。`,
          `“${cell}” is blank. Check it and fill it in, with 0 for none.`,
        )
      : localized(
          `“${cell}”填的是“${first!.text}”。没有的应当填 0，请核对后改正。`,
          `“${cell}” holds “${first!.text}”. Check it and write a number, with 0 for none.`,
        );
  }
  const columns = blanks.map((cell) => columnName(table.id, cell.column, formOfRow(table.id, cell.row))).join('、');
  return blanks.length === expected
    ? localized(
        `“${name}”的 ${expected} 个数都没有填。没有的应当填 0，请核对后补上。`,
        `All ${expected} numbers of “${name}” are blank. Check them and fill them in, with 0 for none.`,
      )
    : localized(
        `“${name}”有 ${blanks.length} 个数没有填（${columns}）。没有的应当填 0，请核对后补上。`,
        `“${name}” lacks ${blanks.length} numbers (${columns}). Check them and fill them in, with 0 for none.`,
      );
}

/** A run of empty cells reaches to the end of its last cell, the separator included: an empty place alone cannot be seen. */
function runSpan(text: string, run: readonly Cell[]): Span {
  const [first, last] = [run[0]!.span, run.at(-1)!.span];
  const after = text[last.end];
  const separated = run.length > 1 && last.start === last.end && (after === '\t' || after === '|');
  return span(first.start, separated ? last.end + 1 : last.end);
}
