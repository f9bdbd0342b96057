import type { FormId } from '../../form/form';
import type { Relation, RelationTerm } from '../../report/relations';
import type { Report } from '../../report/report';
import { rules } from '../../rules/index';
import { localized, type Localized } from '../../text/localized';

/** A relation written out with its numbers and its verdict, e.g. `9 + 2 = 11 ✓` or `9 + 2 = 11，表中为 0，差 11 ✗`. */
export function relationText(relation: Relation): Localized {
  const { left, right } = relation;
  if (relation.status === 'undecided') return undecidedText(relation);
  const holds = relation.status === 'holds';
  if (relation.compare === 'atLeast') {
    const text = `${addends(left, false)} ${holds ? '≥' : '<'} ${addends(right, false)} ${holds ? '✓' : '✗'}`;
    return localized(text, text);
  }
  if (right.length === 1) {
    const computed = sum(left);
    const head = `${addends(left, true)} = ${computed}`;
    if (holds) return localized(`${head} ✓`, `${head} ✓`);
    const written = sum(right);
    return localized(
      `${head}，表中为 ${written}，差 ${signed(computed - written)} ✗`,
      `${head}, the table says ${written}, difference ${signed(computed - written)} ✗`,
    );
  }
  if (holds) {
    const text = `${addends(left, false)} = ${addends(right, false)} ✓`;
    return localized(text, text);
  }
  const sides = [left, right].map((side) => `${addends(side, false)} = ${sum(side)}`);
  return localized(
    `${sides[0]}，${sides[1]}，差 ${signed(relation.difference)} ✗`,
    `${sides[0]}, ${sides[1]}, difference ${signed(relation.difference)} ✗`,
  );
}

/** A short name for a relation, for a list of several. */
export function relationName(relation: Relation): Localized {
  const known = names[relation.rule];
  if (known) return known;
  return rules.find((rule) => rule.id === relation.rule)?.summary ?? localized(relation.rule, relation.rule);
}

/** The form to take names from; a mixed table has rows of both, which are then looked up in both. */
export function plainForm(form: Report['form'] | undefined): FormId {
  return form === '2019' ? '2019' : '2021';
}

const names: Readonly<Record<string, Localized>> = {
  'row-total': localized('本行合计', 'Sum of the row'),
  'outcome-total': localized('办理结果合计', 'Sum of the outcomes'),
  balance: localized('勾稽关系', 'Balance'),
  'case-total': localized('本组合计', 'Sum of the group'),
  'negative-stock': localized('现行有效＋废止不少于制发', 'In force + repealed is at least issued'),
};

function undecidedText(relation: Relation): Localized {
  const sign = relation.compare === 'atLeast' ? '≥' : '=';
  const text = `${addends(relation.left, true)} ${sign} ${addends(relation.right, false)}`;
  return localized(`${text}，有数未填或读不出，无法判断`, `${text}: a number is blank or unreadable, nothing can be said`);
}

/** The terms of one side; in a long sum the zeros are left out, because twenty of them hide the two that count. */
function addends(terms: readonly RelationTerm[], skipZeros: boolean): string {
  const shown = skipZeros && terms.length > 2 ? terms.filter((term) => term.cell?.value !== 0) : terms;
  return shown.length === 0 ? '0' : shown.map((term) => valueText(term)).join(' + ');
}

function valueText(term: RelationTerm): string {
  if (!term.cell) return '?';
  if (term.cell.value === null) return term.cell.kind === 'unreadable' ? '?' : '□';
  return String(term.cell.value);
}

function sum(terms: readonly RelationTerm[]): number {
  return terms.reduce((total, term) => total + (term.cell?.value ?? 0), 0);
}

function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : String(difference);
}
