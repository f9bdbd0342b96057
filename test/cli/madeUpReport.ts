import { tabRows } from '../support/layouts/tabRows';
import { Random } from '../support/random';
import { writeReports } from '../support/renderReport';
import { randomModel, type CellModel, type ReportModel } from '../support/reportModel';
import { plainWording } from '../support/wording';

/** A made-up report in tab rows of another organ or year, with other numbers for each year. */
export function madeUpReport(choice: { readonly year?: number; readonly organ?: string }): string {
  return written([{ ...soundModel(choice.year ?? 1), ...choice }]);
}

/** A made-up report in tab rows whose relations all hold. */
export function soundReport(seed = 1): string {
  return written([soundModel(seed)]);
}

/** The same report with (七)总计 of natural persons and of all applicants left at 0: two cells that a fix sets. */
export function reportWithWrongTotals(seed = 1): string {
  return written([withWrongTotals(soundModel(seed))]);
}

/** One file that holds two reports; the second has the wrong totals. */
export function twoReports(): string {
  return written([soundModel(1), withWrongTotals(soundModel(2))]);
}

function soundModel(seed: number): ReportModel {
  const forms = { proactive: '2021', applications: '2021', disputes: '2021' } as const;
  const model = randomModel(new Random(seed), {
    magnitude: 'medium',
    mistakes: 0,
    blanks: 'none',
    placeholder: '',
    annotations: false,
    digits: 'plain',
    forms,
  });
  return { ...model, organ: '青岚县人民政府', year: 2023 };
}

function withWrongTotals(model: ReportModel): ReportModel {
  const zero: CellModel = { text: '0', value: 0 };
  const { applications } = model.tables;
  const outcomeTotal = { ...applications.outcomeTotal!, naturalPerson: zero, total: zero };
  return { ...model, tables: { ...model.tables, applications: { ...applications, outcomeTotal } } };
}

function written(models: readonly ReportModel[]): string {
  const random = new Random(7);
  const rendering = {
    layout: tabRows,
    options: tabRows.choose(random),
    wording: plainWording,
    headings: 'chinese',
    around: 'plain',
    secondNumbering: false,
    lineEnd: '\n',
  } as const;
  return writeReports(models, rendering, random).text;
}
