import type { Cell } from '../report/report';
import type { Edit } from '../rules/rule';
import { escapeFiller } from '../text/fillers';
import { span } from '../text/span';

/**
 * The edit that makes a cell hold `value` (a whole number): only the number's own characters change, so padding and
 * annotations such as `（其中修订16件）` stay. A blank cell is filled at its empty place.
 */
export function setCellValue(cell: Cell, value: number): Edit {
  if (cell.kind === 'blank') return { span: span(cell.span.start, cell.span.start), newText: String(value) };
  const written = cell.kind === 'number' ? writtenNumber.exec(cell.text) : null;
  if (!written) return { span: cell.span, newText: String(value) };
  const start = cell.span.start + written.index;
  return { span: span(start, start + written[0].length), newText: inStyleOf(written[0], value) };
}

const writtenNumber = new RegExp(`${escapeFiller}*[+\\-−－]?[\\d０-９](?:[\\d０-９,，.．\\s${escapeFiller}]*[\\d０-９])?`, 'u');

/** Digits of the width that the old number has, with thousands separators where the old number has them. */
function inStyleOf(old: string, value: number): string {
  let digits = String(value);
  const separator = /[,，]/u.exec(old)?.[0];
  if (separator) digits = digits.replace(/\B(?=(\d{3})+$)/g, separator);
  if (!/[０-９]/u.test(old) || /\d/.test(old)) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
