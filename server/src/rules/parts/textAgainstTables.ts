import { statementsAbout } from '../../prose/statements';
import { valueOfReading } from '../../prose/readings';
import type { Statement, StatementTopic } from '../../prose/statement';
import { rowOf, type Report } from '../../report/report';
import { fold } from '../../text/fold';
import { localized, type Localized } from '../../text/localized';
import { columnName, rowName } from '../../report/names';
import type { FindingDraft, Related } from '../rule';

/**
 * One draft for each statement of a topic that no plausible reading of the tables agrees with. A reading whose cells were not
 * all read leaves the statement undecided: nothing is said.
 */
export function* statementFindings(report: Report, topic: StatementTopic): Iterable<FindingDraft> {
  for (const statement of statementsAbout(report, topic)) {
    const values = statement.readings.map((reading) => valueOfReading(report, reading));
    const decided = values.every(({ value }) => value !== null);
    const agrees = (stated: number) => values.some(({ value }) => value === stated);
    if (!decided || agrees(statement.value) || statement.wholes.some(agrees)) continue;
    const first = statement.readings[0]!;
    yield {
      span: statement.span,
      ...(statement.weak ? { severity: 'hint' as const } : {}),
      message: say(report, statement, values[0]!.value!),
      actual: statement.value,
      expected: values[0]!.value!,
      related: related(report, first.plus),
      fixes: [],
    };
  }
}

function say(report: Report, statement: Statement, inTable: number): Localized {
  const quote = fold(report.text.slice(statement.span.start, statement.span.end));
  const shown = quote.length > 30 ? `${quote.slice(0, 30)}…` : quote;
  const [first, ...others] = statement.readings;
  const seen = new Set([inTable, statement.value]);
  const more: { name: Localized; value: number }[] = [];
  for (const reading of others) {
    const value = valueOfReading(report, reading).value!;
    if (!seen.has(value)) more.push({ name: reading.name, value });
    seen.add(value);
  }
  const alsoZh = more.map((m) => `，${m.name.zh}是 ${m.value}`).join('');
  const alsoEn = more.map((m) => `, ${m.name.en} ${m.value}`).join('');
  const subject = statement.subject;
  const named = first!.name.zh === subject.zh ? localized('', '') : localized(`（${first!.name.zh}）`, ` (${first!.name.en})`);
  return localized(
    `正文“${shown}”与表格不一致：表中${subject.zh}${named.zh}是 ${inTable}${alsoZh}，正文是 ${statement.value}。请核对原始台账，改正写错的一处。`,
    `“${shown}” in the text disagrees with the table: ${subject.en}${named.en} is ${inTable}${alsoEn} there, ${statement.value} in the text. Check the records and correct the wrong one.`,
  );
}

function related(report: Report, cells: Statement['readings'][number]['plus']): Related[] {
  const found = cells.flatMap((reference) => {
    const cell = rowOf(report, reference.table, reference.row)?.cells[reference.column];
    return cell ? [{ cell, table: reference.table }] : [];
  });
  const notZero = found.filter(({ cell }) => cell.value !== 0);
  return (notZero.length > 0 ? notZero : found.slice(0, 1)).slice(0, 8).map(({ cell, table }) => {
    const text = `${rowName(table, cell.row)}·${columnName(table, cell.column)}：${cell.text}`;
    return { span: cell.span, row: cell.row, column: cell.column, value: cell.value, message: localized(text, text) };
  });
}
