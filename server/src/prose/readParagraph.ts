import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { applicationStatement } from './applicationStatements';
import { caseStatements, caseTokens } from './caseStatements';
import { zeroTargets } from './negations';
import { numberInContext, type NumberInContext, type Topic } from './numberInContext';
import type { ProseText } from './proseText';
import { ScopeOfSentences } from './scope';
import { shareAt, withCommonBase, type CountBefore } from './shareStatements';
import type { ShareStatement, Statement } from './statement';
import { tokensOf, type ProseToken } from './proseTokens';
import { noteWholes } from './wholesOfSentence';

export interface ParagraphResult {
  readonly statements: Statement[];
  readonly shares: ShareStatement[];
  /** The topic at the end, which a heading hands on to the paragraph below it. */
  readonly topic: Topic;
}

/** Reads every statement of one paragraph. */
export function readParagraph(report: Report, prose: ProseText, paragraph: Span, startTopic: Topic): ParagraphResult {
  const tokens = tokensOf(prose, paragraph);
  const statements: Statement[] = [];
  const shares: ShareStatement[] = [];
  const wholes = new Map<Statement, readonly number[]>();
  const scope = new ScopeOfSentences();
  const spoken = { topic: startTopic, lastCases: [] as readonly ProseToken[], clauseStart: 0, sentenceStart: paragraph.start };
  let inSentence: Statement[] = [];
  let lastCount: CountBefore | undefined;

  tokens.forEach((token, i) => {
    if (token.kind === 'break') {
      spoken.clauseStart = i + 1;
      if (!sentenceEnds.has(token.id)) return;
      noteWholes(inSentence, prose.text.slice(spoken.sentenceStart, token.start), wholes);
      spoken.sentenceStart = token.end;
      scope.endSentence();
      inSentence = [];
    } else if (token.kind === 'application' && token.id !== 'weak') {
      spoken.topic = 'applications';
    } else if (token.kind === 'percentage') {
      const share = lastCount && shareAt(prose, tokens, lastCount, token);
      if (share) shares.push(share);
    } else if (token.kind === 'number' || token.kind === 'negation') {
      const context = numberInContext(report, prose, paragraph.end, tokens, i, spoken);
      const found = token.kind === 'number' ? read(context) : zeroTargets(context, tokens, i);
      if (token.kind === 'number') {
        const cases = caseTokens(context);
        if (cases.length > 0) spoken.lastCases = cases;
        spoken.topic = topicAfter(context, cases.length > 0, found.length > 0);
        lastCount = { token, about: spoken.topic === 'applications' || spoken.topic === 'disputes' };
        inSentence.push(...found);
      } else if (found.some((s) => s.topic === 'review' || s.topic === 'litigation')) {
        spoken.topic = 'disputes';
      }
      if (found.length > 0 && scope.isOwn(context.sentenceBefore, report)) statements.push(...found);
    }
  });
  noteWholes(inSentence, prose.text.slice(spoken.sentenceStart, paragraph.end), wholes);
  return {
    statements: statements.map((s) => ({ ...s, wholes: wholes.get(s) ?? [] })),
    shares: withCommonBase(shares),
    topic: spoken.topic,
  };
}

const sentenceEnds = new Set([...';。!?']);

function read(context: NumberInContext): Statement[] {
  const cases = caseStatements(context);
  if (cases) return cases;
  const application = applicationStatement(context);
  return application ? [application] : [];
}

/** Another object with its own number ends what was spoken of before. */
function topicAfter({ topic, left, right, clause, token }: NumberInContext, cases: boolean, found: boolean): Topic {
  // Cases that cannot be compared (all reviews of a government) are not spoken of further.
  if (cases) return found ? 'disputes' : 'other';
  if (left.some((t) => t.kind === 'application' && t.id !== 'weak') || right[0]?.kind === 'application') return 'applications';
  if (found || token.id === '') return topic;
  const counts = clause.some((t) => t.kind === 'other') || right[0]?.kind === 'other';
  const verbOfUnknown = clause.some((t) => t.kind === 'verb') && !left.some((t) => t.kind === 'verb' || t.kind === 'channel');
  return counts || verbOfUnknown ? 'other' : topic;
}
