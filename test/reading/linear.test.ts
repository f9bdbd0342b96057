import { expect, it } from 'vitest';
import { readDocument } from '../../server/src/service';
import { tableLayouts } from '../support/layouts';
import { Random } from '../support/random';
import { randomRendering, writeReports } from '../support/renderReport';
import { randomModel } from '../support/reportModel';

// The whole 20 MB need READING_MEGABYTES=20; the everyday run shows the same with a tenth of it.
const megabytes = Number(process.env.READING_MEGABYTES ?? 2);

it(`reading ${megabytes} MB of reports takes at most 11 times as long as a tenth of it`, { timeout: 600_000 }, () => {
  const reports = manyReports(megabytes * 1_000_000);
  const whole = reports.join('\n');
  const tenths = Array.from({ length: 10 }, (_, i) =>
    reports.slice(Math.round((i * reports.length) / 10), Math.round(((i + 1) * reports.length) / 10)).join('\n'),
  );
  readDocument(whole);
  // The mean of ten tenths, which are the whole: what the reports say and what else the machine does then strikes both alike.
  const ratios = wordings.map((wording) => {
    const ofTenths = tenths.reduce((sum, tenth) => sum + timed(tenth, `${wording}地`), 0);
    return timed(whole, wording) / (ofTenths / 10);
  });
  if (process.env.READING_TABLES) {
    console.log(`${reports.length} reports, ${whole.length} characters: ${ratios.map((r) => r.toFixed(1)).join(', ')}`);
  }
  expect(readDocument(whole).parts.length).toBeGreaterThan(reports.length * 0.9);
  const median = ratios.sort((a, b) => a - b)[2]!;
  expect(median).toBeLessThanOrEqual(11);
});

/** Reports of every layout, one after the other; each about as long as a real one with its prose. */
function manyReports(length: number): string[] {
  const random = new Random(20);
  const reports: string[] = [];
  const target = length / 1000 / (length / 20_000_000);
  for (let total = 0, n = 0; total < length; n++) {
    const rendering = { ...randomRendering(random, tableLayouts[n % tableLayouts.length]), lineEnd: '\n' as const };
    const text = writeReports([randomModel(random)], rendering, random).text;
    const prose = '坚持以公开为常态、不公开为例外，持续提升政务公开的质量和实效，切实保障公众的知情权。\n';
    const filler = prose.repeat(Math.max(0, Math.floor((target - utf8Length(text)) / utf8Length(prose))));
    const full = text + filler;
    reports.push(full);
    total += utf8Length(full);
  }
  return reports;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A report that comes again is not read again: each time the reports say something else. */
const wordings = ['持续', '不断', '着力', '继续', '努力'];

/** Milliseconds of the processor, not of the clock: other tests run beside this one. */
function timed(text: string, wording: string): number {
  const other = text.replaceAll('持续', wording);
  const start = process.cpuUsage();
  readDocument(other);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
