import { applyEdits, compatibleEdits } from '../../fixes/applyEdits';
import type { Edit } from '../../rules/rule';
import { byteOffsets } from './byteOffsets';
import { encodeText } from './encodeText';
import { decodeText, type DecodedText } from './textEncoding';

/**
 * The file's bytes with the edits made: only the edited places are encoded anew, every other byte stays. Undefined where
 * that cannot be done faithfully; the result is decoded again and compared before it is trusted.
 */
export function spliceBytes(bytes: Buffer, decoded: DecodedText, edits: readonly Edit[]): Buffer | undefined {
  const ordered = compatibleEdits(edits);
  const places = byteOffsets(
    bytes,
    decoded.encoding,
    decoded.markLength,
    ordered.flatMap((edit) => [edit.span.start, edit.span.end]),
  );
  if (!places) return undefined;
  const pieces: Buffer[] = [];
  let at = 0;
  ordered.forEach((edit, index) => {
    pieces.push(bytes.subarray(at, places[2 * index]), encodeText(edit.newText, decoded.encoding));
    at = places[2 * index + 1]!;
  });
  pieces.push(bytes.subarray(at));
  const spliced = Buffer.concat(pieces);
  return decodeText(spliced, decoded.encoding).text === applyEdits(decoded.text, ordered) ? spliced : undefined;
}
