import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { columnsOfRow, formRow, forms } from '../form/form';
import { relationsOf, relationsOfCell, type Relation } from '../report/relations';
import type { Section, Table } from '../report/report';
import { columnName, rowName } from '../report/names';
import { localized, type Localized } from '../text/localized';
import { elementAtPosition, type ReportElement } from './parts/elementAt';
import { plainForm, relationName, relationText } from './parts/relationText';
import { repairNotes } from './parts/repairText';
import { rangeIn, say, type Feature, type View, type ViewPart } from './view';

export const hover: Feature<HoverParams, Hover | null> = {
  method: 'textDocument/hover',
  capability: () => ({ hoverProvider: true }),
  handle(view, params) {
    const place = elementAtPosition(view, params.position);
    const lines = place && describe(place.part, place.element);
    if (!lines) return null;
    return { contents: render(view, lines), range: rangeIn(view, place.part, place.element.span) };
  },
};

/** What is said: a title and a list of facts. */
interface Description {
  readonly title: Localized;
  readonly facts: readonly Localized[];
  readonly notes?: readonly Localized[];
}

function describe(part: ViewPart, element: ReportElement): Description | undefined {
  switch (element.kind) {
    case 'cell':
      return describeCell(part, element);
    case 'label':
      return describeRow(part, element);
    case 'header':
      return describeColumn(part, element);
    case 'group':
      return { title: plain(element.group.text), facts: [tableFact(part, element.table)] };
    case 'note':
      return describeNote(part, element.table);
    case 'heading':
      return describeSection(part, element.section);
    case 'title':
      return describeReport(part);
  }
}

function describeCell(part: ViewPart, { table, row, cell }: Extract<ReportElement, { kind: 'cell' }>): Description {
  const { report } = part;
  const value = cell.kind === 'blank' ? localized('（空白）', '(blank)') : plain(cell.text);
  if (!cell.column) {
    const name = rowName(table.id, row.id, plainForm(report.form));
    const fact = localized(
      '本行的数少于或多于表格的列，无法确定此数属于哪一列。',
      'The row has fewer or more cells than the form, so it cannot be told which column this number belongs to.',
    );
    return { title: join(plain(`${name}：`), value), facts: [fact] };
  }
  const name = `${rowName(table.id, row.id, plainForm(report.form))} · ${columnName(table.id, cell.column, plainForm(report.form))}`;
  const relations = relationsOfCell(report, table.id, row.id, cell.column);
  return {
    title: join(plain(`${name}：`), value),
    facts: relations.map(relationFact),
    notes: repairNotes(part, table.id, row.id, cell.column),
  };
}

function describeRow(part: ViewPart, { table, row }: Extract<ReportElement, { kind: 'label' }>): Description {
  const { report } = part;
  const form = plainForm(report.form);
  const meaning = formRow(table.id, row.id, form)?.meaning;
  const relations = relationsOf(report).filter((r) => r.table === table.id && r.per === 'row' && r.key === row.id);
  const read = Object.values(row.cells).filter((cell) => cell.value !== null).length;
  const expected = columnsOfRow(table.id, row.id, form).length;
  const count = localized(`读到 ${read} 个数，表格应有 ${expected} 个`, `${read} of the form's ${expected} numbers were read`);
  return {
    title: plain(rowName(table.id, row.id, plainForm(report.form))),
    facts: [...(meaning ? [meaning] : []), ...relations.map(relationFact), count],
  };
}

function describeColumn(part: ViewPart, { table, header }: Extract<ReportElement, { kind: 'header' }>): Description {
  const { report } = part;
  const relations = relationsOf(report).filter((r) => r.table === table.id && r.per === 'column' && r.key === header.column);
  return {
    title: plain(columnName(table.id, header.column, plainForm(report.form))),
    facts: relations.length > 0 ? relations.map(relationFact) : [tableFact(part, table)],
  };
}

function describeNote(part: ViewPart, table: Table): Description {
  const balances = relationsOf(part.report).filter((r) => r.table === table.id && r.rule === 'balance');
  const column = (r: Relation) => plain(`${columnName(table.id, r.key, plainForm(part.report.form))}：`);
  return {
    title: localized('勾稽关系：一 + 二 = （七）总计 + 四', 'Balance: 一 + 二 = （七）总计 + 四'),
    facts: balances.map((r) => join(column(r), relationText(r))),
  };
}

