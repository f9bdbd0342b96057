import { identifyEntry, type EntryIdentity, type WorkspaceEntry } from './entryIdentity';
import { compareOrgans, type OrganMatch, type OrganName } from './organName';

export interface IndexedEntry extends WorkspaceEntry {
  readonly identity: EntryIdentity;
  /** The other name by which the configuration knows the organ, where that is what the report writes. */
  readonly otherName: OrganName | null;
}

export interface Candidate {
  readonly entry: IndexedEntry;
  readonly match: OrganMatch;
}

/** The entries of a workspace, found by file, by organ and year, and by place and year without looking at the others. */
export class EntryStore {
  private readonly files = new Map<string, readonly IndexedEntry[]>();
  private readonly buckets = new Map<string, Set<IndexedEntry>>();

  add(file: string, entries: readonly WorkspaceEntry[], nameOf: (organ: OrganName) => OrganName): readonly IndexedEntry[] {
    const indexed = entries.map((entry): IndexedEntry => {
      const identity = identifyEntry(entry);
      const organ = identity.organ && nameOf(identity.organ);
      return { ...entry, identity: { ...identity, organ }, otherName: organ === identity.organ ? null : identity.organ };
    });
    this.files.set(file, indexed);
    for (const entry of indexed) {
      for (const key of bucketKeys(entry)) {
        const bucket = this.buckets.get(key);
        if (bucket) bucket.add(entry);
        else this.buckets.set(key, new Set([entry]));
      }
    }
    return indexed;
  }

  remove(file: string): readonly IndexedEntry[] {
    const entries = this.files.get(file) ?? [];
    this.files.delete(file);
    for (const entry of entries) {
      for (const key of bucketKeys(entry)) {
        const bucket = this.buckets.get(key);
        bucket?.delete(entry);
        if (bucket?.size === 0) this.buckets.delete(key);
      }
    }
    return entries;
  }

  entriesOf(file: string): readonly IndexedEntry[] {
    return this.files.get(file) ?? [];
  }

  all(): IndexedEntry[] {
    return [...this.files.values()].flat();
  }

  /** The reports of a year that can be of this organ, by name. */
  ofOrgan(year: number, organ: OrganName): Candidate[] {
    const last = organ.places.at(-1);
    const keys =
      last === undefined ? [bodyKey(year, organ.body)] : [organKeyAt(year, organ.body, last), organKeyAt(year, organ.body, '')];
    return keys.flatMap((key) =>
      [...(this.buckets.get(key) ?? [])].flatMap((entry) => {
        const match = compareOrgans(entry.identity.organ!, organ);
        return match === 'different' ? [] : [{ entry, match }];
      }),
    );
  }

  /** The reports of a year whose organ's name contains this place. */
  atPlace(year: number, place: string): IndexedEntry[] {
    return [...(this.buckets.get(placeKey(year, place)) ?? [])];
  }
}

function bucketKeys({ identity: { organ, year } }: IndexedEntry): string[] {
  if (!organ || year === null) return [];
  return [
    bodyKey(year, organ.body),
    organKeyAt(year, organ.body, organ.places.at(-1) ?? ''),
    ...new Set(organ.places.map((place) => placeKey(year, place))),
  ];
}

const bodyKey = (year: number, body: string) => `${year} ${body}`;
const organKeyAt = (year: number, body: string, place: string) => `${year} ${body}@${place}`;
const placeKey = (year: number, place: string) => `${year} @${place}`;
