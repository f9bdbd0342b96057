import { reportText, type ReportNumbers } from '../support/reportText';

/** Two applicants' columns are filled, and more was carried in than the same report carries out: so two years do not fit together. */
const sound: ReportNumbers = {
  applications: {
    received: [12, 2, 0, 0, 0, 0, 14],
    carriedIn: [3, 0, 0, 0, 0, 0, 3],
    granted: [11, 2, 0, 0, 0, 0, 13],
    'rejected.petition': [2, 0, 0, 0, 0, 0, 2],
    outcomeTotal: [13, 2, 0, 0, 0, 0, 15],
    carriedOut: [2, 0, 0, 0, 0, 0, 2],
  },
  disputes: { review: [1, 0, 0, 0, 1] },
};

/** A report whose relations all hold. */
export function soundReport(choice: Pick<ReportNumbers, 'organ' | 'year'> = {}): string {
  return reportText({ ...sound, ...choice });
}

/** The same report with (七)总计 of natural persons and of all applicants left at 0: two cells that a fix sets. */
export function reportWithWrongTotals(choice: Pick<ReportNumbers, 'organ' | 'year'> = {}): string {
  return reportText({ ...sound, ...choice, applications: { ...sound.applications, outcomeTotal: [0, 2, 0, 0, 0, 0, 0] } });
}

/** One file that holds two reports; the second has the wrong totals. */
export function twoReports(): string {
  return `${soundReport()}\n${reportWithWrongTotals({ organ: '青岚县财政局' })}`;
}
