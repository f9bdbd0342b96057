import { fold } from '../text/fold';

/**
 * The name of an organ, taken apart so that different ways of writing it can be compared. A government, its office and its
 * departments are different organs even where their names begin alike.
 */
export interface OrganName {
  /** The name as the report or the configuration writes it. */
  readonly written: string;
  /** Places from large to small, e.g. 云岭市, 青岚县; empty where the name has none. */
  readonly places: readonly string[];
  /** The level where only a level is written (县 in 县财政局); else null. */
  readonly level: string | null;
  readonly kind: 'government' | 'office' | 'department';
  /** What the organ is at its place, in one form: 政府, 政府办公室, 财政局 … */
  readonly body: string;
}

/** `same`: equal after taking apart; `compatible`: one name leaves out places that the other gives. */
export type OrganMatch = 'same' | 'compatible' | 'different';

/** Takes a name apart; null where it names no organ (我县, 本机关, 人民政府 without a place). */
export function parseOrganName(written: string): OrganName | null {
  const folded = fold(written).replaceAll('"', '');
  if (folded === '' || /^[我本该]/.test(folded)) return null;
  const { places, rest: afterPlaces } = leadingPlaces(folded);
  const level = places.length === 0 ? (bareLevel.exec(afterPlaces)?.[0] ?? null) : null;
  const rest = level ? afterPlaces.slice(level.length) : afterPlaces;
  const inStreet = places.at(-1)?.endsWith('街道') ?? level === '街道';
  const hasPlace = places.length > 0 || level !== null;
  if (government.test(rest) || rest === '' || (inStreet && streetOffice.test(rest))) {
    return hasPlace ? { written, places, level, kind: 'government', body: '政府' } : null;
  }
  if (governmentOffice.test(rest)) {
    return { written, places, level, kind: 'office', body: '政府办公室' };
  }
  return { written, places, level, kind: 'department', body: departmentBody(rest) };
}

/** Equal for names that are certainly the same organ. */
export function organKey(name: OrganName): string {
  return `${name.places.join('/')}|${name.level ?? ''}|${name.body}`;
}

/** Whether two names may be one organ's: `compatible` where the bodies agree and the places may be the same. */
export function compareOrgans(a: OrganName, b: OrganName): OrganMatch {
  if (a.body !== b.body) return 'different';
  if (organKey(a) === organKey(b)) return 'same';
  return comparePlaces(a, b) ? 'compatible' : 'different';
}

/** Whether two names can be of one place: one chain of places ends with the other, or only the level is known. */
export function comparePlaces(a: OrganName, b: OrganName): boolean {
  const [long, short] = a.places.length >= b.places.length ? [a, b] : [b, a];
  if (short.places.length > 0) return endsWithPlaces(long.places, short.places);
  if (long.places.length === 0) return long.level === null || short.level === null || long.level === short.level;
  return short.level === null || long.places.at(-1)!.endsWith(short.level);
}

export function endsWithPlaces(long: readonly string[], short: readonly string[]): boolean {
  return short.every((place, i) => place === long[long.length - short.length + i]);
}

/** A name as the configuration lists it under a government: 教育局 or 县教育局 means the one of that government's place. */
export function organAtPlaceOf(listed: OrganName, whole: OrganName): OrganName {
  const name: OrganName = listed.body === '办公室' ? { ...listed, kind: 'office', body: '政府办公室' } : listed;
  const last = whole.places.at(-1);
  if (last === undefined) return name;
  if (name.places.length === 0) {
    if (name.level !== null && !last.endsWith(name.level)) return name;
    return { ...name, places: whole.places, level: null };
  }
  const shared = name.places.indexOf(last);
  const below = shared >= 0 ? name.places.slice(shared + 1) : name.places;
  return { ...name, places: [...whole.places, ...below] };
}

const government = /^(?:人民)?政府$/;
const governmentOffice = /^(?:(?:人民)?政府办(?:公室|公厅)?|政?府办(?:公室)?|政办)$/;
const streetOffice = /^(?:办事处|办|党工委办事处|人民政府办事处)$/;
/** 市场监督管理局, 市政管理局, 乡村振兴局 begin with a level's character but mean none. */
const bareLevel = /^(?:省|自治区|州|街道|市(?![场容民区])(?!政(?![府务法办]))|县(?!域)|区(?![域划])|旗|镇|乡(?![村镇]))/;
const place =
  /^.[^省市县区旗盟镇乡]{0,12}?(?:特别行政区|自治[区州县旗]|地区|街道|苏木|省|市|县|区|旗|盟|镇|乡|州(?![市县区镇乡]))/u;
/** 山西青岚县 is 山西省青岚县; 吉林市 and 河北区 are places of their own. */
const provinceWithoutLevel =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)(?=[^省市县区旗盟镇乡州]{2,12}[市县区州盟旗])(?!(?:[^省市县区旗盟镇乡州]{1,6}族)*自治)/u;
/** Words of department names that end in a level's character: 住房和城乡|建设局, 工业园区|管委会. */
const noPlace = /^(?:[省市县区旗镇乡]?城[市镇]|[省市县区旗镇乡]{2}|街道|.*(?:城乡|[园社景小]区))$/u;

function leadingPlaces(folded: string): { places: string[]; rest: string } {
  const places: string[] = [];
  let rest = folded;
  for (;;) {
    const found = (places.length === 0 ? provinceWithoutLevel.exec(rest) : null)?.[0] ?? place.exec(rest)?.[0];
    if (!found || noPlace.test(found)) return { places, rest };
    places.push(found);
    rest = rest.slice(found.length);
  }
}

/** 住房和城乡建设局 is also written 住房城乡建设局, 管理委员会 管委会; 青岚县人民政府国资委 is 青岚县国资委. */
function departmentBody(rest: string): string {
  return rest
    .replace(/^(?:人民)?政府(?=.)/, '')
    .replace(/(?<=.)[和与及、]/g, '')
    .replace(/管理委员会$/, '管委会')
    .replace(/办公厅$/, '办公室');
}
