import { setCellValue } from '../../fixes/cellEdits';
import type { RowId, TableId } from '../../form/form';
import type { Repair, RepairEdit, RepairPart } from '../../repair/repair';
import { isTotalCell } from '../../repair/surroundings';
import { hasTerm, relationsOf, type Relation } from '../../report/relations';
import { cellOf, type Cell, type Report } from '../../report/report';
import { localized, type Localized } from '../../text/localized';
import { columnName, rowName, withoutOrdinal } from '../../report/names';
import { relationRules } from '../parts/relationRules';
import type { Finding, Fix, Related, RuleSeverity } from '../rule';
import { settledByRepair } from './settledByRepair';

/**
 * What a person is shown: one `wrong-cell` finding for each cell that a proved, unique repair blames, instead of the broken sums
 * that it explains. Where several explanations are equally good the sums keep their findings, and their fixes are the
 * explanations, likelier first. Where the repair is undecided nothing changes.
 */
export function showCauses(
  report: Report,
  findings: readonly Finding[],
  repair: Repair | null,
  severity: RuleSeverity = 'error',
): readonly Finding[] {
  if (!repair || severity === 'off') return findings;
  const parts = (repair.parts ?? partsByTable(repair)).filter((part) => part.status !== 'undecided');
  const broken = brokenRelations(report, findings);
  const blamed = parts.filter((part) => part.unique && mayBeBlamed(part, broken, findings));
  const certain = new Map<Cell, RepairEdit>();
  for (const part of blamed) {
    for (const edit of part.options[0]!) {
      const cell = cellOf(report, edit.table, edit.row, edit.column);
      if (cell) certain.set(cell, edit);
    }
  }
  const causes: Finding[] = [];
  for (const [cell, edit] of certain) {
    if (edit.actual === null) continue;
    causes.push({ ...causeOf(cell, edit, broken, certain, safeIn(parts, edit.table)), severity });
  }
  const explained = new Set(
    broken.filter((b) => touches(b.relation, certain) && holdsAfter(b.relation, certain)).map((b) => b.finding),
  );
  const settled = settledByRepair(report, findings, certain);
  const kept = findings.filter((finding) => !explained.has(finding) && !settled.has(finding));
  const tied = parts.filter((part) => !part.unique && part.options.length > 0);
  return [...kept.map((finding) => withExplanations(report, finding, broken, tied)), ...causes].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** A relation that does not hold, with its finding when a rule reported it. */
interface Broken {
  readonly relation: Relation;
  readonly finding: Finding | undefined;
}

function brokenRelations(report: Report, findings: readonly Finding[]): readonly Broken[] {
  const sums = findings.filter((finding) => relationRules.has(finding.rule));
  return relationsOf(report)
    .filter((relation) => relation.compare === 'equal' && relation.difference !== 0 && relation.status !== 'holds')
    .map((relation) => ({
      relation,
      finding: sums.find(
        (f) =>
          f.rule === relation.rule &&
          f.table === relation.table &&
          f.row === relation.standsOn.row &&
          f.column === relation.standsOn.column,
      ),
    }));
}

/**
 * Nobody is blamed where the arithmetic was silenced: by the user, who switched the rules off, or by a finding that says that
 * the text extraction is at fault.
 */
function mayBeBlamed(part: RepairPart, broken: readonly Broken[], findings: readonly Finding[]): boolean {
  const cells = part.options[0]!;
  const own = broken.filter(({ relation }) => cells.some((cell) => hasTerm(relation, cell)));
  const rows = new Set<RowId>(own.flatMap(({ relation }) => relation.terms.map((t) => t.row)));
  const atFault = findings.some(
    (f) =>
      f.table === part.table &&
      (f.rule === 'incomplete-table' || (f.rule === 'split-number' && f.row !== undefined && rows.has(f.row))),
  );
  // With blanks in them all relations may be undecided, although no filling makes them hold: then there are no findings to go by.
  const reported = own.some((b) => b.finding) || own.every(({ relation }) => relation.status === 'undecided');
  return reported && !atFault;
}

function causeOf(
  cell: Cell,
  edit: RepairEdit,
  broken: readonly Broken[],
  certain: ReadonlyMap<Cell, RepairEdit>,
  safe: boolean,
): Omit<Finding, 'severity'> {
  const own = broken.filter(({ relation }) => relation.terms.some((t) => t.cell === cell));
  const alone = new Map([[cell, edit]]);
  const count = own.length;
  const others = own.every(({ relation }) => holdsAfter(relation, alone)) ? 0 : certain.size - 1;
  const name = cellName(edit.table, edit);
  const written = cell.value ?? 0;
  const message = localized(
    others === 0
      ? `${name.zh}：${written} 应为 ${edit.value}，改后 ${count} 条勾稽关系全部成立。请与原始台账核对后更正。`
      : `${name.zh}：${written} 应为 ${edit.value}，与另外 ${others} 处一并改后 ${count} 条勾稽关系全部成立。请与原始台账核对后更正。`,
    others === 0
      ? `${name.en}: ${written} should be ${edit.value}; then all ${count} broken relations hold. Check it against the records and correct it.`
      : `${name.en}: ${written} should be ${edit.value}; together with ${others} more, all ${count} broken relations hold. Check it against the records and correct it.`,
  );
  return {
    rule: 'wrong-cell',
    span: cell.span,
    table: edit.table,
    row: edit.row,
    column: edit.column,
    actual: cell.value,
    expected: edit.value,
    message,
    related: own.map(relatedRelation),
    fixes: [{ title: setTitle(edit), kind: safe ? 'safe' : 'unsafe', preferred: true, edits: [setCellValue(cell, edit.value)] }],
  };
}

function relatedRelation({ relation, finding }: Broken): Related {
  const { row, column, cell } = relation.standsOn;
  const along = relation.per === 'row' ? rowName(relation.table, relation.key) : columnName(relation.table, relation.key);
  return {
    span: cell?.span ?? relation.terms.find((t) => t.cell)!.cell!.span,
    row,
    column,
    value: cell?.value ?? null,
    message:
      finding?.message ??
      localized(
        `“${along}”的勾稽关系不成立，相差 ${Math.abs(relation.difference)}`,
        `“${along}” does not balance, by ${Math.abs(relation.difference)}`,
      ),
  };
}

/** Totals are safe to set when the whole repair of the table is certain and changes totals only. */
function safeIn(parts: readonly RepairPart[], table: TableId): boolean {
  const own = parts.filter((part) => part.table === table);
  return own.every((part) => part.unique && part.options[0]!.every((edit) => isTotalCell(edit)));
}

/** A person chooses among a few; the rest are in the machine-readable output. */
const offeredExplanations = 8;

function withExplanations(report: Report, finding: Finding, broken: readonly Broken[], tied: readonly RepairPart[]): Finding {
  const relation = broken.find((b) => b.finding === finding)?.relation;
  if (!relation) return finding;
  const part = tied.find(
    (p) => p.table === relation.table && p.options.some((edits) => edits.some((edit) => hasTerm(relation, edit))),
  );
  if (!part) return finding;
  const fixes = part.options.slice(0, offeredExplanations).flatMap((edits): Fix[] => {
    const cells = edits.map((edit) => cellOf(report, edit.table, edit.row, edit.column));
    if (cells.some((cell) => !cell)) return [];
    const titles = edits.map(setTitle);
    return [
      {
        title: localized(titles.map((t) => t.zh).join('；'), titles.map((t) => t.en).join('; ')),
        kind: 'offered',
        edits: edits.map((edit, i) => setCellValue(cells[i]!, edit.value)),
      },
    ];
  });
  return { ...finding, fixes };
}

function setTitle(edit: RepairEdit): Localized {
  const name = cellName(edit.table, edit);
  return edit.actual === null
    ? localized(`在“${name.zh}”填写 ${edit.value}`, `Fill “${name.en}” with ${edit.value}`)
    : localized(`将“${name.zh}”由 ${edit.actual} 改为 ${edit.value}`, `Change “${name.en}” from ${edit.actual} to ${edit.value}`);
}

/** Applications are told apart by column first, cases by their group; numbers in front of a label are left out where it stays clear. */
function cellName(table: TableId, cell: { readonly row: string; readonly column: string }): Localized {
  const column = columnName(table, cell.column);
  const row = rowName(table, cell.row);
  const bare = withoutOrdinal(row);
  const short = bare === '总计' || bare === '其他' ? row : bare;
  const name = table === 'applications' ? `${column} · ${short}` : `${short} · ${column}`;
  return localized(name, name);
}

function touches(relation: Relation, edits: ReadonlyMap<Cell, RepairEdit>): boolean {
  return relation.terms.some((t) => t.cell && edits.has(t.cell));
}

function holdsAfter(relation: Relation, edits: ReadonlyMap<Cell, RepairEdit>): boolean {
  let difference = relation.difference;
  for (const { cell, side } of relation.terms) {
    const edit = cell && edits.get(cell);
    if (edit) difference += (edit.value - (cell.value ?? 0)) * (side === 'left' ? 1 : -1);
  }
  return difference === 0;
}

/** The parts of a repair that does not name them: each table by itself. */
function partsByTable(repair: Repair): readonly RepairPart[] {
  const answers = [repair.edits, ...repair.alternatives];
  return [...new Set(repair.edits.map((edit) => edit.table))].map((table) => {
    const options = new Map(
      answers.map((edits) => edits.filter((e) => e.table === table)).map((edits) => [JSON.stringify(edits), edits]),
    );
    return {
      table,
      status: repair.status,
      unique: repair.status === 'proved' && options.size === 1,
      options: [...options.values()],
    };
  });
}
