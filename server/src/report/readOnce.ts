import { readReport } from './readReport';
import type { Report } from './report';

/** Texts met lately, as many as this; copies are common where reports are collected or joined. */
const textsKept = 16;

/** UTF-16 units; a longer text is not worth the room. */
const longestKept = 100_000;

/** Most texts come only once: the reading is not kept before the text comes again. */
const kept = new Map<string, Report | undefined>();

/** Reads a report, unless it was read lately from the very same text. */
export function readOnce(text: string): Report {
  const known = kept.get(text);
  if (known) return known;
  const report = readReport(text);
  if (text.length > longestKept) return report;
  const isCopy = kept.has(text);
  if (!isCopy && kept.size >= textsKept) kept.delete(kept.keys().next().value!);
  kept.set(text, isCopy ? report : undefined);
  return report;
}
