import type { TableId } from '../form/form';
import { relationsOf, type Relation } from '../report/relations';
import type { Report } from '../report/report';
import { defaultWorkLimit } from './leastChange';
import type { Repair, RepairEdit, RepairPart, RepairStatus } from './repair';
import { solveTable, type TableAnswer } from './solveTable';
import { surroundingsOf } from './surroundings';
import { filledTotals, type Filling } from './filledTotals';

export interface RepairOptions {
  /** The same organ's report for the year before: a total left at last year's value is a common slip. */
  readonly previous?: Report;
  /** Elementary steps after which a table is left undecided. */
  readonly workLimit?: number;
}

/** More answers than this are not listed. */
const listedAnswers = 60;

/**
 * The least-change repair of a report's tables; null when every relation holds or nothing can be said.
 *
 * The applications table is one problem, each group of disputes another: no relation of the form links them.
 */
export function repairReport(report: Report, options: RepairOptions = {}): Repair | null {
  const answers: { table: TableId; answer: TableAnswer }[] = [];
  for (const relations of problemsOf(report)) {
    if (!relations.some(needsRepair)) continue;
    const table = relations[0]!.table;
    const around = surroundingsOf(report, table, options.previous);
    const answer = solveTable(relations, around, options.workLimit ?? defaultWorkLimit);
    if (answer) answers.push({ table, answer });
  }
  if (answers.length === 0) return null;
  const cost = answers.reduce((sum, { answer }) => sum + answer.cost, 0);
  const parts = answers.flatMap(({ table, answer }) =>
    answer.parts.map((options): RepairPart => {
      const status = answer.status;
      const edits = options.map((fillings) => fillings.map((f) => editOf(table, f)));
      return { table, status, unique: status === 'proved' && options.length === 1, options: edits };
    }),
  );
  if (answers.some(({ answer }) => answer.status === 'undecided')) {
    return { status: 'undecided', cost, unique: false, edits: [], alternatives: [], parts };
  }
  const all = combined(answers);
  const more = all.more || answers.some(({ answer }) => answer.status === 'cutShort');
  const status: RepairStatus = more ? 'cutShort' : 'proved';
  const [edits = [], ...alternatives] = all.list;
  return { status, cost, unique: status === 'proved' && alternatives.length === 0, edits, alternatives, parts };
}

/** Relations that share cells belong to one problem; inequalities say too little to correct a value. */
function problemsOf(report: Report): readonly (readonly Relation[])[] {
  const applications: Relation[] = [];
  const groups: Relation[][] = [];
  for (const relation of relationsOf(report)) {
    if (relation.compare !== 'equal') continue;
    if (relation.table === 'applications') applications.push(relation);
    else if (relation.table === 'disputes') groups.push([relation]);
  }
  return applications.length > 0 ? [applications, ...groups] : groups;
}

/** Blanks leave a relation undecided, but several of them together may be beyond what any filling can explain. */
function needsRepair(relation: Relation): boolean {
  if (relation.status !== 'undecided') return relation.status === 'violated';
  const { left, right } = relation.cells;
  return [...left, ...right].every((cell) => cell && cell.kind !== 'unreadable');
}

function editOf(table: TableId, { cell, value }: Filling): RepairEdit {
  return { table, row: cell.row, column: cell.column, actual: cell.value, value };
}

/** Every choice of one option per part, likeliest first as far as the first parts go, with blank totals filled. */
function combined(answers: readonly { table: TableId; answer: TableAnswer }[]): {
  list: readonly (readonly RepairEdit[])[];
  more: boolean;
} {
  const parts = answers.flatMap(({ table, answer }) => answer.parts.map((options) => ({ table, answer, options })));
  const total = parts.reduce((product, part) => product * part.options.length, 1);
  const choice = parts.map(() => 0);
  const list: RepairEdit[][] = [];
  while (list.length < Math.min(total, listedAnswers)) {
    list.push(
      answers.flatMap(({ table, answer }) => {
        const changed = parts.flatMap((part, p) => (part.answer === answer ? part.options[choice[p]!]! : []));
        return [...changed, ...filledTotals(answer.relations, answer.blankTotals, changed)].map((f) => editOf(table, f));
      }),
    );
    for (let p = parts.length - 1; p >= 0; p--) {
      choice[p]!++;
      if (choice[p]! < parts[p]!.options.length) break;
      choice[p] = 0;
    }
  }
  return { list, more: total > listedAnswers };
}
