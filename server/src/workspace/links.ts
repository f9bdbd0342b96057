import { localized, type Localized } from '../text/localized';
import type { Candidate, IndexedEntry } from './entryStore';
import { compareOrgans, organKey, type OrganName } from './organName';

/**
 * What the index found when it looked for another report. `unknown`: this report's organ or year is not known;
 * `none`: there is no such report; `ambiguous`: several could be meant, so none is used.
 */
export interface Link {
  readonly status: 'matched' | 'none' | 'ambiguous' | 'unknown';
  readonly entry: IndexedEntry | null;
  /** Reports that were considered and not used. */
  readonly candidates: readonly IndexedEntry[];
  readonly reason: Localized;
}

export function noLink(status: 'none' | 'unknown', reason: Localized, candidates: readonly IndexedEntry[] = []): Link {
  return { status, entry: null, candidates, reason };
}

/** A match that was found for another reason than the names alone. */
export function matchedBecause(link: Link, reason: Localized): Link {
  return link.status === 'matched' ? { ...link, reason } : link;
}

/** The one report among the candidates: those of exactly this name first; several leave it open. */
export function chooseCandidate(candidates: readonly Candidate[], organ: OrganName, missing: () => Link): Link {
  const same = candidates.filter((candidate) => candidate.match === 'same');
  const possible = same.length > 0 ? same : candidates;
  if (possible.length === 0) return missing();
  const entries = possible.map((candidate) => candidate.entry);
  if (entries.length > 1) {
    const files = entries.map((entry) => entry.file);
    return {
      status: 'ambiguous',
      entry: null,
      candidates: entries,
      reason: localized(
        `有 ${files.length} 份报告都可能是“${organ.written}”的：${files.join('、')}，未作选择`,
        `${files.length} reports could be of ${organ.written}: ${files.join(', ')}; none was chosen`,
      ),
    };
  }
  return { status: 'matched', entry: entries[0]!, candidates: [], reason: matchReason(entries[0]!, organ) };
}

/**
 * A match by an incomplete name is given up where another report of this year has as good a claim: a second 财政局, or one that
 * writes the full name.
 */
export function withoutRivals(link: Link, entry: IndexedEntry, sameYear: readonly Candidate[]): Link {
  const organ = entry.identity.organ!;
  const target = link.entry?.identity.organ;
  if (!target || organKey(target) === organKey(organ)) return link;
  const rivals = sameYear
    .map((candidate) => candidate.entry)
    .filter((other) => {
      const name = other.identity.organ!;
      if (other === entry || organKey(name) === organKey(organ)) return false;
      return organKey(name) === organKey(target) || compareOrgans(name, organ) === 'different';
    });
  if (rivals.length === 0) return link;
  return {
    status: 'ambiguous',
    entry: null,
    candidates: [link.entry!],
    reason: localized(
      `“${target.written}”也可能是“${rivals[0]!.identity.organ!.written}”（${rivals[0]!.file}）的，未作选择`,
      `“${target.written}” could as well be the same organ as “${rivals[0]!.identity.organ!.written}” (${rivals[0]!.file}); none was chosen`,
    ),
  };
}

function matchReason(found: IndexedEntry, organ: OrganName): Localized {
  const name = found.identity.organ!;
  const [a, b] = [found.otherName?.written ?? name.written, organ.written];
  if (found.otherName) {
    return localized(`配置写明“${a}”是“${b}”的其他名称`, `the configuration says that “${a}” is another name of “${b}”`);
  }
  if (a === b) return localized('机关名称相同', 'same name');
  if (organKey(name) === organKey(organ)) {
    return localized(`“${a}”与“${b}”是同一名称的不同写法`, `“${a}” and “${b}” are two ways of writing one name`);
  }
  return localized(
    `“${a}”与“${b}”只差地名的详略，且没有其他可能`,
    `“${a}” and “${b}” differ only in the places named, and nothing else is possible`,
  );
}
