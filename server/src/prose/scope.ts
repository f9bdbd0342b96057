import type { Report } from '../report/report';
import { fold } from '../text/fold';

/** Whose numbers a report gives: the whole of a place, an office, a department, a town, or not known. */
export type OrganKind = 'government' | 'office' | 'department' | 'town' | 'unknown';

/**
 * Whether a statement speaks about what the tables count: `own` the reporting organ, `part` something smaller inside it,
 * `wide` something larger around it; `null` when the text does not say.
 */
export type Scope = 'own' | 'part' | 'wide' | null;

/** The kind of organ a name stands for. A bare place (青岚县) reports as its government. */
export function organKind(organ: string | null): OrganKind {
  if (!organ) return 'unknown';
  const name = fold(organ);
  if (/办公[室厅]$|(?:政|府)办$/.test(name)) return 'office';
  if (/街道$|街道办事处$|[乡镇](?:人民)?政府$|[乡镇]$|苏木$/.test(name)) return 'town';
  if (/(?:人民)?政府$|[省市县区州盟旗]$/.test(name)) return 'government';
  if (/管理委员会$|管委会$/.test(name)) return 'unknown';
  if (/(?:局|厅|委员会|委|部|署|司|研究室|参事室|合作社|档案馆)$/.test(name)) return 'department';
  return 'unknown';
}

/** What the words before a number, from its sentence's beginning, say about whose number it is. */
export function scopeOf(sentenceBefore: string, report: Report): Scope {
  const organ = report.organ ? fold(report.organ) : '';
  const kind = organKind(report.organ);
  const clauses = sentenceBefore.replace(/\([^()]*\)/g, '').split(/[,;:(]/);
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i]!;
    const subject = i === clauses.length - 1 ? clause : trailingSubject(clause);
    const scope = subject === '' ? null : scopeOfSubject(withOwnName(subject, organ), kind, organ);
    if (scope) return scope;
  }
  return null;
}

/**
 * Whether the sentences of a paragraph, read one number after the other, speak of the organ's own numbers of the report's year. What a
 * number leaves open is as it was before it, also in the sentence before.
 */
export class ScopeOfSentences {
  private current = { part: false, other: false };
  private inherited = this.current;
  private hasNumber = false;

  endSentence(): void {
    this.inherited = this.current;
    this.hasNumber = false;
  }

  /** Whether the number behind these words of the sentence is the organ's own, of its year. */
  isOwn(sentenceBefore: string, report: Report): boolean {
    const scope = scopeOf(sentenceBefore, report);
    const otherTime = isOtherTime(sentenceBefore, report.year);
    const narrowed = this.hasNumber ? this.current.part : this.inherited.part && !sumsUpAnew.test(sentenceBefore);
    this.current = { part: scope === null ? narrowed : scope !== 'own', other: otherTime ?? this.inherited.other };
    this.hasNumber = true;
    return !this.current.part && !this.current.other;
  }
}

/** A sentence that says nothing about its scope goes on speaking of the part named before, unless it sums up anew. */
const sumsUpAnew = /全年|20\d\d年|共|本年|今年/;

function scopeOfSubject(subject: string, kind: OrganKind, organ: string): Scope {
  if (kind === 'government') return underGovernment(subject, organ);
  if (kind !== 'unknown') return underBody(subject);
  // Whoever reports calls itself 我局; what is smaller inside it is still a part.
  const others = subject.replace(ownBody, '');
  return others !== subject && underGovernment(others, organ) !== 'part' ? 'own' : underGovernment(subject, organ);
}

const ownBody = /[我本](?:办(?!理|结)|局|委|厅|镇|乡|街道|单位|(?:行政)?机关)(?!属|下)/g;

/** The short names of a branch and of a zone's committee stand for a part in the reports of others, in their own for themselves. */
function withOwnName(subject: string, organ: string): string {
  if (/分局$|^$/.test(organ)) return subject.replace(/[我本]分局/g, '我单位');
  if (!/(?:管理委员会|管委会)$/.test(organ)) return subject;
  const zone = /开发区|高新区/.exec(organ)?.[0];
  const ownZone = new RegExp(`(?<!各|其他)(?:${zone ? `${zone}(?:管委会)?|` : ''}管委会)`, 'g');
  return subject.replace(ownZone, '我单位');
}

/** Of an earlier clause only a subject at its beginning or its very end counts (`2023年,区政府办,共受理`). */
function trailingSubject(clause: string): string {
  if (clause.length <= 24 && subjectAtEnd.test(clause)) return clause;
  return subjectAtBeginning.exec(clause)?.[0] ?? '';
}

const subjectAtBeginning =
  /^(?:\([一二三四五六七八九十]+\))?(?:20\d\d年度?)?(?:[^,]{0,6}?(?:政府办(?:公室)?|办公[室厅]|(?<![布格结全])局(?![面限势部])|委员会|街道办|[镇乡](?![村镇]))|[我全本][省市县区州盟旗](?!委))/;

const subjectAtEnd = /(?:[我全本][省市县区州盟旗镇乡]|政府办|办公[室厅]|局|委员会|街道|[乡镇]|单位|机关|本级|部门|中心)$/;

const smallerThanGovernment =
  /政府办|办公[室厅]|[我本][办局委]|(?<![布格结全])局(?![面限势部])|委员会|发改委|卫健委|住建委|街道|乡镇|镇街|街镇|(?:部门|单位)(?=(?:共|累计|新)*(?:收|受|办|处|答))|(?:^|[^全])各(?!类|项|种|级|界|地|环|个)|管委会|开发区|(?<!围绕|全|县|市)中心(?!工作|任务|城)|[镇乡](?=共|累计|新|收|受|办|处|答)|本级|所属|下属|直属|下辖|分局|支队|大队|公司|学院|医院|代表|代为/;
