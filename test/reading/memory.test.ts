import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { checkReport, readDocument, type ReportDocument } from '../../server/src/service';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('typing holds no former text: what is remembered of words holds the words alone', () => {
  const report = readFileSync('test/fixtures/layouts/tabRows.clean.txt', 'utf8');
  const long = report + '坚持以公开为常态、不公开为例外，持续提升政务公开的质量和实效。'.repeat(10_000);
  const at = long.indexOf('通知要求');
  let document: ReportDocument | undefined;
  const type = (character: string) => {
    // As from an editor: a text of its own, not a piece of the one before.
    const text = Buffer.from(long.slice(0, at) + character + long.slice(at)).toString();
    document = readDocument(text, document);
    for (const part of document.parts) checkReport(part.report);
  };
  type('一');
  const before = heapUsed();
  for (let i = 0; i < 60; i++) type(String.fromCharCode(0x4e00 + i));
  const textBytes = 2 * long.length;
  expect((heapUsed() - before) / textBytes).toBeLessThan(10);
});

function heapUsed(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
