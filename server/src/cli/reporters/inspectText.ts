import { columnsOfRow, formColumn, formRow, forms, tableIds, type FormId } from '../../form/form';
import type { Cell, Row, Table } from '../../report/report';
import { inLocale, localized, type Localized } from '../../text/localized';
import { plain, styles } from '../styles';
import { readingLine, tableReading } from './readingLine';
import type { InspectReporter, ReporterSettings } from './reporter';

/** What was read, for a person: sections with their places, tables with every row's values. */
export function inspectTextReporter({ locale, colours }: ReporterSettings): InspectReporter {
  const { bold, dim, colour } = styles(colours);

  function rowLine(table: Table, row: Row): string {
    const form = formOfRow(table, row);
    const values = row.expected.map((column) => {
      const label = formColumn(table.id, column, form)?.label ?? column;
      return `${dim(plain(label))} ${valueText(row.cells[column])}`;
    });
    return `    ${plain(formRow(table.id, row.id, form)?.label ?? row.label.text)}  ${values.join('  ')}`;
  }

  return {
    report(inspected) {
      const { report, rangeOf } = inspected;
      const sections = report.sections.map((section) => {
        const at = rangeOf(section.heading?.span ?? section.span).start;
        const title = section.heading ? plain(section.heading.text) : inLocale(headingLost, locale);
        return `  ${dim(`${at.line + 1}:${at.character + 1}`)}  ${title}`;
      });
      const tables = tableIds.flatMap((id) => {
        const table = report.tables[id];
        if (!table) return [];
        return [`  ${bold(tableReading(id, table, locale))}`, ...table.rows.map((row) => rowLine(table, row))];
      });
      return [bold(plain(readingLine(inspected, locale))), ...sections, ...tables].map((line) => line + '\n').join('');
    },
    unreadable: (path, problem) => `${colour('red', '✗')} ${plain(path)}  ${inLocale(problem, locale)}\n`,
  };
}

/** A mixed table has rows of both forms: a row's labels are those of the form that has its columns. */
function formOfRow(table: Table, row: Row): FormId {
  if (table.form !== 'mixed') return table.form;
  const known = forms['2021'].tables[table.id].rows.find(({ id }) => id === row.id);
  const columns = known && columnsOfRow(table.id, row.id, '2021');
  return columns && row.expected.every((column) => columns.includes(column)) ? '2021' : '2019';
}

const headingLost: Localized = localized('（没有标题）', '(heading lost)');

/** `·` a cell that the text does not have, `□` an empty one; anything else as written. */
function valueText(cell: Cell | undefined): string {
  if (!cell) return '·';
  return cell.text === '' ? '□' : plain(cell.text);
}
