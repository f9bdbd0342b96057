import { columnsOfRow, forms, tableIds, type ColumnId, type FormId, type RowId, type TableId } from '../../server/src/form/form';
import type { Random } from './random';

/** What one cell says: its text as an author wrote it and the number it means; null for a blank or a placeholder. */
export interface CellModel {
  readonly text: string;
  readonly value: number | null;
}

export type TableModel = Record<RowId, Record<ColumnId, CellModel>>;

/** A report as its author meant it, independent of any layout. The rows stand in the order of the form. */
export interface ReportModel {
  readonly year: number;
  readonly organ: string;
  readonly forms: Readonly<Record<TableId, FormId>>;
  readonly tables: Readonly<Record<TableId, TableModel>>;
}

export interface ModelChoice {
  readonly magnitude: 'zero' | 'small' | 'medium' | 'large';
  /** Number of cells that the author got wrong. */
  readonly mistakes: number;
  readonly blanks: 'none' | 'few' | 'group' | 'totals' | 'zeros';
  readonly placeholder: string;
  readonly annotations: boolean;
  readonly digits: 'plain' | 'fullWidth' | 'thousands';
  readonly forms: Readonly<Record<TableId, FormId>>;
}

const organs = [
  '青岚县人民政府',
  '云岭市人民政府办公室',
  '澄江区财政局',
  '石屏镇人民政府',
  '南溪市自然资源和规划局',
  '白鹿县教育局',
];

export function randomModel(random: Random, choice: ModelChoice = randomChoice(random)): ReportModel {
  const tables = {
    proactive: proactiveNumbers(random, choice),
    applications: applicationNumbers(random, choice),
    disputes: disputeNumbers(random, choice),
  };
  const cells = tableIds.flatMap((table) => Object.values(tables[table]).map((row) => ({ table, row })));
  for (let n = 0; n < choice.mistakes; n++) {
    const { row } = random.pick(cells);
    const column = random.pick(Object.keys(row));
    row[column] = mistaken(row[column]!, random);
  }
  const written = Object.fromEntries(
    tableIds.map((id) => [id, withBlanks(writeNumbers(tables[id], choice, random), id, choice, random)]),
  ) as Record<TableId, TableModel>;
  const year = choice.forms.applications === '2019' ? random.int(2019, 2020) : random.int(2021, 2025);
  return { year, organ: random.pick(organs), forms: choice.forms, tables: written };
}

export function randomChoice(random: Random): ModelChoice {
  const form: FormId = random.chance(0.75) ? '2021' : '2019';
  const mixed = random.chance(0.1);
  return {
    magnitude: random.pick(['zero', 'small', 'small', 'medium', 'large'] as const),
    mistakes: random.chance(0.4) ? random.int(1, 3) : 0,
    blanks: random.chance(0.7) ? 'none' : random.pick(['few', 'group', 'totals', 'zeros'] as const),
    placeholder: random.chance(0.6) ? '' : random.pick(['/', '-', '—', '无']),
    annotations: random.chance(0.15),
    digits: random.chance(0.85) ? 'plain' : random.pick(['fullWidth', 'thousands'] as const),
    forms: { proactive: mixed ? other(form) : form, applications: form, disputes: form },
  };
}

type Numbers = Record<RowId, Record<ColumnId, number>>;

function other(form: FormId): FormId {
  return form === '2021' ? '2019' : '2021';
}

function amount(random: Random, choice: ModelChoice): number {
  if (choice.magnitude === 'zero') return 0;
  if (choice.magnitude === 'small') return random.chance(0.75) ? 0 : random.int(1, 12);
  if (choice.magnitude === 'medium') return random.chance(0.4) ? 0 : random.int(1, 150);
  return random.chance(0.2) ? 0 : random.int(1, random.pick([30, 900, 20_000]));
}

function proactiveNumbers(random: Random, choice: ModelChoice): Numbers {
  const form = choice.forms.proactive;
  const scale = choice.magnitude === 'large' ? random.pick([1, 100, 3000]) : 1;
  const numbers: Numbers = {};
  for (const row of forms[form].tables.proactive.rows) {
    const cells: Record<ColumnId, number> = {};
    for (const column of columnsOfRow('proactive', row.id, form)) {
      const money = column === 'amount';
      cells[column] = money ? decimalAmount(random, choice) : amount(random, choice) * scale;
      if (column === 'change' && random.chance(0.3)) cells[column] = -cells[column]! || 0;
    }
    if (form === '2021' && cells.issued !== undefined) cells.inForce = cells.issued + amount(random, choice);
    numbers[row.id] = cells;
  }
  return numbers;
}