function describeSection(part: ViewPart, section: Section): Description {
  const table = Object.values(part.report.tables).find(
    (t) => t !== undefined && forms['2021'].tables[t.id].section === section.id,
  );
  const official = forms[plainForm(part.report.form)].sections.find((s) => s.id === section.id);
  const facts: Localized[] = [];
  if (section.heading && section.heading.match !== 'exact' && official) {
    facts.push(
      localized(`规定标题：${official.number}、${official.title}`, `The form's heading: ${official.number}、${official.title}`),
    );
  }
  if (table) facts.push(tableFact(part, table), relationFactOf(part, table));
  const letters = section.prose.reduce((n, s) => n + part.report.text.slice(s.start, s.end).replace(/\s/g, '').length, 0);
  if (official?.kind === 'prose' || letters > 0) facts.push(localized(`文字 ${letters} 字`, `${letters} characters of prose`));
  return { title: plain(section.heading?.text ?? official?.title ?? section.id), facts };
}

function describeReport(part: ViewPart): Description {
  const { report } = part;
  const unknown = localized('未读出', 'not found');
  const facts = [
    join(localized('机关：', 'Organ: '), report.organ === null ? unknown : plain(report.organ)),
    join(localized('年度：', 'Year: '), report.year === null ? unknown : plain(String(report.year))),
    ...Object.values(report.tables).flatMap((table) => (table ? [relationFactOf(part, table)] : [])),
  ];
  return { title: plain(report.title?.text.replace(/\s+/g, '') ?? ''), facts };
}

/** How much of the form's table was read: a person should know how far to trust what is said about it. */
function tableFact(part: ViewPart, table: Table): Localized {
  const { rows, rowsExpected, cells, cellsExpected } = table.coverage;
  const complete = rows >= rowsExpected && cells >= cellsExpected;
  const mark = complete ? ' ✓' : '';
  if (table.status === 'incomplete') {
    return localized(
      `表格残缺：读到 ${rows}/${rowsExpected} 行、${cells}/${cellsExpected} 个数，不作勾稽检查`,
      `The table is incomplete: ${rows}/${rowsExpected} rows, ${cells}/${cellsExpected} numbers; no sums are checked`,
    );
  }
  return localized(
    `读到 ${rows}/${rowsExpected} 行、${cells}/${cellsExpected} 个数${mark}（版式 ${table.layout}，${part.report.form ?? ''} 表式）`,
    `${rows}/${rowsExpected} rows and ${cells}/${cellsExpected} numbers read${mark} (layout ${table.layout}, form ${part.report.form ?? ''})`,
  );
}

function relationFactOf(part: ViewPart, table: Table): Localized {
  const relations = relationsOf(part.report).filter((r) => r.table === table.id);
  const count = (status: Relation['status']) => relations.filter((r) => r.status === status).length;
  const title = forms['2021'].tables[table.id].title;
  const mark = count('violated') > 0 ? '✗' : count('undecided') > 0 ? '' : '✓';
  return localized(
    `${title.zh}：勾稽关系 ${count('holds')} 条成立，${count('violated')} 条不平，${count('undecided')} 条无法判断 ${mark}`.trimEnd(),
    `${title.en}: ${count('holds')} relations hold, ${count('violated')} do not, ${count('undecided')} undecided ${mark}`.trimEnd(),
  );
}

function relationFact(relation: Relation): Localized {
  const name = relationName(relation);
  const text = relationText(relation);
  return localized(`${name.zh}：${text.zh}`, `${name.en}: ${text.en}`);
}

function render(view: View, description: Description): Hover['contents'] {
  const title = say(view, description.title);
  const facts = description.facts.map((fact) => say(view, fact));
  const notes = (description.notes ?? []).map((note) => say(view, note));
  if (!view.client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown)) {
    return { kind: MarkupKind.PlainText, value: [title, ...facts, ...notes].join('\n') };
  }
  const list = facts.map((fact) => `- ${escapeMarkdown(fact)}`).join('\n');
  const value = [`**${escapeMarkdown(title)}**`, list, ...notes.map(escapeMarkdown)].filter((p) => p !== '').join('\n\n');
  return { kind: MarkupKind.Markdown, value };
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function plain(text: string): Localized {
  return localized(text, text);
}

function join(a: Localized, b: Localized): Localized {
  return localized(a.zh + b.zh, a.en + b.en);
}
