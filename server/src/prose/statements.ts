import type { Report } from '../report/report';
import { smallEditOf } from '../report/smallEdit';
import { movedSpan } from '../text/change';
import type { Span } from '../text/span';
import type { Topic } from './numberInContext';
import { originalSpan, proseOf, type ProseText } from './proseText';
import { readParagraph } from './readParagraph';
import type { ShareStatement, Statement, StatementTopic } from './statement';
import { KeptWith } from '../text/remember';

export interface ProseStatements {
  readonly statements: readonly Statement[];
  readonly shares: readonly ShareStatement[];
}

/** Every number of the prose that can be compared with a table, in text order. Read once per report. */
export function statementsOf(report: Report): ProseStatements {
  let found = cache.get(report);
  if (!found) cache.set(report, (found = keptStatements(report) ?? readAll(report)));
  return found;
}

/** After an edit inside a table the prose says what it said; it may only have moved. */
function keptStatements(report: Report): ProseStatements | undefined {
  const edit = smallEditOf(report);
  const found = edit && edit.within !== 'prose' ? cache.get(edit.before) : undefined;
  if (!edit || !found || edit.change.by === 0) return found;
  const move = (span: Span) => movedSpan(span, edit.change);
  return {
    statements: found.statements.map((statement) => ({ ...statement, span: move(statement.span) })),
    shares: found.shares.map((share) => ({ ...share, span: move(share.span), countSpan: move(share.countSpan) })),
  };
}

/** Says of a report that its prose is that of another: then what this says need not be read again. */
export function sayTheSame(report: Report, as: Report): void {
  cache.set(report, statementsOf(as));
}

export function statementsAbout(report: Report, topic: StatementTopic): readonly Statement[] {
  return statementsOf(report).statements.filter((s) => s.topic === topic);
}

const cache = new KeptWith<Report, ProseStatements>();

const longest = 20_000;

/** Words without which a paragraph says nothing that can be compared. */
const worthReading = /申请|复议|诉讼|占/;

function readAll(report: Report): ProseStatements {
  const statements: Statement[] = [];
  const shares: ShareStatement[] = [];
  for (const prose of proseOf(report)) {
    if (prose.place === 'preamble' || prose.place === 'problems') continue;
    const placeTopic: Topic = prose.place === 'applications' ? 'applications' : prose.place === 'disputes' ? 'disputes' : null;
    let handedOn: Topic = placeTopic;
    for (const paragraph of prose.paragraphs) {
      // Longer than any paragraph a person writes: glued pages, in which nothing can be said for certain.
      if (paragraph.end - paragraph.start > longest) continue;
      const text = prose.text.slice(paragraph.start, paragraph.end);
      if (handedOn === null && !worthReading.test(text)) continue;
      if (lostItsNumbers(originalText(report, prose, paragraph))) continue;
      const result = readParagraph(report, prose, paragraph, handedOn);
      statements.push(...result.statements);
      shares.push(...result.shares);
      handedOn = text.length <= 30 && !text.includes('。') ? result.topic : placeTopic;
    }
  }
  return { statements, shares };
}

function originalText(report: Report, prose: ProseText, { start, end }: Span): string {
  const own = originalSpan(prose, start, end);
  return report.text.slice(own.start, own.end);
}

/** An extractor put numbers on lines of their own, below the sentences that they are missing from. */
function lostItsNumbers(paragraph: string): boolean {
  return severalAlone.test(paragraph) || (oneAlone.test(paragraph) && /[\u4e00-\u9fff][^\S\n]+件/u.test(paragraph));
}

const severalAlone = /\n[^\S\n]*\d+(?:[^\S\n]+\d+)+[^\S\n]*\n/;
const oneAlone = /\n[^\S\n]*\d+[^\S\n]*\n/;