function decimalAmount(random: Random, choice: ModelChoice): number {
  if (choice.magnitude === 'zero' || random.chance(0.3)) return 0;
  const places = random.pick([0, 1, 2, 4, 6]);
  return Number((random.int(1, 99_999) + random.int(0, 999_999) / 1_000_000).toFixed(places));
}

function applicationNumbers(random: Random, choice: ModelChoice): Numbers {
  const table = forms[choice.forms.applications].tables.applications;
  const frame = ['received', 'carriedIn', 'outcomeTotal', 'carriedOut'];
  const applicants = table.columns.map((column) => column.id).filter((id) => id !== 'total');
  const numbers: Numbers = Object.fromEntries(table.rows.map((row) => [row.id, {}]));
  for (const column of applicants) {
    const rare = column === 'naturalPerson' || column === 'business' ? 0 : 0.7;
    let sum = 0;
    for (const row of table.rows) {
      if (frame.includes(row.id)) continue;
      const value = random.chance(rare) ? 0 : amount(random, choice);
      numbers[row.id]![column] = value;
      sum += value;
    }
    const carriedOut = random.chance(0.6) ? 0 : amount(random, choice);
    const carriedIn = Math.min(random.chance(0.6) ? 0 : amount(random, choice), sum + carriedOut);
    numbers.outcomeTotal![column] = sum;
    numbers.carriedOut![column] = carriedOut;
    numbers.carriedIn![column] = carriedIn;
    numbers.received![column] = sum + carriedOut - carriedIn;
  }
  for (const row of table.rows) {
    const cells = numbers[row.id]!;
    cells.total = applicants.reduce((sum, column) => sum + cells[column]!, 0);
  }
  return numbers;
}

function disputeNumbers(random: Random, choice: ModelChoice): Numbers {
  const table = forms[choice.forms.disputes].tables.disputes;
  const numbers: Numbers = {};
  for (const row of table.rows) {
    const cells: Record<ColumnId, number> = {};
    for (const column of table.columns) if (column.id !== 'total') cells[column.id] = amount(random, choice);
    cells.total = Object.values(cells).reduce((sum, value) => sum + value, 0);
    numbers[row.id] = cells;
  }
  return numbers;
}

function mistaken(value: number, random: Random): number {
  const digits = String(value);
  if (value > 9 && Number.isInteger(value) && random.chance(0.3)) return Number([...digits].reverse().join(''));
  if (random.chance(0.3)) return 0;
  return Math.max(0, Math.trunc(value) + random.pick([1, -1, 10, 9]));
}

function writeNumbers(numbers: Numbers, choice: ModelChoice, random: Random): TableModel {
  const table: TableModel = {};
  for (const [row, cells] of Object.entries(numbers)) {
    table[row] = {};
    for (const [column, value] of Object.entries(cells)) {
      const annotated = choice.annotations && row === 'normativeDocuments' && value > 0 && random.chance(0.5);
      const note = annotated
        ? random.pick([`（其中修订${random.int(1, value)}件）`, `（含自然失效 ${random.int(1, value)} 件）`])
        : '';
      table[row][column] = { text: writeNumber(value, choice) + note, value };
    }
  }
  return table;
}

function writeNumber(value: number, choice: ModelChoice): string {
  if (choice.digits === 'thousands' && value >= 1000 && Number.isInteger(value)) return value.toLocaleString('en-US');
  const plain = String(value);
  if (choice.digits !== 'fullWidth') return plain;
  return plain.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

function withBlanks(table: TableModel, id: TableId, choice: ModelChoice, random: Random): TableModel {
  const blank: CellModel = { text: choice.placeholder, value: null };
  const rows = Object.values(table);
  if (choice.blanks === 'few') {
    for (let n = random.int(1, 3); n > 0; n--) {
      const row = random.pick(rows);
      row[random.pick(Object.keys(row))] = blank;
    }
  } else if (choice.blanks === 'group') {
    const row = random.pick(rows);
    for (const column of Object.keys(row)) row[column] = blank;
  } else if (choice.blanks === 'totals' && id === 'applications') {
    for (const row of rows.slice(2)) row.total = blank;
  } else if (choice.blanks === 'zeros' && id !== 'proactive') {
    for (const row of rows) for (const column of Object.keys(row)) if (row[column]!.value === 0) row[column] = blank;
  }
  return table;
}
