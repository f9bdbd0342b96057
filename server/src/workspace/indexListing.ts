import type { Localized } from '../text/localized';
import type { EntryIdentity } from './entryIdentity';
import type { IndexedEntry } from './entryStore';
import type { Link } from './links';
import type { WorkspaceIndex } from './workspaceIndex';

/** A report as the listing names it. `part` (from 1) only where its file holds several reports. */
export interface ListedReport {
  readonly file: string;
  readonly part?: number;
}

/** What was looked for, what was found and why, or why not. */
export interface ListedLink {
  readonly status: Link['status'];
  readonly report: ListedReport | null;
  /** Reports that could be meant and were not used. */
  readonly candidates: readonly ListedReport[];
  readonly reason: Localized;
}

export interface ListedParts {
  /** Whether the configuration names the organs; else they were told by the places in their names. */
  readonly declared: boolean;
  /** Whether the sums are checked: the set is declared complete and every organ has exactly one report. */
  readonly complete: boolean;
  readonly organs: readonly (ListedLink & { readonly organ: string })[];
}

export interface ListedEntry extends ListedReport {
  /** The organ as written, null where it is not known; `source` says where it was read. */
  readonly organ: { readonly name: string | null; readonly source: EntryIdentity['organSource'] };
  readonly year: { readonly value: number | null; readonly source: EntryIdentity['yearSource'] };
  readonly previous: ListedLink;
  readonly whole: ListedLink;
  /** Only for the report of a government. */
  readonly parts: ListedParts | null;
}

/** Every report of the index with what it was matched with and why: nothing is matched silently. */
export function listIndex(index: WorkspaceIndex): ListedEntry[] {
  const named = (entry: IndexedEntry): ListedReport =>
    index.entriesOf(entry.file).length > 1 ? { file: entry.file, part: entry.part + 1 } : { file: entry.file };
  const listed = (link: Link): ListedLink => ({
    status: link.status,
    report: link.entry && named(link.entry),
    candidates: link.candidates.map(named),
    reason: link.reason,
  });
  return [...index.entries()]
    .sort((a, b) => compareText(a.file, b.file) || a.part - b.part)
    .map((entry) => {
      const { organ, organSource, year, yearSource } = entry.identity;
      const parts = index.partsOf(entry);
      return {
        ...named(entry),
        organ: { name: (entry.otherName ?? organ)?.written ?? null, source: organSource },
        year: { value: year, source: yearSource },
        previous: listed(index.previousOf(entry)),
        whole: listed(index.wholeOf(entry)),
        parts: parts && {
          declared: parts.declared,
          complete: parts.complete,
          organs: parts.organs.map(({ name, link }) => ({ organ: name, ...listed(link) })),
        },
      };
    });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
