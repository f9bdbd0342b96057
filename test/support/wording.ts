import type { RowId } from '../../server/src/form/form';
import type { Random } from './random';

/** How the fixed words of the form are written in one report. */
export interface Wording {
  readonly brackets: 'full' | 'half';
  readonly ordinal: '.' | '、' | '. ' | '．';
  /** White space strewn into long labels, as extractors leave it. */
  readonly innerSpaces: boolean;
  readonly traditional: boolean;
  /** Kangxi radicals instead of the usual characters, as some PDF fonts give. */
  readonly kangxi: boolean;
  readonly variants: boolean;
  /** Header words whole, cut to their first line, with a space after every character, or no header above the cases. */
  readonly headers: 'whole' | 'cut' | 'spaced' | 'casesBare';
}

export const plainWording: Wording = {
  brackets: 'full',
  ordinal: '.',
  innerSpaces: false,
  traditional: false,
  kangxi: false,
  variants: false,
  headers: 'whole',
};

export function randomWording(random: Random): Wording {
  return {
    brackets: random.pick(['full', 'half'] as const),
    ordinal: random.pick(['.', '.', '、', '. ', '．'] as const),
    innerSpaces: random.chance(0.3),
    traditional: random.chance(0.12),
    kangxi: random.chance(0.12),
    variants: random.chance(0.3),
    headers: random.chance(0.7) ? 'whole' : random.pick(['cut', 'spaced', 'casesBare'] as const),
  };
}

/** Row labels met in published reports besides the form's own. */
const rowVariants: Readonly<Record<RowId, readonly string[]>> = {
  received: ['一、本年度新收到政府信息公开申请数量', '本年新收政府信息公开申请数量'],
  partlyGranted: ['（二）部分公开', '（二）部分公开（区分处理的, 只计这一情形,不计其他情形）'],
  'denied.prohibitedByLaw': ['2.其他法律、行政法规禁止公开的信息。', '2.其他法律行政止公开'],
  'denied.securityAndStability': ['3.危及"三安全一稳定"'],
  'denied.internalAffairs': ['5.属于三类内部事务的信息'],
  'unable.needsCreation': ['2.没有现成信息, 需要另行制作'],
  'rejected.petition': ['1.举报投诉类申请'],
  'other.correctionLapsed': ['1.申请人无正当理由逾期不补正, 行政机关不再处理其政府信息公开申请', '1.逾期不补正'],
  'other.feeLapsed': ['2.逾期不缴费'],
  carriedOut: ['四、结转下一年度继续办理', '结转下年度继续办理'],
};

export function rowLabel(row: RowId, label: string, wording: Wording, random: Random): string {
  const variants = rowVariants[row];
  const chosen = wording.variants && variants && random.chance(0.4) ? random.pick(variants) : label;
  return write(chosen, wording, random);
}

/** A fixed word of the form as this report writes it. */
export function write(label: string, wording: Wording, random: Random): string {
  let text = label.replace(/^(\d)\./, `$1${wording.ordinal}`);
  if (wording.brackets === 'half') text = text.replace(/（/g, '(').replace(/）/g, ')');
  if (wording.innerSpaces && text.length > 7 && random.chance(0.5)) {
    const at = random.int(3, text.length - 2);
    text = text.slice(0, at) + ' ' + text.slice(at);
  }
  if (wording.traditional) text = replaceCharacters(text, traditional);
  if (wording.kangxi) text = replaceCharacters(text, kangxi);
  return text;
}

/** A header word: extraction cuts it to its first line or spaces it out. */
export function headerWord(label: string, wording: Wording, random: Random): string {
  if (wording.headers === 'spaced' && label.length === 4) return [...write(label, wording, random)].join(' ');
  const cut = wording.headers === 'cut' && label.length === 4 && random.chance(0.6);
  return write(cut ? label.slice(0, 2) : label, wording, random);
}

function replaceCharacters(text: string, table: ReadonlyMap<string, string>): string {
  return [...text].map((c) => table.get(c) ?? c).join('');
}

const traditional = pairs(
  '开開信信动動请請数數总總规規条條项項处處罚罰强強许許业業费費结結转轉继繼续續办辦关關属屬于於国國内內务務执執询詢权權过過资資类類' +
    '没沒掌掌举舉报報诉訴复復议議维維纠糾审審经經织織机機构構发發废廢现現学學会會体體状狀况況与與对對实實认認确確获獲单單额額关關' +
    '无無当當补補缴繳纳納进進行行产產据據为為区區计計这這个個县縣乡鄉镇鎮岛島门門团團员員东東书書长長时時间間级級统統筹籌选選择擇' +
    '质質调調关關变變讨討论論录錄释釋义義诺諾页頁题題额額风風气氣济濟维維护護稳穩负負责責',
);
const kangxi = pairs(
  '一⼀二⼆人⼈入⼊八⼋力⼒十⼗口⼝土⼟大⼤子⼦小⼩工⼯心⼼手⼿文⽂方⽅日⽇月⽉止⽌毛⽑水⽔火⽕父⽗生⽣用⽤自⾃行⾏言⾔金⾦面⾯非⾮',
);

function pairs(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  const characters = [...text];
  for (let i = 0; i + 1 < characters.length; i += 2) map.set(characters[i]!, characters[i + 1]!);
  return map;
}
