import { forms, tableIds, type FormId, type FormLabel, type TableId } from '../form/form';
import { lacksMarks, withoutFillers } from '../text/fillers';
import { fold, foldBare, foldLabel } from '../text/fold';
import { editDistance } from '../text/editDistance';
import { remembering } from '../text/remember';

export type LabelKind = 'row' | 'group' | 'column' | 'heading' | 'note';

/** What a piece of text may be as a label of the form. */
export interface LabelMatch {
  readonly table: TableId;
  readonly kind: LabelKind;
  readonly id: string;
  readonly match: 'exact' | 'alias' | 'near';
  readonly forms: readonly FormId[];
  /** The wording is too short to mean this on its own (`其他`, `总计` as rows). */
  readonly weak: boolean;
}

interface Entry {
  readonly table: TableId;
  readonly kind: LabelKind;
  readonly id: string;
  readonly alias: boolean;
  readonly weak: boolean;
  forms: FormId[];
}

const strict = new Map<string, Entry[]>();
const bare = new Map<string, Entry[]>();
/** Bare wordings that a damaged label may still be compared with. */
const comparable: { text: string; entry: Entry }[] = [];
let longest = 0;

for (const form of ['2021', '2019'] as const) {
  for (const table of tableIds) {
    const t = forms[form].tables[table];
    for (const row of t.rows) addLabel(form, table, 'row', row);
    for (const group of t.groups) addLabel(form, table, 'group', group);
    for (const column of t.columns) addLabel(form, table, 'column', column);
    for (const heading of t.headings) add(form, table, 'heading', heading, heading, false, false);
    if (t.note) add(form, table, 'note', 'note', t.note, false, false);
  }
}
for (const [id, wording] of [
  ['other.miscellaneous', '其他'],
  ['outcomeTotal', '总计'],
  ['outcomeTotal', '合计'],
] as const) {
  for (const form of ['2021', '2019'] as const) {
    if (id !== 'other.miscellaneous' || form === '2021') add(form, 'applications', 'row', id, wording, false, true);
  }
}

const none: readonly LabelMatch[] = [];

/** The labels that a text is, after folding; the exact ones where there are any, else those that differ only in punctuation. */
export function labelMatches(written: string): readonly LabelMatch[] {
  // The tags inside a label of a web page may be longer than any label.
  const raw = written.length > longestRaw && lacksMarks(written) ? withoutFillers(written) : written;
  if (raw.length < 2 || raw.length > longestRaw || endsWithDigit(raw)) return none;
  return lookRemembered(raw);
}

const longestRaw = 90;

/** A number, as most cells are: no label of the form ends with a digit. */
function endsWithDigit(raw: string): boolean {
  const last = raw.charCodeAt(raw.length - 1);
  return last >= 0x30 && last <= 0x39;
}

/** The label that a damaged or misspelt text most likely is: one wording of a table clearly nearer than all others. */
export function nearLabelMatches(raw: string, table: TableId): readonly LabelMatch[] {
  return lookNearRemembered[table](raw);
}

const lookRemembered = remembering(50_000, look);

function look(raw: string): readonly LabelMatch[] {
  const folded = foldLabel(raw);
  if (folded.length < 2 || folded.length > longest + 8) return none;
  const exact = strict.get(folded);
  if (exact) return exact.map((e) => toMatch(e, e.alias ? 'alias' : 'exact'));
  const marksDropped = foldBare(raw);
  const punctuation = marksDropped.length >= 3 ? bare.get(marksDropped) : undefined;
  if (punctuation) return punctuation.filter((e) => !e.weak).map((e) => toMatch(e, e.alias ? 'alias' : 'near'));
  const annotated = /^(.{4,}?)\s*[（(]([^（()）]*)[）)]$/u.exec(raw);
  // What a bracket behind a column says of it is a remark, but for its unit, which says what its numbers are.
  if (annotated && !/单位|元/.test(annotated[2]!)) return look(annotated[1]!).filter((m) => m.kind === 'column');
  if (folded.startsWith('信息内容')) return look(folded.slice(4)).filter((m) => m.kind === 'column');
  return none;
}

