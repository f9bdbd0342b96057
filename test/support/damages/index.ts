import type { Random } from '../random';
import type { Line } from '../renderedText';
import { headerLost, headingLost, labelLost, lostBlanks, movedLabels, rowLost, splitNumber, valuesLost } from './cellDamages';
import { DamageLedger, type Damage } from './damage';
import {
  barePageNumber,
  cutOff,
  debris,
  deduplicated,
  deduplicatedCells,
  mergedLines,
  pageFurniture,
  runTogether,
  splitLines,
} from './lineDamages';

/** Every damage the generator knows. */
export const damages: readonly Damage[] = [
  lostBlanks,
  mergedLines,
  runTogether,
  splitLines,
  pageFurniture,
  barePageNumber,
  cutOff,
  deduplicated,
  deduplicatedCells,
  movedLabels,
  debris,
  rowLost,
  labelLost,
  valuesLost,
  headerLost,
  headingLost,
  splitNumber,
];

/** Strikes a text with `first` (another where it finds nothing to harm) and up to two more damages, and says which of them struck. */
export function damage(lines: readonly Line[], first: Damage, random: Random): { lines: Line[]; struck: string[] } {
  const ledger = new DamageLedger();
  const chosen = [first];
  if (!first.alone) for (let n = random.int(0, 2); n > 0; n--) chosen.push(random.pick(damages.filter((d) => !d.alone)));
  let result = [...lines];
  const struck: string[] = [];
  for (const one of chosen) {
    const after = one.strike(result, random, ledger);
    if (!after) continue;
    result = after;
    struck.push(one.name);
  }
  for (let tries = 0; struck.length === 0 && tries < 50; tries++) {
    const one = random.pick(damages);
    const after = one.strike(result, random, ledger);
    if (after) return { lines: after, struck: [one.name] };
  }
  return { lines: result, struck };
}
