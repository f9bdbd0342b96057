import { forms } from '../../server/src/form/form';
import type { Report } from '../../server/src/report/report';
import { readDocument } from '../../server/src/service';
import { reportText } from '../support/reportText';

/** A made-up report around a few sentences: what a case leaves out has the numbers of `plainNumbers`. */
export interface ProseReport {
  /** The text of section 一 behind its first sentence, which covers the five aspects. */
  readonly overview?: string;
  readonly organ?: string;
  readonly year?: number;
  readonly title?: string;
  readonly preamble?: string;
  readonly applicationsProse?: string;
  readonly disputesProse?: string;
  readonly problems?: string;
  readonly otherMatters?: string;
  readonly signature?: string;
  readonly numbers?: Numbers;
}

/** Row id to the applicant columns (the total is their sum) or, for the disputes, to the four results. A string is one blank row. */
export type Numbers = Readonly<Record<string, readonly number[] | ''>>;

/** 13 received, 2 carried in, 13 closed, 2 carried over; reviews 2 + 1 + 0 + 1 pending = 4, lawsuits 2 + 1 = 3. */
export const plainNumbers: Numbers = {
  received: [11, 2],
  carriedIn: [2],
  granted: [6, 1],
  partlyGranted: [2],
  'denied.internalAffairs': [1],
  'unable.notHeld': [1, 1],
  'rejected.petition': [1],
  carriedOut: [2],
  outcomeTotal: [11, 2],
  review: [2, 1, 0, 1],
  directLitigation: [1, 0, 0, 1],
  litigationAfterReview: [1, 0, 0, 0],
  normativeDocuments: [3, 1, 28],
};

/** A report without any application or case. */
export const noNumbers: Numbers = {
  ...Object.fromEntries(Object.keys(plainNumbers).map((row) => [row, [0]])),
  normativeDocuments: [0, 0, 28],
};

export function proseReportText(r: ProseReport): string {
  const numbers = { ...plainNumbers, ...r.numbers };
  const { applications, disputes } = forms['2021'].tables;
  return reportText({
    organ: r.organ,
    year: r.year,
    title: r.title,
    preamble: r.preamble,
    signature: r.signature,
    proactive: { ...otherNumbers, normativeDocuments: cells(numbers.normativeDocuments, 3) },
    applications: Object.fromEntries(applications.rows.map(({ id }) => [id, cellsWithTotal(numbers[id], 6)])),
    disputes: Object.fromEntries(disputes.rows.map(({ id }) => [id, cellsWithTotal(numbers[id], 4)])),
    prose: {
      overview: ['主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展。', r.overview ?? ''],
      ...(r.applicationsProse === undefined ? {} : { applications: [r.applicationsProse] }),
      ...(r.disputesProse === undefined ? {} : { disputes: [r.disputesProse] }),
      problems: [r.problems ?? '公开内容还不够深入，下一步将加强业务培训，完善工作机制。'],
      ...(r.otherMatters === undefined ? {} : { otherMatters: [r.otherMatters] }),
    },
  });
}

export function proseReport(r: ProseReport): Report {
  return readDocument(proseReportText(r)).parts[0]!.report;
}

/** The decisions and fees, none of which the cases speak of. */
const otherNumbers = { licensing: [412], penalty: [35], coercion: [0], fees: [96.5] };

/** A row of so many cells: the numbers given, then zeros; of a blank row blanks. */
function cells(given: Numbers[string] | undefined, count: number): (number | '')[] {
  return Array.from({ length: count }, (_, i) => (given === '' ? '' : (given?.[i] ?? 0)));
}

function cellsWithTotal(given: Numbers[string] | undefined, count: number): (number | '')[] {
  const row = cells(given, count);
  return [...row, given === '' ? '' : row.reduce((sum: number, n) => sum + Number(n), 0)];
}
