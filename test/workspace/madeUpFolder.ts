import type { FormId } from '../../server/src/form/form';
import { forms } from '../../server/src/form/form';
import { Random } from '../support/random';
import { addUp, laterOrgan, type Amounts, type ReportNumbers } from './madeUpNumbers';
import { madeUpText } from './madeUpText';

/** A folder of made-up reports: four organs and the government that sums them up, for several years. */
export interface MadeUpFolder {
  readonly files: ReadonlyMap<string, string>;
}

export interface DraftReport {
  /** The organ as this year's report writes it. */
  name: string;
  readonly year: number;
  readonly form: FormId;
  readonly numbers: ReportNumbers;
  /** Which of the made-up wordings the prose takes; years that follow each other take different ones. */
  wording: number;
  /** Added to the stated rate of growth. */
  wrongGrowth: number;
}

export type DraftFolder = ReadonlyMap<string, DraftReport>;

/** A mistake: made in an organ's numbers before the government sums them up, or in the finished drafts. */
export interface Plant {
  readonly name: string;
  readonly beforeSumming?: (drafts: DraftFolder) => void;
  readonly afterSumming?: (drafts: DraftFolder) => void;
  /** `file rule row/column` of every finding that the mistake causes. */
  readonly expected: readonly string[];
}

export const government = '青岚县人民政府';
/** Each organ with the ways in which its reports write its name, one year after the other. */
export const organs: readonly (readonly [file: string, ...names: string[]])[] = [
  ['办公室', '青岚县人民政府办公室', '青岚县政府办', '青岚县政府办公室'],
  ['财政局', '青岚县财政局', '云岭市青岚县财政局', '青岚县财政局'],
  ['教育局', '青岚县教育局', '青岚县教育局', '云岭省云岭市青岚县教育局'],
  ['白溪镇', '青岚县白溪镇人民政府', '白溪镇人民政府', '青岚县白溪镇'],
];

export const configuration = {
  governments: [{ name: government, organs: ['办公室', '财政局', '教育局', '白溪镇'], complete: true }],
};

export function madeUpFolder(seed: number, firstYear: number, plants: readonly Plant[] = []): MadeUpFolder {
  const random = new Random(seed);
  const drafts = new Map<string, DraftReport>();
  const years = [firstYear, firstYear + 1, firstYear + 2];
  for (const [file, ...names] of [...organs, [government, government, '青岚县', government] as const]) {
    let before: ReportNumbers | null = null;
    for (const [i, year] of years.entries()) {
      const form: FormId = year < 2021 ? '2019' : '2021';
      before = laterOrgan(before, form, random);
      drafts.set(`${year}/${file}.txt`, { name: names[i]!, year, form, numbers: before, wording: year, wrongGrowth: 0 });
    }
  }
  for (const plant of plants) plant.beforeSumming?.(drafts);
  for (const year of years) sumUp(drafts, year);
  for (const plant of plants) plant.afterSumming?.(drafts);
  const files = new Map<string, string>();
  for (const [file, draft] of drafts) {
    const before = drafts.get(file.replace(/^\d+/, String(draft.year - 1)));
    files.set(file, madeUpText(draft, before ?? null, random));
  }
  return { files };
}

/** The government's applications and disputes are its organs'; its documents and decisions are its own. */
function sumUp(drafts: DraftFolder, year: number): void {
  const whole = drafts.get(`${year}/${government}.txt`)!;
  const parts = organs.map(([file]) => drafts.get(`${year}/${file}.txt`)!);
  for (const table of ['applications', 'disputes'] as const) {
    for (const row of forms[whole.form].tables[table].rows) {
      for (const { id: column } of forms[whole.form].tables[table].columns) {
        const sum = parts.reduce((total, part) => total + part.numbers[table][row.id]![column]!, 0);
        whole.numbers[table][row.id]![column] = sum;
      }
    }
  }
}

/** Adds applications of one applicant column all the way through a report, so that its own sums still hold. */
export function addApplications(draft: DraftReport, from: 'received' | 'carriedIn', column: string, by: number): void {
  const rows: Record<string, Amounts> = draft.numbers.applications;
  for (const row of [from, 'granted', 'outcomeTotal']) addUp(rows[row]!, column, by);
}
