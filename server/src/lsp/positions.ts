import { PositionEncodingKind, type Position, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Positions } from '../features/view';
import { span, type Span } from '../text/span';

/** Offsets inside the server are UTF-16; this is the only place where they meet the client's way of counting characters. */
export function positionsOf(document: TextDocument, encoding: PositionEncodingKind): Positions {
  const utf16 = encoding === PositionEncodingKind.UTF16;
  const position = (offset: number): Position => {
    const place = document.positionAt(offset);
    return utf16 ? place : { line: place.line, character: unitsBefore(lineOf(document, place.line), place.character, encoding) };
  };
  const offset = (place: Position): number => document.offsetAt(utf16 ? place : utf16Position(document, place, encoding));
  return {
    position,
    offset,
    range: (s: Span): Range => ({ start: position(s.start), end: position(s.end) }),
    span: (range: Range): Span => span(offset(range.start), offset(range.end)),
  };
}

/** UTF-16 whenever the client can do it or says nothing: every client then counts as we do. */
export function chooseEncoding(offered: readonly PositionEncodingKind[] | undefined): PositionEncodingKind {
  if (!offered?.length || offered.includes(PositionEncodingKind.UTF16)) return PositionEncodingKind.UTF16;
  const known = [PositionEncodingKind.UTF32, PositionEncodingKind.UTF8].find((kind) => offered.includes(kind));
  return known ?? PositionEncodingKind.UTF16;
}

/** The same place counted in UTF-16 units, as incremental changes must be applied. */
export function utf16Position(document: TextDocument, place: Position, encoding: PositionEncodingKind): Position {
  if (encoding === PositionEncodingKind.UTF16) return place;
  if (place.line < 0 || place.line >= document.lineCount) return place;
  return { line: place.line, character: utf16Index(lineOf(document, place.line), place.character, encoding) };
}

function lineOf(document: TextDocument, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/[\r\n]+$/, '');
}

function unitsBefore(line: string, index: number, encoding: PositionEncodingKind): number {
  let units = 0;
  for (let at = 0; at < index; ) {
    const point = line.codePointAt(at);
    if (point === undefined) break;
    units += unitsOf(point, encoding);
    at += point > 0xffff ? 2 : 1;
  }
  return units;
}

/** The index whose prefix has the given number of units; beyond the line's end its end, inside a character its start. */
function utf16Index(line: string, units: number, encoding: PositionEncodingKind): number {
  let at = 0;
  let seen = 0;
  while (at < line.length) {
    const point = line.codePointAt(at)!;
    seen += unitsOf(point, encoding);
    if (seen > units) break;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

function unitsOf(point: number, encoding: PositionEncodingKind): number {
  if (encoding === PositionEncodingKind.UTF32) return 1;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
