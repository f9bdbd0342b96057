import { forms, tableIds, type ColumnId, type FormId, type RowId, type TableId } from '../../server/src/form/form';
import type { Cell, Report, Row, Section, Table } from '../../server/src/report/report';
import { span } from '../../server/src/text/span';

/** What each cell holds: `null` is a blank, a text is no number. */
export type Numbers = { readonly [row: RowId]: { readonly [column: ColumnId]: number | null | string } };

export interface HandReport {
  readonly organ?: string | null;
  readonly year?: number | null;
  readonly form?: FormId;
  readonly signature?: string;
  readonly overview?: string;
  readonly problems?: string;
  readonly tables?: { readonly [T in TableId]?: Numbers };
}

/** A Report value made by hand: only the given rows and cells exist. Every span lies on its own text. */
export function handReport(hand: HandReport = {}): Report {
  let text = '';
  const write = (piece: string) => {
    const start = text.length;
    text += piece;
    return span(start, text.length);
  };
  const organ = hand.organ === undefined ? '青岚县财政局' : hand.organ;
  const year = hand.year === undefined ? 2023 : hand.year;
  const form = hand.form ?? '2021';
  const titleSpan = write(`${organ ?? ''}${year ?? ''}年政府信息公开工作年度报告`);
  write('\n');
  const sections: Section[] = [];
  const prose = (id: 'overview' | 'problems', title: string, body: string) => {
    const heading = write(title);
    write('\n');
    const place = write(body);
    write('\n');
    sections.push({
      id,
      heading: {
        text: title,
        span: heading,
        number: { text: title.slice(0, 2), span: span(heading.start, heading.start + 2) },
        title: { text: title.slice(2), span: span(heading.start + 2, heading.end) },
        match: 'exact',
      },
      span: span(heading.start, place.end),
      body: place,
      prose: [place],
    });
  };
  prose('overview', '一、总体情况', hand.overview ?? '');
  const tables: { [T in TableId]?: Table } = {};
  for (const id of tableIds) {
    const numbers = hand.tables?.[id];
    if (numbers) tables[id] = handTable(id, form, numbers, write);
  }
  prose('problems', '五、存在的主要问题及改进情况', hand.problems ?? '');
  return {
    text,
    form,
    year,
    yearSpan: null,
    organ,
    organSpan: null,
    title: { text: text.slice(titleSpan.start, titleSpan.end), span: titleSpan, year },
    period: null,
    signature: hand.signature
      ? { organ: hand.signature, organSpan: null, date: { year: 2024, month: 1, day: 20 }, span: titleSpan }
      : null,
    preamble: null,
    sections,
    tables,
    residue: [],
  };
}

function handTable(id: TableId, form: FormId, numbers: Numbers, write: (piece: string) => ReturnType<typeof span>): Table {
  const rows: Row[] = [];
  for (const row of forms[form].tables[id].rows) {
    const given = numbers[row.id];
    if (!given) continue;
    const label = write(row.label);
    const cells: Record<ColumnId, Cell> = {};
    for (const [column, value] of Object.entries(given)) {
      write('\t');
      const text = value === null ? '' : String(value);
      cells[column] = {
        row: row.id,
        column,
        span: write(text),
        text,
        kind: value === null ? 'blank' : typeof value === 'string' ? 'unreadable' : 'number',
        value: typeof value === 'number' ? value : null,
        decimals: 0,
        units: typeof value === 'number' ? value : 0,
        annotation: null,
      };
    }
    rows.push({
      id: row.id,
      label: { id: row.id, text: row.label, span: label, match: 'exact', forms: [form] },
      reading: 'complete',
      expected: Object.keys(given),
      cells,
      unbound: [],
      span: span(label.start, write('\n').start),
    });
  }
  return {
    id,
    layout: 'tabRows',
    span: span(rows[0]?.span.start ?? 0, rows.at(-1)?.span.end ?? 0),
    form,
    header: [],
    groups: [],
    rows,
    extraRows: [],
    note: null,
    status: 'read',
    coverage: { rows: rows.length, rowsExpected: rows.length, cells: 0, cellsExpected: 0 },
    showsBlanks: true,
  };
}