const placeAsSubject =
  /([^年月日度份来,\d]{1,6}[县区市旗州])(?:共计?|累计|新|已|全年|本级|人民政府|政府)*(?:收|受|办|处|答|发生|未|没|无)/;
const villages = /(?:村|社区|站所)(?:共|均|未|累计)*(?:收|受|办|处|答)/;
const levels = '省州盟市县区旗';
const rank: Readonly<Record<string, number>> = { 省: 4, 州: 3, 盟: 3, 市: 3, 县: 2, 区: 2, 旗: 2 };

function underGovernment(subject: string, organ: string): Scope {
  if (villages.test(subject)) return 'part';
  if (smallerThanGovernment.test(subject)) {
    return /代表|代为/.test(subject) || !/[我全][省市县区州盟旗]/.test(subject) ? 'part' : null;
  }
  if (/全国/.test(subject)) return 'wide';
  const place = /(?:人民政府|政府)$/.exec(organ) ? organ.replace(/(?:人民)?政府$/, '') : organ;
  const own = levels.includes(place.at(-1) ?? ' ') ? place.at(-1)! : '';
  const whole = /全([省市县区州盟旗])/.exec(subject)?.[1];
  if (whole && own && whole !== own && !place.includes(`自治${whole}`)) return rank[whole]! > rank[own]! ? 'wide' : 'part';
  if (whole || /[我本][省市县区州盟旗]/.test(subject)) return 'own';
  const named = placeAsSubject.exec(subject)?.[1];
  if (named) {
    if (place === '') return null;
    return place.endsWith(named.slice(-3)) || named.endsWith(place.slice(-3)) ? 'own' : 'part';
  }
  return null;
}

/** Bodies named one by one among those that a sum comes from (其中自然资源局受理12件、住建局受理9件). */
const namedAmong =
  /其中.*(?<![我本全])(?:局|委员会|单位|部门|[乡镇]|街道|办事处|科室|股室|中心|大队|支队)(?:共|累计|新)*(?:收|受|办|处|答)/;

/** For an office, a department or a town the whole of the place is wider than what it reports. */
function underBody(subject: string): Scope {
  if (villages.test(subject) || namedAmong.test(subject)) return 'part';
  if (/(?:^|[^全])各(?!类|项|种|级|界|地|环|个)|所属|下属|直属|下辖|分局|代表|代为/.test(subject)) return 'part';
  if (/[我本](?:办|局|委|厅|部|镇|乡|街道|单位|机关|行政机关)|办公[室厅]|政府办|全[局委厅镇乡办]/.test(subject)) return 'own';
  if (/[全我本][国省市县区州盟旗]|系统|[省市县区州盟旗](?:人民)?政府(?!办|信息|网|门户)/.test(subject)) return 'wide';
  return null;
}

/** Whether the clause before a number tells of help with others' work (协助市政府办理), or of work in somebody's name. */
export function isForOthers(sentenceBefore: string): boolean {
  return forOthers.test(sentenceBefore);
}

const forOthers = /(?:协助|协同|指导|协调|督促|会同|配合|代拟|代为|代(?=[^,;:]{0,8}政府)|以(?=[^,;:]{1,14}名义))[^,;:。]{0,40}$/;

/** Whether the words before a number place it outside the year reported on: another year, a part of the year, a plan. */
export function isOtherTime(sentenceBefore: string, year: number | null): boolean | null {
  if (/20\d\d(?:年度?)?[至到~—-]+20\d\d年(?!1\d?月)/.test(sentenceBefore)) return true;
  let other: boolean | null = null;
  for (const found of sentenceBefore.matchAll(timeMention)) {
    const [mention, written, monthOfYear, monthAlone] = found;
    const month = monthOfYear ?? monthAlone;
    const before = sentenceBefore.slice(Math.max(0, found.index - 4), found.index);
    const after = sentenceBefore.slice(found.index + mention.length, found.index + mention.length + 8);
    // A comparison or a carry-over names another year without speaking about it.
    if (/(?:较|比|与|同|结转至?到?入?|转至?到?入?|顺延至?到?|延至)$/.test(before)) continue;
    if (/^(?:度)?(?:末|底)?(?:结转|转入|顺延|未办结)/.test(after)) continue;
    if (written) {
      const same = year === null || Number(written) === year;
      const partOfYear =
        month !== undefined && !(month === '12' && /^(?:31日|底)/.test(after)) && !(month === '1' && /^1日/.test(after));
      other = !same || partOfYear;
    } else if (month !== undefined) {
      other = !(month === '12' && /^(?:31日|底|末)/.test(after)) && !(month === '1' && /^1日/.test(after));
    } else if (/今年|本年|全年/.test(mention)) {
      other = other === true && mention === '全年' ? true : false;
    } else {
      other = true;
    }
  }
  if (/(?:将|力争|预计|计划|拟于|争取)[^,]{0,12}$/.test(sentenceBefore)) return true;
  return other;
}

const timeMention =
  /((?:19|20)\d\d)年(?:度)?(?:(\d{1,2})月)?|(?<!\d)(?:\d{1,2}[-~至—])?(\d{1,2})月|去年|上一?年度?|往年|历年|近[几两三四五]年|[几两三四五]年来|[上下]半年|季度|今年|本年度?|全年|(?:实施|施行|公布|成立)以来/g;
