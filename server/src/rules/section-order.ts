import { forms, type SectionId } from '../form/form';
import type { Section } from '../report/report';
import { localized } from '../text/localized';
import { span } from '../text/span';
import type { Rule } from './rule';

export const sectionOrder: Rule = {
  id: 'section-order',
  group: 'form',
  severity: 'error',
  reads: [],
  summary: localized('六个部分按规定的顺序各出现一次', 'The six sections stand in the order of the form, each once'),
  *check(report) {
    const first = new Map<SectionId, Section>();
    for (const section of report.sections) {
      const before = first.get(section.id);
      if (!before) first.set(section.id, section);
      else if (section.heading && before.heading) {
        yield {
          span: section.heading.span,
          severity: 'warning',
          message: localized(
            `“${section.heading.text}”部分出现了两次。请合并或删去重复的部分。`,
            `The section “${section.heading.text}” occurs twice. Merge them or delete one.`,
          ),
          related: [{ span: before.heading.span, message: localized('第一次出现在这里', 'It first occurs here') }],
        };
      }
    }
    const sections = [...first.values()].sort((a, b) => a.span.start - b.span.start);
    const kept = longestInOrder(sections);
    for (const section of sections) {
      if (kept.has(section)) continue;
      const form = forms['2021'].sections[position(section)]!;
      yield {
        span: section.heading?.span ?? span(section.span.start, section.span.start),
        message: localized(
          `“${form.title}”不在规定的位置，它应当是第${form.number}部分。请按一至六的顺序排列。`,
          `“${form.title}” is out of place: it has to be section ${form.number}. Put the sections in the order 一 to 六.`,
        ),
      };
    }
  },
};

function position(section: Section): number {
  return forms['2021'].sections.findIndex((s) => s.id === section.id);
}

/** The most sections that stand in order; the others are the ones out of place. */
function longestInOrder(sections: readonly Section[]): Set<Section> {
  let best: Section[] = [];
  const ending: Section[][] = [];
  for (const section of sections) {
    let run: Section[] = [];
    for (const earlier of ending) {
      if (earlier.length > run.length && position(earlier.at(-1)!) < position(section)) run = earlier;
    }
    run = [...run, section];
    ending.push(run);
    if (run.length > best.length) best = run;
  }
  return new Set(best);
}
