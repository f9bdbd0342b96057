import type { RowId, TableId } from '../../form/form';
import type { Report } from '../../report/report';
import { foldText, type FoldedText } from '../../text/fold';
import { span, type Span } from '../../text/span';

/** A clause such as 收到政府信息公开申请120件，同比增长20%, bound to cells of the tables. */
export interface GrowthClaim {
  /** The rate with its per cent sign. */
  readonly span: Span;
  readonly numberSpan: Span;
  readonly text: string;
  /** The rate as an integer of 10^-decimals per cent. */
  readonly units: number;
  readonly decimals: number;
  /** +1 growth, −1 decline. */
  readonly direction: 1 | -1;
  /** The year compared with, where it is written. */
  readonly baseYear: number | null;
  /** The count that grew, where the clause gives it. */
  readonly count: number | null;
  /** Every plausible meaning of the count: totals of rows to be added up. */
  readonly readings: readonly (readonly CountedRow[])[];
}

export type CountedRow = readonly [table: TableId, row: RowId];

/** The rates of growth in a report's prose whose counted object is surely in a table. */
export function growthClaims(report: Report): GrowthClaim[] {
  return report.sections.flatMap((section) =>
    section.prose.flatMap((prose) => claimsIn(foldText(report.text.slice(prose.start, prose.end), prose.start))),
  );
}

const growth = new RegExp(
  '(?:(?:较|比|与|相较于?)(?:上一?年度?|去年|前一年|(?<year>20\\d\\d)年度?)(?:同期)?(?:相比)?,?(?:同比)?|同比)' +
    '(?:(?:增加|减少|增长|下降|多|少)了?\\d+[件宗起条份][,(]?)?(?:总体|有所|略有|大幅|明显)?' +
    '(?<direction>增长|上升|增加|提高|提升|上涨|增幅|下降|减少|降低|下滑|降幅)(?:了|率|幅度)?(?:为|达到?)?' +
    '(?<rate>\\d+(?:\\.\\d+)?)%(?!左右|以上|多)',
  'gu',
);

function claimsIn(folded: FoldedText): GrowthClaim[] {
  const claims: GrowthClaim[] = [];
  for (const match of folded.text.matchAll(growth)) {
    const { year, direction, rate } = match.groups!;
    const sentence = folded.text.slice(Math.max(0, match.index - 200), match.index).replace(/^[^]*[。;!?]/u, '');
    const counted = countedObject(sentence);
    if (!counted) continue;
    const end = match.index + match[0].length;
    const decimals = rate!.split('.')[1]?.length ?? 0;
    const [first, last, percent] = [folded.map[end - 1 - rate!.length]!, folded.map[end - 2]! + 1, folded.map[end - 1]! + 1];
    claims.push({
      span: span(first, percent),
      numberSpan: span(first, last),
      text: rate!,
      units: Number(rate!.replace('.', '')),
      decimals,
      direction: /[降减滑]/.test(direction!) ? -1 : 1,
      baseYear: year ? Number(year) : null,
      ...counted,
    });
  }
  return claims;
}

const received: readonly CountedRow[] = [['applications', 'received']];
const receivedAndCarriedIn: readonly CountedRow[] = [
  ['applications', 'received'],
  ['applications', 'carriedIn'],
];
const closed: readonly CountedRow[] = [['applications', 'outcomeTotal']];
const review: readonly CountedRow[] = [['disputes', 'review']];
const litigation: readonly CountedRow[] = [
  ['disputes', 'directLitigation'],
  ['disputes', 'litigationAfterReview'],
];

/** What grew: the count directly before the rate, or a named number of applications without a count. */
function countedObject(before: string): Pick<GrowthClaim, 'count' | 'readings'> | null {
  const count = /^(?<head>.*?)(?<count>\d+)[件宗起条份](?:申请)?[,(]?(?:数量|总量|申请量|办理量)?$/u.exec(before)?.groups;
  if (count) {
    const readings = readingsOf(lastClause(count.head!), count.head!);
    return readings && { count: Number(count.count), readings };
  }
  const clause = lastClause(before);
  const named = /申请(?:公开)?(?:数量|总量|总数|件数|量|数)(?:总体)?$/u.test(clause) && !/\d/.test(clause);
  return named && aboutApplications.test(clause) && !narrower.test(clause)
    ? { count: null, readings: [received, receivedAndCarriedIn] }
    : null;
}

function lastClause(text: string): string {
  return /[^,:()、]*$/u.exec(text)![0];
}

const aboutApplications = /政府信息公开申请|依申请公开|信息公开申请|公开政府信息申请/;
/** Words that make a count a part of the table's number, or another thing altogether. */
const narrower =
  /其中|自然人|法人|企业|组织|公民|网络|网上|线上|线下|平台|信函|邮寄|邮件|当面|现场|传真|举报|信访|留言|提案|建议|许可|审批|救助|补贴|登记|备案|维持|纠正|审结|败诉|胜诉|月|季度/;

function readingsOf(clause: string, sentence: string): GrowthClaim['readings'] | null {
  if (narrower.test(clause)) return null;
  if (/复议/.test(clause)) return /诉讼|应诉/.test(clause) ? null : [review];
  if (/诉讼/.test(clause)) return [litigation];
  const named = aboutApplications.test(clause) || /申请(?:共|计|总计|共计)?$/u.test(clause);
  if (!named && !(clause.length <= 8 && aboutApplications.test(sentence))) return null;
  if (/办结|答复|回复/.test(clause)) return [closed];
  if (/受理|收办|办理|处理/.test(clause)) return [received, receivedAndCarriedIn, closed];
  if (/收到|新收|接收|接到|收悉|收件|申请(?:数量|总量|总数|件数|量|数)(?:为|达到?|共计?)?$/u.test(clause)) {
    return [received, receivedAndCarriedIn];
  }
  return null;
}
