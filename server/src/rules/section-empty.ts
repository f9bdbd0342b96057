import { forms } from '../form/form';
import type { Report, Section } from '../report/report';
import { localized } from '../text/localized';
import type { Span } from '../text/span';
import type { Rule } from './rule';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  group: 'form',
  severity: 'warning',
  reads: ['prose'],
  summary: localized(
    '第一、五、六部分不能空白；第五部分不能只写“无”',
    'Sections 一, 五 and 六 are not empty, and 五 does not just say 无',
  ),
  *check(report) {
    for (const section of report.sections) {
      const form = forms['2021'].sections.find((s) => s.id === section.id);
      if (form?.kind !== 'prose' || !section.heading) continue;
      const words = wordsOf(report, section);
      const perfunctory = section.id === 'problems' && (words.length < 4 || nothing.test(words));
      if (words !== '' && !perfunctory) continue;
      yield {
        span: section.heading.span,
        message:
          words === ''
            ? localized(
                `“${section.heading.text}”下没有内容。请按规定填写，确实没有的也应当说明。`,
                `Nothing stands under “${section.heading.text}”. Fill it in; where there is nothing to report, say so.`,
              )
            : localized(
                `“${section.heading.text}”只写了“${words}”。请写明存在的主要问题和改进措施。`,
                `“${section.heading.text}” only says “${words}”. Name the main problems and how they are being solved.`,
              ),
      };
    }
  },
};

const nothing =
  /^(?:本年度?|我[县市区局镇乡]|本机关|目前)?(?:暂|均)?(?:无|没有|不存在)(?:存在的?)?(?:主要|突出|明显)?(?:问题)?(?:及改进情况)?$/u;

/** The letters and digits of a section, without debris and the signature that may follow the last section. */
function wordsOf(report: Report, section: Section): string {
  const { signature } = report;
  const ignored: Span[] = report.residue.map((residue) => residue.span);
  if (signature) ignored.push(signature.span, ...(signature.organSpan ? [signature.organSpan] : []));
  let words = '';
  // More than the longest way to say that there is nothing is not needed.
  for (let i = section.body.start; i < section.body.end && words.length < 40; i++) {
    const covering = ignored.find((s) => s.start <= i && i < s.end);
    if (covering) i = covering.end - 1;
    else if (/[\p{L}\p{N}]/u.test(report.text[i]!)) words += report.text[i];
  }
  return words;
}
