import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import type { Finding } from '../../server/src/rules/rule';
import { ruleById } from '../../server/src/rules';
import { checkReport, readDocument, type CheckSettings } from '../../server/src/service';

/** A text with the ranges that a rule must report: `⟦…⟧{rule-id}` around each, without them the text itself. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly { readonly rule: string; readonly start: number; readonly end: number }[];
}

export function readMarked(marked: string): MarkedText {
  const marks: { rule: string; start: number; end: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/⟦([^⟧]*)⟧\{([a-z-]+)\}/gu)) {
    text += marked.slice(at, match.index);
    marks.push({ rule: match[2]!, start: text.length, end: text.length + match[1]!.length });
    text += match[1]!;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), marks };
}

/** Every finding in a text, with its range in the text; rules that are off by default run too. */
export function findingsIn(
  text: string,
  rule: string,
): { readonly finding: Finding; readonly start: number; readonly end: number }[] {
  return readDocument(text).parts.flatMap(({ start, report }) =>
    checkReport(report, switchedOn(rule))
      .findings.filter((finding) => finding.rule === rule)
      .map((finding) => ({ finding, start: start + finding.span.start, end: start + finding.span.end })),
  );
}

/** A rule that is off by default is switched on with its own severity. */
function switchedOn(id: string): CheckSettings {
  const rule = ruleById(id);
  return rule?.offByDefault ? { severities: { [id]: rule.severity } } : {};
}

/** The text after the first fix of every finding of a rule. */
export function fixText(text: string, rule: string): string {
  const edits = readDocument(text).parts.flatMap(({ start, report }) =>
    checkReport(report, switchedOn(rule))
      .findings.filter((finding) => finding.rule === rule)
      .flatMap((finding) => finding.fixes[0]?.edits ?? [])
      .map((edit) => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } })),
  );
  return applyEdits(text, edits);
}

/** Marks put back into a text: a failing test then shows where a rule reported instead of offsets. */
export function withMarks(text: string, marks: MarkedText['marks']): string {
  let result = '';
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += `${text.slice(at, mark.start)}⟦${text.slice(mark.start, mark.end)}⟧{${mark.rule}}`;
    at = mark.end;
  }
  return result + text.slice(at);
}

/** One fixture of a rule: `invalid*.txt` with marks, `valid*.txt` without; `invalid*.fixed.txt` is the text after its fixes. */
export interface RuleFixture {
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  readonly fixed: string | undefined;
}

export function ruleFixtures(): RuleFixture[] {
  const root = `${resolve('test/fixtures/rules')}/`;
  return readdirSync(root).flatMap((rule) =>
    readdirSync(`${root}${rule}`)
      .filter((name) => name.endsWith('.txt') && !name.endsWith('.fixed.txt'))
      .map((name): RuleFixture => {
        const fixedPath = `${root}${rule}/${name.replace(/\.txt$/, '.fixed.txt')}`;
        return {
          rule,
          name: name.replace(/\.txt$/, ''),
          text: readFileSync(`${root}${rule}/${name}`, 'utf8'),
          fixed: existsSync(fixedPath) ? readFileSync(fixedPath, 'utf8') : undefined,
        };
      }),
  );
}
