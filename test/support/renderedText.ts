import type { ColumnId, RowId, TableId } from '../../server/src/form/form';

/** Which cell of the model a piece of text is. `part` counts the reports of a file from 0. */
export interface CellKey {
  readonly part: number;
  readonly table: TableId;
  readonly row: RowId;
  readonly column: ColumnId;
}

export type PieceRole = 'label' | 'value' | 'header' | 'group' | 'note' | 'border' | 'padding' | 'prose' | 'heading' | 'debris';

/** The smallest unit of a rendering; damages strike between pieces and lines. */
export interface Piece {
  readonly text: string;
  readonly role: PieceRole;
  readonly cell?: CellKey;
  /** The number the model means by a value piece. */
  readonly value?: number | null;
  /** True where a person could not be sure of the cell, so that leaving it unread is right too. */
  readonly optional?: boolean;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** The table the line belongs to, with the row whose cells it holds (`header` above them). */
  readonly table?: TableId;
  readonly row?: RowId;
}

export interface ExpectedCell extends CellKey {
  readonly text: string;
  readonly value: number | null;
  /** Offsets in the file's text. A blank cell's range is the whole empty place; any range inside it is right. */
  readonly start: number;
  readonly end: number;
  readonly optional: boolean;
}

export interface WrittenText {
  readonly text: string;
  readonly cells: readonly ExpectedCell[];
}

export function piece(text: string, role: PieceRole): Piece {
  return { text, role };
}

export function proseLine(text: string, role: PieceRole = 'prose'): Line {
  return { pieces: [piece(text, role)] };
}

export function lineText(line: Line): string {
  return line.pieces.map((p) => p.text).join('');
}

/** Writes lines as text and says where each cell stands in it. */
export function writeLines(lines: readonly Line[], lineEnd = '\n'): WrittenText {
  const cells: ExpectedCell[] = [];
  const written: string[] = [];
  let offset = 0;
  for (const line of lines) {
    let column = offset;
    line.pieces.forEach((p, index) => {
      if (p.cell) {
        const before = p.text === '' ? paddingLength(line.pieces[index - 1]) : 0;
        const after = p.text === '' ? paddingLength(line.pieces[index + 1]) : 0;
        const value = p.value ?? null;
        cells.push({
          ...p.cell,
          text: p.text,
          value,
          start: column - before,
          end: column + p.text.length + after,
          optional: p.optional ?? false,
        });
      }
      column += p.text.length;
    });
    const text = lineText(line);
    written.push(text);
    offset += text.length + lineEnd.length;
  }
  return { text: written.join(lineEnd) + lineEnd, cells };
}

function paddingLength(neighbour: Piece | undefined): number {
  return neighbour?.role === 'padding' ? neighbour.text.length : 0;
}
