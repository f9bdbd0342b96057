import { compareOrgans, endsWithPlaces, organAtPlaceOf, parseOrganName, type OrganName } from './organName';

/** A government as the configuration describes it. Names are as a person writes them. */
export interface GovernmentSettings {
  readonly name: string;
  /** The organs that its report sums up; without them the organs are recognised by their place. */
  readonly organs?: readonly string[];
  /** Says that `organs` are all of them: the government's cells must then be their sums. */
  readonly complete?: boolean;
}

/** An organ with further names: former ones, abbreviations. */
export interface OrganSettings {
  readonly name: string;
  readonly otherNames: readonly string[];
}

export interface Government {
  readonly name: OrganName;
  readonly organs: readonly OrganName[] | null;
  readonly complete: boolean;
}

/**
 * The governments of the settings with the names of their organs read; what is no organ's name is left out, and the set is then not
 * complete.
 */
export function governmentsFrom(settings: readonly GovernmentSettings[]): Government[] {
  return settings.flatMap(({ name, organs, complete }) => {
    const whole = parseOrganName(name);
    if (!whole) return [];
    const listed = organs?.flatMap((organ) => {
      const parsed = parseOrganName(organ);
      return parsed ? [organAtPlaceOf(parsed, whole)] : [];
    });
    return [{ name: whole, organs: listed ?? null, complete: (complete ?? false) && listed?.length === organs?.length }];
  });
}

/**
 * Gives the name under which the configuration knows an organ; the same object where it says nothing about it. Another name of
 * a government is another name of its place: 青岚县财政局 is then known as 青岚区财政局.
 */
export function nameReader(settings: readonly OrganSettings[]): (organ: OrganName) => OrganName {
  const names = settings.flatMap(({ name, otherNames }) => {
    const main = parseOrganName(name);
    const others = otherNames.flatMap((other) => parseOrganName(other) ?? []);
    return main ? others.map((other) => ({ main, other })) : [];
  });
  const renamedPlaces = new Map(
    names.flatMap(({ main, other }) => {
      const [now, before] = [main.places.at(-1), other.places.at(-1)];
      const isPlace = main.kind === 'government' && other.kind === 'government';
      return isPlace && now !== undefined && before !== undefined && now !== before ? [[before, now] as const] : [];
    }),
  );
  return (organ) => {
    const found = names.filter(({ other }) => compareOrgans(other, organ) !== 'different');
    const mains = new Set(found.map(({ main }) => main));
    if (mains.size === 1) return found[0]!.main;
    const places = organ.places.map((place) => renamedPlaces.get(place) ?? place);
    return places.every((place, i) => place === organ.places[i]) ? organ : { ...organ, places };
  };
}

/**
 * The government above an organ, told by its name alone: departments and offices belong to the government of their place,
 * a town to the county or district written before it. Null where the name does not say it or the organ answers to a ministry.
 */
export function governmentAbove(organ: OrganName): OrganName | null {
  if (organ.places.length === 0 || answersToMinistry.test(organ.body)) return null;
  if (organ.kind !== 'government') return { ...organ, kind: 'government', body: '政府' };
  if (organ.places.length < 2 || !/(?:[镇乡]|街道|苏木)$/.test(organ.places.at(-1)!)) return null;
  return { ...organ, places: organ.places.slice(0, -1) };
}

/** Whether an organ's name puts it below a government: the place above the organ is the government's, written out as far as either does. */
export function isUnder(organ: OrganName, government: OrganName): boolean {
  const above = governmentAbove(organ);
  if (!above) return false;
  const [long, short] =
    above.places.length >= government.places.length ? [above.places, government.places] : [government.places, above.places];
  return short.length > 0 && endsWithPlaces(long, short);
}

/** Bodies that are not part of the local government although its place is in their name. */
const answersToMinistry =
  /税务局|海关|气象局|烟草专卖局|调查队|人民银行|邮政管理局|海事局|消防救援|金融监管|银保监|证监|出入境|铁路/;
