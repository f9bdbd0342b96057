import { neededValue, relationsOf, type Relation, type RelationTerm } from '../../report/relations';
import type { Report } from '../../report/report';
import type { Localized } from '../../text/localized';
import { columnName, rowName, sumText } from '../../report/names';
import { relatedCell } from './cellFindings';
import type { Fix, FindingDraft, Related } from '../rule';

/** What a broken relation is about, in the words a message needs. */
export interface BrokenRelation {
  readonly relation: Relation;
  /** Names of the row or column that the relation runs along and of the cell that the finding marks. */
  readonly along: string;
  readonly left: number;
  readonly right: number;
  /** The left side written out as a sum. */
  readonly leftText: string;
  readonly difference: number;
}

/** One draft for each violated relation of a rule, on the cell that the form names, with every term as related information. */
export function* relationFindings(
  report: Report,
  rule: string,
  say: (broken: BrokenRelation) => Localized,
  fix?: (relation: Relation) => Fix | undefined,
): Iterable<FindingDraft> {
  for (const relation of relationsOf(report)) {
    if (relation.rule !== rule || relation.status !== 'violated' || !relation.marked) continue;
    const { marked } = relation;
    const expected = neededValue(relation, relation.standsOn);
    const offered = fix?.(relation);
    yield {
      span: marked.span,
      table: relation.table,
      row: marked.row,
      column: marked.column,
      actual: marked.value,
      ...(expected === undefined ? {} : { expected }),
      message: say(describe(relation)),
      related: relatedTerms(relation),
      fixes: offered ? [offered] : [],
    };
  }
}

function describe(relation: Relation): BrokenRelation {
  const { table, key, per } = relation;
  const values = (terms: readonly RelationTerm[]) => terms.map((term) => term.cell?.value ?? 0);
  const total = (terms: readonly RelationTerm[]) => values(terms).reduce((sum, value) => sum + value, 0);
  return {
    relation,
    along: per === 'row' ? rowName(table, key) : columnName(table, key),
    left: total(relation.left),
    right: total(relation.right),
    leftText: sumText(values(relation.left)),
    difference: Math.abs(relation.difference),
  };
}

/** All other terms; of a long sum only those that are not zero, and at least the cell that the finding stands on. */
function relatedTerms(relation: Relation): Related[] {
  const others = relation.terms.filter((term) => term !== relation.standsOn && term.cell);
  const long = relation.terms.length > 8;
  const chosen = long ? others.filter((term) => term.cell?.value !== 0) : others;
  return (chosen.length > 0 ? chosen : [relation.standsOn]).map((term) => relatedCell(relation.table, term.cell!));
}
