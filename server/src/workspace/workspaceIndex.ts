import type { Report } from '../report/report';
import type { OtherReport, RuleContext } from '../rules/rule';
import { localized } from '../text/localized';
import { EntryStore, type IndexedEntry } from './entryStore';
import {
  governmentAbove,
  governmentsFrom,
  isUnder,
  nameReader,
  type Government,
  type GovernmentSettings,
  type OrganSettings,
} from './governments';
import { chooseCandidate, matchedBecause, noLink, withoutRivals, type Link } from './links';
import { compareOrgans, organKey, type OrganName } from './organName';
import { organsMissingNow } from './renamedOrgans';

/** What the configuration says about organs. */
export interface WorkspaceSettings {
  readonly governments?: readonly GovernmentSettings[];
  readonly organs?: readonly OrganSettings[];
}

/** A report and where it starts in its file. */
export interface PlacedReport {
  readonly start: number;
  readonly report: Report;
}

/** The organs found under a government. `complete` only when all are declared and each has exactly one report. */
export interface PartsLink {
  readonly declared: boolean;
  readonly complete: boolean;
  readonly organs: readonly { readonly name: string; readonly link: Link }[];
}

/**
 * Several reports, known by organ and year. Links between reports are looked up when asked for, so that adding, replacing or
 * removing a file costs no more than its own reports.
 */
export class WorkspaceIndex {
  private readonly store = new EntryStore();
  private governments: readonly Government[] = [];
  private nameOf: (organ: OrganName) => OrganName = (organ) => organ;

  constructor(settings: WorkspaceSettings = {}) {
    this.setSettings(settings);
  }

  setSettings(settings: WorkspaceSettings): void {
    this.governments = governmentsFrom(settings.governments ?? []);
    this.nameOf = nameReader(settings.organs ?? []);
    for (const file of new Set(this.store.all().map((entry) => entry.file))) {
      this.store.add(file, this.store.remove(file), this.nameOf);
    }
  }

  /** Adds files to a new index, where nobody asks yet what changes with them. */
  fill(files: Iterable<readonly [file: string, parts: readonly PlacedReport[]]>): void {
    for (const [file, parts] of files) {
      const entries = parts.map(({ start, report }, part) => ({ file, part, start, report }));
      this.store.add(file, entries, this.nameOf);
    }
  }

  /** Adds or replaces a file; returns the other files whose findings may now be different. */
  setFile(file: string, parts: readonly PlacedReport[]): ReadonlySet<string> {
    const affected = this.removeFile(file);
    const entries = parts.map(({ start, report }, part) => ({ file, part, start, report }));
    const added = this.store.add(file, entries, this.nameOf);
    return new Set([...affected, ...this.filesAffectedBy(added, file)]);
  }

  /** Removes a file; returns the other files whose findings may now be different. */
  removeFile(file: string): ReadonlySet<string> {
    const removed = this.store.remove(file);
    return this.filesAffectedBy(removed, file);
  }

  entries(): readonly IndexedEntry[] {
    return this.store.all();
  }

  entriesOf(file: string): readonly IndexedEntry[] {
    return this.store.entriesOf(file);
  }

  /** What the rules may know besides the report itself. */
  contextFor(file: string, part: number): RuleContext {
    const entry = this.store.entriesOf(file)[part];
    if (!entry) return {};
    const previous = this.previousOf(entry).entry;
    const whole = this.wholeOf(entry).entry;
    const parts = this.partsOf(entry);
    const reports = parts?.organs.flatMap(({ link }) => (link.entry ? [otherReport(link.entry)] : [])) ?? [];
    return {
      ...(previous && { previous: otherReport(previous) }),
      ...(whole && { whole: otherReport(whole) }),
      ...(parts && reports.length > 0 && { parts: { reports, complete: parts.complete } }),
    };
  }

  /** The same organ's report for the year before. */
  previousOf(entry: IndexedEntry): Link {
    const { organ, year } = entry.identity;
    if (!organ || year === null) return unknown(organ);
    const link = chooseCandidate(this.store.ofOrgan(year - 1, organ), organ, () => this.noPrevious(entry, organ, year));
    if (link.status !== 'matched') return link;
    return withoutRivals(link, entry, this.store.ofOrgan(year, link.entry!.identity.organ!));
  }

  /** The report of the government above, for the same year. */
  wholeOf(entry: IndexedEntry): Link {
    const { organ, year } = entry.identity;
    if (!organ || year === null) return unknown(organ);
    const listing = this.listing(organ);
    if (listing.length > 1) {
      const names = listing.map((g) => g.name.written).join('、');
      return {
        status: 'ambiguous',
        entry: null,
        candidates: [],
        reason: localized(
          `配置把本机关列入了多个政府：${names}`,
          `the configuration lists the organ under several governments: ${names}`,
        ),
      };
    }
    const above = listing[0]?.name ?? governmentAbove(organ);
    if (!above) return noLink('none', localized('名称没有表明所属政府', 'the name does not tell a government above'));
    const declared = this.declared(above);
    if (!listing[0] && declared?.organs) {
      return noLink(
        'none',
        localized(
          `配置没有把本机关列入“${declared.name.written}”`,
          `the configuration does not list the organ under “${declared.name.written}”`,
        ),
      );
    }
    const link = chooseCandidate(this.store.ofOrgan(year, above), above, () =>
      noLink('none', localized(`没有所属政府 ${year} 年的报告`, `there is no ${year} report of the government above`)),
    );
    const listed = listing[0]?.name.written;
    return matchedBecause(
      link,
      listed
        ? localized(`配置把本机关列入“${listed}”`, `the configuration lists the organ under “${listed}”`)
        : localized('按名称中的地名判断', 'told by the place in the name'),
    );
  }

