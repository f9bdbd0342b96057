import type { Finding } from '../rules/rule';
import type { Edit } from '../rules/rule';
import { localized, type Localized } from '../text/localized';
import { acceptedList, type AcceptedEntry } from './accepted';
import { markedText } from './filterAccepted';
import { afterBlank, memberOf, readJson, type JsonNode } from './jsonText';

export interface Acceptance {
  /** Path relative to the folder of the side file, with `/`. */
  readonly file: string;
  /** Number of the report from 1, only where the file holds several. */
  readonly part?: number;
  /** The report's own text. */
  readonly text: string;
  readonly reason: string;
  /** The day of acceptance, YYYY-MM-DD: the pure rooms have no clock. */
  readonly date: string;
}

/** The entry that accepts exactly this finding, as long as its numbers stay what they are. */
export function acceptedEntry(finding: Finding, { file, part, text, reason, date }: Acceptance): AcceptedEntry {
  const { rule, table, row, column, actual, expected } = finding;
  return {
    rule,
    file,
    ...(part !== undefined && { part }),
    ...(table && { table }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(actual !== undefined && { value: actual }),
    ...(expected !== undefined && { expected }),
    ...(row === undefined && { text: markedText(finding, text) }),
    reason,
    date,
  };
}

/**
 * The edit that adds an entry to the side file's text, or to a new file where `text` is null or blank. Everything else in the
 * file stays as it is. `problem` where the file is not the side file it should be: it is never overwritten.
 */
export function acceptedEdit(
  text: string | null,
  entry: AcceptedEntry,
): { readonly edit: Edit } | { readonly problem: Localized } {
  if (text === null || text.trim() === '') {
    const json = JSON.stringify({ accepted: [entry] }, null, 2);
    return { edit: { span: { start: 0, end: text?.length ?? 0 }, newText: `${json}\n` } };
  }
  const read = readJson(text);
  if ('error' in read)
    return {
      problem: localized(
        `接受清单不是有效的 JSON：${read.error.message.zh}`,
        `the list of accepted findings is no valid JSON: ${read.error.message.en}`,
      ),
    };
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const list = acceptedList(read.root);
  if (list) return { edit: appended(text, list, entry, lineEnd) };
  if (read.root.kind !== 'object' || memberOf(read.root, 'accepted')) {
    return {
      problem: localized(
        '接受清单应为含有“accepted”列表的对象',
        'the list of accepted findings should be an object with a list “accepted”',
      ),
    };
  }
  const unit = indentUnit(text);
  const member = `"accepted": ${indented(JSON.stringify([entry], null, unit), unit, lineEnd)}`;
  return { edit: insertAtEnd(text, read.root, read.root.members.at(-1)?.value, unit + member, lineEnd, '') };
}

function appended(text: string, list: Extract<JsonNode, { kind: 'array' }>, entry: AcceptedEntry, lineEnd: string): Edit {
  const unit = indentUnit(text);
  const outer = indentOfLine(text, list.span.start);
  const last = list.items.at(-1);
  const inner = last && startsLine(text, last.span.start) ? indentOfLine(text, last.span.start) : outer + unit;
  const json = inner + indented(JSON.stringify(entry, null, unit), inner, lineEnd);
  return insertAtEnd(text, list, last, json, lineEnd, outer);
}

/** Puts a further element before the closing bracket, after the last one and its comma, if it has one. */
function insertAtEnd(
  text: string,
  container: JsonNode,
  last: JsonNode | undefined,
  json: string,
  lineEnd: string,
  outer: string,
): Edit {
  if (!last) {
    const place = { start: container.span.start + 1, end: container.span.end - 1 };
    if (text.slice(place.start, place.end).trim() === '') return { span: place, newText: `${lineEnd}${json}${lineEnd}${outer}` };
    return { span: { start: place.start, end: place.start }, newText: `${lineEnd}${json}` };
  }
  const next = afterBlank(text, last.span.end);
  const hasComma = text[next] === ',';
  const at = hasComma ? next + 1 : last.span.end;
  const onOneLine = !text.slice(at, container.span.end).includes('\n');
  return {
    span: { start: at, end: at },
    newText: `${hasComma ? '' : ','}${lineEnd}${json}${onOneLine ? lineEnd + outer : ''}`,
  };
}

function indented(json: string, indent: string, lineEnd: string): string {
  return json.split('\n').join(lineEnd + indent);
}

/** The white space that one level of the file is indented by. */
function indentUnit(text: string): string {
  return /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
}

function indentOfLine(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))![0];
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}
