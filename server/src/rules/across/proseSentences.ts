import type { Report } from '../../report/report';
import { fold } from '../../text/fold';
import { span, type Span } from '../../text/span';

export interface Sentence {
  readonly span: Span;
  /** The sentence folded, without punctuation, its numbers replaced: two sentences of one wording say the same. */
  readonly wording: string;
}

/** The sentences of sections 一, 五 and 六 that a writer words freely; short and formulaic ones are left out. */
export function proseSentences(report: Report): Sentence[] {
  const sentences: Sentence[] = [];
  for (const section of report.sections) {
    if (section.id !== 'overview' && section.id !== 'problems' && section.id !== 'otherMatters') continue;
    for (const prose of section.prose) {
      const text = report.text.slice(prose.start, prose.end);
      for (const match of text.matchAll(sentence)) {
        const raw = match[0].trim();
        const start = prose.start + match.index + match[0].indexOf(raw);
        if (raw.length < shortest || formula.test(raw)) continue;
        const wording = wordingOf(raw);
        if (wording.replaceAll('#', '').length >= shortest) sentences.push({ span: span(start, start + raw.length), wording });
      }
    }
  }
  return sentences;
}

const shortest = 12;
/** Up to a full stop, an exclamation or question mark, a semicolon or an empty line; lines within a sentence are only wrapped. */
const sentence = /(?:[^。！？!?；;\n]|\n(?![^\S\n]*\n))+/gu;
/** What every report has to say in the same words. */
const formula = /信息处理费|收费管理办法|公开条例》|没有其他|无其他|统计期限|联系电话|欢迎查阅|下载/;

function wordingOf(raw: string): string {
  return fold(raw)
    .replace(/\d+(?:\.\d+)?/g, '#')
    .replace(/[^\p{L}\p{N}#]/gu, '');
}
