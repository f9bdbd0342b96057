import type { RawGrid } from '../../layouts/layout';
import { isPageNumber } from '../pageFurniture';
import { hasInnerBlank, isBlank, isValue, type CellToken, type TokenRow } from './cellTokens';
import { byFives, fifteen, fiveOf, hasFiller, isOnlyPlace, withoutFiller, type Group } from './disputeCells';
import type { Run } from './disputeRuns';

/** The groups with their five cells each. */
export interface FoundGroups {
  readonly groups: readonly Group[];
  /** Count and order leave no doubt; else every group must add up. */
  readonly sure: boolean;
}

/** The groups of the table with their cells, in whichever way it gives them; undefined where it is not plain which they are. */
export function foundGroups(
  text: string,
  rows: readonly TokenRow[],
  runs: readonly Run[],
  grid: RawGrid,
  labels: number,
  header: number,
): FoundGroups | undefined {
  return (
    inOneRow(text, runs, grid, hasFiller(text, rows)) ?? inPieces(runs, grid) ?? inTablesOfTheirOwn(runs, labels, grid, header)
  );
}

/** Fifteen values in one row; single numbers beside them (a page number, a counter) make them doubtful. */
function inOneRow(text: string, runs: readonly Run[], grid: RawGrid, filler: boolean): FoundGroups | undefined {
  const full = runs.flatMap((run) => {
    const values = fifteen(text, run, grid);
    return values ? [{ run, values }] : [];
  });
  const [only] = full;
  if (!only || full.length > 1) return undefined;
  const others = runs.filter((r) => r !== only.run && r.values.some(isValue));
  if (others.some((r) => r.values.filter(isValue).length > 1)) return undefined;
  const { values } = only;
  const padded = !grid.rowsKnown && !isOnlyPlace(withoutFiller(text, only.run.values), values);
  if (padded || (!grid.rowsKnown && filler && isBlank(values[0]!))) return undefined;
  return {
    groups: byFives(values),
    sure:
      others.length === 0 &&
      values.every(isPlain) &&
      !(only.run.afterText && values.some(isBlank)) &&
      !(
        grid.layout === 'pdfText' &&
        isPageNumber(
          values
            .slice(0, 3)
            .map((v) => v.text)
            .join(''),
        )
      ),
  };
}

/** Fifteen values in two or three rows that an extractor broke between the groups. */
function inPieces(runs: readonly Run[], grid: RawGrid): FoundGroups | undefined {
  const filled = runs.filter((r) => r.values.some(isValue));
  const values = filled.flatMap((r) => r.values.filter(isValue));
  if (values.length !== 15 || filled.length > 3 || filled.some((r) => r.values.filter(isValue).length % 5 !== 0))
    return undefined;
  if (!grid.rowsKnown && filled.at(-1)!.totals > 0 && !filled.every((r) => isBelowHeader(r, values))) return undefined;
  if (grid.showsBlanks && filled.some((r) => hasInnerBlank(r.values))) return undefined;
  return { groups: byFives(values), sure: values.every(isPlain) };
}

/** As many groups have their header before the values as have values. */
function isBelowHeader(run: Run, values: readonly CellToken[]): boolean {
  return run.totals * 5 > values.indexOf(run.values.findLast(isValue)!);
}

/** One small table for each group, each with its label right above. */
function inTablesOfTheirOwn(runs: readonly Run[], labels: number, grid: RawGrid, header: number): FoundGroups | undefined {
  const filled = runs.filter((r) => r.values.some(isValue));
  const cells = filled.flatMap((run) => {
    const values = fiveOf(run, grid);
    return run.group && run.labels === 1 && values ? [{ id: run.group, values }] : [];
  });
  if (cells.length !== filled.length || cells.length < labels || new Set(cells.map((c) => c.id)).size < cells.length)
    return undefined;
  if (header > 0 && header !== cells.length * 5) return undefined;
  return { groups: cells, sure: grid.showsBlanks && header > 0 && cells.every((c) => c.values.every(isPlain)) };
}

/** Neither two numbers run together nor something unreadable. */
function isPlain(token: CellToken): boolean {
  return !token.number.spaced && token.number.kind !== 'unreadable';
}
