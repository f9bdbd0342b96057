import type { Diagnostic, Message } from 'vscode-languageserver';
import { KeptWith } from '../text/remember';

/**
 * A message as JSON in UTF-8. After an edit most diagnostics of a long document are those of the answer before: they are copied,
 * not written anew.
 */
export function encodeMessage(message: Message): Uint8Array {
  return isLongList(message) ? encodeList(message) : Buffer.from(JSON.stringify(message));
}

interface ListAnswer extends Message {
  readonly result: { readonly items: readonly Diagnostic[] };
}

/** An answer with so many diagnostics that it is worth remembering how they are written. */
function isLongList(message: Message): message is ListAnswer {
  const items = (message as Partial<ListAnswer>).result?.items;
  return Array.isArray(items) && items.length >= 20 && items.every((item) => typeof item === 'object' && item !== null);
}

function encodeList(message: ListAnswer): Uint8Array {
  const { result, ...head } = message;
  const { items, ...others } = result;
  // The list is written last: the text of an empty one ends with its brackets.
  const shell = JSON.stringify({ ...head, result: { ...others, items: [] } });
  const [before, after] = [Buffer.from(shell.slice(0, -3)), Buffer.from(shell.slice(-3))];
  const pieces = items.map(encodeItem);
  const length = pieces.reduce((sum, piece) => sum + piece.length, before.length + after.length + items.length - 1);
  const whole = Buffer.allocUnsafe(length);
  whole.set(before);
  let at = before.length;
  pieces.forEach((piece, i) => {
    if (i > 0) whole[at++] = comma;
    whole.set(piece, at);
    at += piece.length;
  });
  whole.set(after, at);
  return whole;
}

const comma = ','.charCodeAt(0);

const remembered = new KeptWith<Diagnostic, Uint8Array>();

function encodeItem(item: Diagnostic): Uint8Array {
  let encoded = remembered.get(item);
  if (!encoded) remembered.set(item, (encoded = Buffer.from(JSON.stringify(item))));
  return encoded;
}