const lookNearRemembered = Object.fromEntries(
  tableIds.map((table) => [table, remembering(10_000, (raw) => lookNear(raw, table))]),
) as Record<TableId, (raw: string) => readonly LabelMatch[]>;

function lookNear(raw: string, table: TableId): readonly LabelMatch[] {
  const text = foldBare(raw);
  if (text.length < 4 || text.length > longest + 8) return none;
  // `3 （六）其他处理` is a number and another row's label.
  if (/^\d+\s*[（(][一二三四五六七]/.test(raw)) return none;
  const digits = digitsOf(text);
  let best: Entry | undefined;
  let bestDistance = Infinity;
  let second = Infinity;
  for (const { text: wording, entry } of comparable) {
    if (entry.table !== table) continue;
    if (digitsOf(wording) !== digits) continue;
    const allowed = Math.max(1, Math.floor(Math.min(wording.length, text.length) * 0.2));
    if (Math.abs(wording.length - text.length) > allowed) continue;
    const distance = editDistance(text, wording, allowed + 2);
    if (best && entry.id === best.id && entry.kind === best.kind) {
      bestDistance = Math.min(bestDistance, distance);
    } else if (distance < bestDistance) {
      second = bestDistance;
      best = distance <= allowed ? entry : undefined;
      bestDistance = distance;
    } else second = Math.min(second, distance);
  }
  return best && second - bestDistance >= 2 && !isTailOfAnother(text, best) ? [toMatch(best, 'near')] : none;
}

/** The text is the end of a longer label, its last line where it is wrapped: `反复申请` is no misspelt `重复申请`. */
function isTailOfAnother(text: string, { table, id }: Entry): boolean {
  return comparable.some(
    (c) => c.entry.table === table && c.entry.id !== id && c.text.length > text.length && c.text.endsWith(text),
  );
}

/** A damaged label keeps its ordinal, and a number run together with it is no part of it. */
function digitsOf(wording: string): string {
  return wording.replace(/\D/g, '');
}

function toMatch(entry: Entry, match: LabelMatch['match']): LabelMatch {
  return { table: entry.table, kind: entry.kind, id: entry.id, match, forms: entry.forms, weak: entry.weak };
}

function addLabel(form: FormId, table: TableId, kind: LabelKind, label: FormLabel): void {
  add(form, table, kind, label.id, label.label, false, false);
  for (const text of label.accepted ?? []) add(form, table, kind, label.id, text, false, false);
  for (const text of label.aliases ?? []) add(form, table, kind, label.id, text, true, false);
}

function add(form: FormId, table: TableId, kind: LabelKind, id: string, wording: string, alias: boolean, weak: boolean): void {
  const folded = foldLabel(wording);
  longest = Math.max(longest, folded.length);
  const entry = put(strict, folded);
  const loose = foldBare(wording);
  if (loose.length >= 3) put(bare, loose);
  if (loose.length >= 4 && kind !== 'column' && !weak && entry.forms.length === 1) comparable.push({ text: loose, entry });

  function put(map: Map<string, Entry[]>, key: string): Entry {
    const list = map.get(key) ?? [];
    map.set(key, list);
    let found = list.find((e) => e.table === table && e.kind === kind && e.id === id && e.alias === alias);
    if (!found) list.push((found = { table, kind, id, alias, weak, forms: [] }));
    if (!found.forms.includes(form)) found.forms.push(form);
    return found;
  }
}

const groupWordings = (['2021', '2019'] as const).flatMap((f) => forms[f].tables.applications.groups.map((g) => fold(g.label)));

/** Pieces of merged group cells that a PDF extractor scatters between rows: `本`, `（三）不`, `予公开`, `法提供`. */
export function isGroupDebris(raw: string): boolean {
  const folded = fold(raw);
  if (folded.length === 0) return true;
  if (folded.length <= 2 && [...folded].every((c) => '三、.本年度办理结果'.includes(c))) return true;
  if (folded.length >= 15) return false;
  return (
    groupWordings.some(
      (g) =>
        folded.length < g.length &&
        ((folded.length >= 3 && g.startsWith(folded)) || (folded.length >= 2 && g.endsWith(folded) && folded !== '其他')),
    ) ||
    (folded.length <= 8 && '三、本年度办理结果'.includes(folded))
  );
}
