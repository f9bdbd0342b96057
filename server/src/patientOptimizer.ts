import { setFlagsFromString } from 'node:v8';

/**
 * Engines before V8 13 (Node.js 20 and 22) optimize a function soon after its first use and again after each surprise. In a
 * process of a few seconds most of that work is lost: waiting until a function has run four times as long saves a quarter of
 * the processor time of a check, and the language server the long answers in between.
 */
export function waitBeforeOptimizing(): void {
  if (Number.parseInt(process.versions.v8) < 13) setFlagsFromString('--interrupt-budget=500000');
}