  /** The organs under a government, for the same year; null where the entry is not a government's report. */
  partsOf(entry: IndexedEntry): PartsLink | null {
    const { organ, year } = entry.identity;
    if (!organ || year === null || organ.kind !== 'government') return null;
    const declared = this.declared(organ);
    if (declared?.organs) {
      const organs = declared.organs.map((name) => ({
        name: name.written,
        link: matchedBecause(
          chooseCandidate(this.store.ofOrgan(year, name), name, () =>
            noLink('none', localized(`没有“${name.written}”${year} 年的报告`, `there is no ${year} report of “${name.written}”`)),
          ),
          localized('配置列为所属机关', 'listed in the configuration'),
        ),
      }));
      const found = organs.map(({ link }) => link.entry);
      const complete = declared.complete && found.every((part) => part) && new Set(found).size === found.length;
      return { declared: true, complete, organs };
    }
    const place = organ.places.at(-1);
    const below = place === undefined ? [] : this.store.atPlace(year, place).filter((e) => isUnder(e.identity.organ!, organ));
    const organs = below
      .filter((part) => this.wholeOf(part).entry === entry)
      .map((part) => ({
        name: part.identity.organ!.written,
        link: {
          status: 'matched' as const,
          entry: part,
          candidates: [],
          reason: localized('按名称中的地名判断', 'told by the place in the name'),
        },
      }));
    return { declared: false, complete: false, organs };
  }

  /** The governments that the configuration lists an organ under; two folders may both describe the same one. */
  private listing(organ: OrganName): Government[] {
    const found = this.governments.filter((g) => g.organs?.some((listed) => compareOrgans(listed, organ) !== 'different'));
    return found.filter((g, i) => found.findIndex((other) => compareOrgans(other.name, g.name) !== 'different') === i);
  }

  private declared(organ: OrganName): Government | undefined {
    return this.governments.find((government) => compareOrgans(government.name, organ) !== 'different');
  }

  private noPrevious(entry: IndexedEntry, organ: OrganName, year: number): Link {
    const similar = organsMissingNow(this.store, entry);
    const names = similar.map((other) => other.identity.organ!.written);
    return noLink(
      'none',
      similar.length === 0
        ? localized(`没有“${organ.written}”${year - 1} 年的报告`, `there is no ${year - 1} report of “${organ.written}”`)
        : localized(
            `没有“${organ.written}”${year - 1} 年的报告；${names.join('、')}有上一年的报告而没有本年的，如系更名，请在 gouji.config.json 的 organs 中写明`,
            `there is no ${year - 1} report of “${organ.written}”; ${names.join(', ')} reported then but not now: if the organ was renamed, say so under “organs” in gouji.config.json`,
          ),
      similar,
    );
  }

  /** Files with a report that looks, or that looked, at one of these. */
  private filesAffectedBy(entries: readonly IndexedEntry[], file: string): Set<string> {
    const affected = new Set<string>();
    const add = (list: readonly { entry: IndexedEntry }[]) => list.forEach(({ entry }) => affected.add(entry.file));
    for (const { organ, year } of distinct(entries)) {
      add(this.store.ofOrgan(year, organ));
      add(this.store.ofOrgan(year + 1, organ));
      // A report of this year may have been linked by an incomplete name to which this organ has as good a claim.
      const before = this.store.ofOrgan(year - 1, organ).map(({ entry }) => entry);
      for (const { organ: sameOrgan } of distinct(before)) add(this.store.ofOrgan(year, sameOrgan));
      for (const government of this.governments) {
        const listed = government.organs ?? [];
        if (listed.some((part) => compareOrgans(part, organ) !== 'different')) add(this.store.ofOrgan(year, government.name));
        if (compareOrgans(government.name, organ) !== 'different') listed.forEach((part) => add(this.store.ofOrgan(year, part)));
      }
      const above = governmentAbove(organ);
      if (above) add(this.store.ofOrgan(year, above));
      if (organ.kind !== 'government') continue;
      const place = organ.places.at(-1);
      const below = place !== undefined ? this.store.atPlace(year, place) : this.store.all();
      add(below.map((entry) => ({ entry })));
    }
    affected.delete(file);
    return affected;
  }
}

/** Which organs and years the reports are of, each once: a file may hold many of the same. */
function distinct(entries: readonly IndexedEntry[]): Iterable<{ readonly organ: OrganName; readonly year: number }> {
  const found = new Map<string, { organ: OrganName; year: number }>();
  for (const { identity } of entries) {
    const { organ, year } = identity;
    if (organ && year !== null) found.set(`${year} ${organKey(organ)}`, { organ, year });
  }
  return found.values();
}

function otherReport({ file, start, report }: IndexedEntry): OtherReport {
  return { file, start, report };
}

function unknown(organ: OrganName | null): Link {
  return organ
    ? noLink('unknown', localized('报告和文件名都没有写明年度', 'neither the report nor the file’s name tells the year'))
    : noLink('unknown', localized('报告和文件名都没有写明机关名称', 'neither the report nor the file’s name tells the organ'));
}
