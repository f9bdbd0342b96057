import { forms, tableIds } from '../../form/form';
import { isFreeForm } from '../../report/formInForce';
import type { Table } from '../../report/report';
import { inLocale, localized, type Locale, type Localized } from '../../text/localized';
import type { InspectedReport } from './reporter';

/** How a report was read, on one line: `a.txt · 青岚县人民政府 2023 年 · utf-8 · 三 25/25 行 175/175 格 · tabRows`. */
export function readingLine({ path, part, report, encoding }: InspectedReport, locale: Locale): string {
  const name = part ? `${path}#${part}` : path;
  const { organ, year } = report;
  const title = [organ, year && inLocale(localized(`${year} 年`, String(year)), locale)].filter(Boolean).join(' ');
  const tables = isFreeForm(report)
    ? inLocale(freeForm, locale)
    : tableIds.map((id) => tableReading(id, report.tables[id], locale)).join('；');
  return [name, title, report.form === 'mixed' ? inLocale(mixedForm, locale) : '', encoding, tables].filter(Boolean).join(' · ');
}

const freeForm = localized(
  '没有规定格式（2018 年及以前，或按学年报告）',
  'no form was prescribed (up to 2018, or for a school year)',
);
const mixedForm = localized('新旧格式混用', 'old and new form mixed');

/** How one table was read: `三 25/25 行 175/175 格 · tabRows`. */
export function tableReading(id: Table['id'], table: Table | undefined, locale: Locale): string {
  const number = sectionNumber(id);
  if (!table) return `${number} ${inLocale(noTable, locale)}`;
  const { rows, rowsExpected, cells, cellsExpected } = table.coverage;
  const counts = inLocale(
    localized(
      `${rows}/${rowsExpected} 行 ${cells}/${cellsExpected} 格`,
      `${rows}/${rowsExpected} rows ${cells}/${cellsExpected} cells`,
    ),
    locale,
  );
  return `${number} ${counts} · ${table.layout}${table.status === 'incomplete' ? inLocale(incomplete, locale) : ''}`;
}

function sectionNumber(id: Table['id']): string {
  const form = forms['2021'];
  return form.sections.find((section) => section.id === form.tables[id].section)!.number;
}

const noTable: Localized = localized('无表', 'no table');
const incomplete: Localized = localized('（不完整，未作运算检查）', ' (incomplete, arithmetic not checked)');
