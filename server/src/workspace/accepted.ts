import type { ColumnId, RowId, TableId } from '../form/form';
import { localized } from '../text/localized';
import { ProblemList, type FileProblem } from './jsonProblems';
import { memberOf, readJson, type JsonNode } from './jsonText';

/** The name of the file that holds the accepted findings of a folder and everything below it. */
export const acceptedFileName = 'gouji.accepted.json';

/**
 * A finding that a person has looked at and accepted. Every field that is given must agree with the finding; one that is left
 * out says nothing. A finding whose value has changed since is not the one that was accepted.
 */
export interface AcceptedEntry {
  readonly rule: string;
  /** Path relative to the folder of the side file, with `/`. */
  readonly file: string;
  /** Number of the report in its file, from 1, where the file holds several. */
  readonly part?: number;
  readonly table?: TableId;
  readonly row?: RowId;
  readonly column?: ColumnId;
  /** The number found; null for a cell without one. */
  readonly value?: number | null;
  /** The number that the relation would need. */
  readonly expected?: number;
  /** The marked text, for a finding that stands on no cell. */
  readonly text?: string;
  readonly reason: string;
  /** The day of acceptance, YYYY-MM-DD. */
  readonly date: string;
}

/** Reads the side file. An entry that lacks a rule, a file or a reason, or has a wrong value, is reported and not used. */
export function parseAccepted(
  text: string,
  file = acceptedFileName,
): { readonly entries: readonly AcceptedEntry[]; readonly problems: readonly FileProblem[] } {
  const problems = new ProblemList(file, text);
  const read = readJson(text);
  if ('error' in read) {
    problems.syntax(read.error);
    return { entries: [], problems: problems.problems };
  }
  const list = acceptedList(read.root);
  if (!list) {
    problems.wrongType(read.root, file, localized('含有“accepted”列表的对象', 'an object with a list “accepted”'));
    return { entries: [], problems: problems.problems };
  }
  const entries = list.items.flatMap((item, i) => readEntry(item, `accepted[${i}]`, problems) ?? []);
  return { entries, problems: problems.problems };
}

/** The list of entries in a side file that was read; undefined where there is none. */
export function acceptedList(root: JsonNode): Extract<JsonNode, { kind: 'array' }> | undefined {
  const list = memberOf(root, 'accepted')?.value;
  return list?.kind === 'array' ? list : undefined;
}

type FieldKind = 'text' | 'number' | 'numberOrNull';

const fields: Readonly<Record<keyof AcceptedEntry, FieldKind>> = {
  rule: 'text',
  file: 'text',
  part: 'number',
  table: 'text',
  row: 'text',
  column: 'text',
  value: 'numberOrNull',
  expected: 'number',
  text: 'text',
  reason: 'text',
  date: 'text',
};

const kindNames: Readonly<Record<FieldKind, ReturnType<typeof localized>>> = {
  text: localized('文字', 'a string'),
  number: localized('数字', 'a number'),
  numberOrNull: localized('数字或 null', 'a number or null'),
};

function readEntry(node: JsonNode, path: string, problems: ProblemList): AcceptedEntry | null {
  if (node.kind !== 'object') {
    problems.wrongType(node, path, localized('对象 { … }', 'an object { … }'));
    return null;
  }
  const found: Record<string, string | number | null> = {};
  let usable = true;
  for (const { key, keySpan, value } of node.members) {
    const kind = Object.hasOwn(fields, key) ? fields[key as keyof AcceptedEntry] : undefined;
    if (!kind) {
      problems.unknownName(keySpan, key, localized('栏目', 'field'), Object.keys(fields));
    } else if (value.kind === 'null' && kind === 'numberOrNull') found[key] = null;
    else if (kind === 'text' ? value.kind === 'string' && value.value !== '' : value.kind === 'number') {
      found[key] = (value as { value: string | number }).value;
    } else {
      // A wrong field makes the entry say less than was meant, so that it would accept too much.
      usable = false;
      problems.wrongType(value, `${path}.${key}`, kindNames[kind]);
    }
  }
  const lacking = (['rule', 'file', 'reason'] as const).filter((key) => !node.members.some((member) => member.key === key));
  if (lacking.length > 0) {
    usable = false;
    problems.ignored(
      node.span,
      localized(`“${path}”缺少${lacking.map((key) => `“${key}”`).join('、')}`, `“${path}” lacks ${lacking.join(', ')}`),
    );
  }
  return usable ? ({ date: '', ...found } as unknown as AcceptedEntry) : null;
}
