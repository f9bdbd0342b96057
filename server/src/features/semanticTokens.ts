import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import { relationsOf } from '../report/relations';
import type { Cell } from '../report/report';
import { shiftSpan, span, type Span } from '../text/span';
import { tablesOf } from './parts/elementAt';
import { isSum } from './parts/totals';
import { partsIn, touches, type Feature, type View, type ViewPart } from './view';

const tokenTypes = ['namespace', 'type', 'property', 'number'] as const;
const tokenModifiers = ['total', 'wrong'] as const;
type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** Headings, column headers, row labels and numbers; totals and wrong numbers are marked. */
export const semanticTokens: Feature<SemanticTokensParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/full',
  capability: () => ({ semanticTokensProvider: { legend, full: true, range: true } }),
  handle: (view) => encode(view, tokensOf(view, span(0, view.text.length))),
};

export const semanticTokensRange: Feature<SemanticTokensRangeParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/range',
  capability: () => ({}),
  handle: (view, params) => encode(view, tokensOf(view, view.positions.span(params.range))),
};

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

function tokensOf(view: View, asked: Span): Token[] {
  return partsIn(view, asked)
    .flatMap((part) => tokensOfPart(part).map((token) => ({ ...token, span: shiftSpan(token.span, part.start) })))
    .filter((token) => touches(asked, token.span))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function tokensOfPart(part: ViewPart): Token[] {
  const { report } = part;
  const totals = new Set(
    relationsOf(report)
      .filter(isSum)
      .map((r) => r.marked),
  );
  const wrong = wrongSpans(part);
  const number = (cell: Cell): Token => {
    const modifiers: TokenModifier[] = [];
    if (totals.has(cell)) modifiers.push('total');
    if (wrong.has(cell.span.start)) modifiers.push('wrong');
    return { span: cell.span, type: 'number', modifiers };
  };
  const label =
    (type: TokenType) =>
    (s: { readonly span: Span }): Token => ({ span: s.span, type, modifiers: [] });
  return [
    ...report.sections.flatMap((section) => (section.heading ? [label('namespace')(section.heading)] : [])),
    ...tablesOf(report).flatMap((table) => [
      ...table.header.map(label('type')),
      ...table.groups.map(label('type')),
      ...table.rows.flatMap((row) => [
        label('property')(row.label),
        ...[...Object.values(row.cells), ...row.unbound].filter((cell) => cell.kind === 'number').map(number),
      ]),
    ]),
  ];
}

/** Where the cells stand that an error is about. */
function wrongSpans(part: ViewPart): Set<number> {
  return new Set(part.shown.filter((f) => f.severity === 'error' && f.row !== undefined).map((f) => f.span.start));
}

/** Five numbers a token, relative to the one before; tokens must not overlap nor run over a line's end. */
function encode(view: View, tokens: readonly Token[]): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = 0;
  for (const { span: whole, type, modifiers } of tokens) {
    for (const piece of linesOf(view.text, whole)) {
      if (piece.start < end || piece.end === piece.start) continue;
      const start = view.positions.position(piece.start);
      const length = view.positions.position(piece.end).character - start.character;
      const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
      data.push(start.line - line, start.line === line ? start.character - character : start.character, length);
      data.push(tokenTypes.indexOf(type), bits);
      line = start.line;
      character = start.character;
      end = piece.end;
    }
  }
  return { data };
}

/** The pieces of a span on each line, without the white space around them: a label may be broken over lines. */
function linesOf(text: string, whole: Span): Span[] {
  const pieces: Span[] = [];
  for (const match of text.slice(whole.start, whole.end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)) {
    pieces.push(span(whole.start + match.index, whole.start + match.index + match[0].length));
  }
  return pieces;
}
