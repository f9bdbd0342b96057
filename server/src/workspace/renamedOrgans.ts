import type { EntryStore, IndexedEntry } from './entryStore';
import { comparePlaces, type OrganName } from './organName';

/**
 * Organs with a report for the year before but none for this year, whose name is near to the entry's: it may have been renamed.
 * They are only named to the user, never linked.
 */
export function organsMissingNow(store: EntryStore, entry: IndexedEntry): IndexedEntry[] {
  const { organ, year } = entry.identity;
  if (!organ || year === null) return [];
  return candidates(store, year - 1, organ)
    .filter((other) => {
      const name = other.identity.organ!;
      return near(name, organ) && store.ofOrgan(year, name).length === 0;
    })
    .slice(0, 3);
}

function candidates(store: EntryStore, year: number, organ: OrganName): IndexedEntry[] {
  const last = organ.places.at(-1);
  if (last === undefined) return [];
  const stem = last.slice(0, -1);
  const renamedPlaces = [...'市县区镇乡'].map((level) => stem + level).concat(`${stem}街道`, last);
  return [...new Set(renamedPlaces)].flatMap((place) => store.atPlace(year, place));
}

/** The same body at a place whose level changed (县 → 区), or bodies of one place that share half of their characters. */
function near(a: OrganName, b: OrganName): boolean {
  if (a.body === b.body) return true;
  if (a.kind !== 'department' || b.kind !== 'department' || !comparePlaces(a, b)) return false;
  const characters = new Set(a.body);
  const shared = [...new Set(b.body)].filter((c) => characters.has(c)).length;
  return shared * 2 >= Math.min(characters.size, new Set(b.body).size);
}
