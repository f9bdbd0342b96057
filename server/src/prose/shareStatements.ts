import { originalSpan, type ProseText } from './proseText';
import type { ShareStatement } from './statement';
import type { ProseToken } from './proseTokens';

/** The last number before a percentage. */
export interface CountBefore {
  readonly token: ProseToken;
  /** Whether it counts applications, reviews or lawsuits. */
  readonly about: boolean;
}

/** `n件,占总数的p%`: the share belongs to the number right before it. Undefined where the percentage is no share of a count. */
export function shareAt(
  prose: ProseText,
  tokens: readonly ProseToken[],
  last: CountBefore,
  token: ProseToken,
): ShareStatement | undefined {
  const between = prose.text.slice(last.token.end, token.start);
  if (
    !/^[^。;!?\n]{0,20}占/.test(between) ||
    /同比|增|降|上升|率|完成|全[市省国州]|争议|(?:公开|提供|处理)[、和及与或]/.test(between)
  )
    return undefined;
  if (last.token.scale !== 0 || last.token.id === '') return undefined;
  const whole = last.about || /占(?:到|了)?(?:全部|总|比)/.test(between);
  const bases = tokens.filter((t) => t.kind === 'number' && t !== last.token && t.value >= last.token.value && t.scale === 0);
  const inSentence = !/[。!?;\n]/.test(prose.text.slice(bases[0]?.start ?? token.start, token.start));
  if (!last.about && (!whole || !inSentence || !bases.some((t) => t.start < last.token.start && t.id === last.token.id)))
    return undefined;
  return {
    count: last.token.value,
    share: token.value,
    decimals: token.scale,
    span: originalSpan(prose, token.start, token.end),
    countSpan: originalSpan(prose, last.token.start, last.token.end),
    aboutTables: last.about,
    bases: bases.map((t) => t.value),
  };
}

/** Shares that stand side by side may be shares of their sum. */
export function withCommonBase(shares: readonly ShareStatement[]): ShareStatement[] {
  const sum = shares.reduce((total, share) => total + share.count, 0);
  return shares.map((share) => ({ ...share, bases: [...share.bases, sum] }));
}
