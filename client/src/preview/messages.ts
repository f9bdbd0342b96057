/** Start line and character, end line and character, as the server counts them. */
export type PlainRange = readonly [number, number, number, number];

/** A cell as the preview shows it: which report of the text, which table, `row/column`, and its text. */
export interface ShownCell {
  readonly report: number;
  readonly table: string;
  readonly name: string;
  readonly text: string;
}

/** What the preview tells the extension. */
export type FromPreview =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly range: PlainRange; readonly withFocus: boolean }
  /** A new text for one cell; `version` is the one of the text that the preview shows. */
  | {
      readonly type: 'edit';
      readonly cell: ShownCell;
      readonly range: PlainRange;
      readonly text: string;
      readonly version: number | null;
    };

/** What the extension tells the preview. */
export type ToPreview =
  | { readonly type: 'show'; readonly html: string; readonly version: number | null }
  /** The editor's cursor moved: the cell there is brought into sight. */
  | { readonly type: 'follow'; readonly line: number; readonly character: number };
