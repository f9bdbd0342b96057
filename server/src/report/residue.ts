import { isSpace, trimSpan, type Line } from '../text/lines';
import type { Residue, Table } from './report';
import { isPageNumber } from './tokens';

const furniture =
  /^(?:账号\+密码登录|手机\+密码登录|还没有账号[?？]?|立即注册|扫一扫在手机打开当前页|【?\s*字体[:：].*|分享到[:：]?|打印本页|关闭窗口|【?打印】?|【?关闭】?|您(?:当前)?的?位置[:：].*|当前位置[:：].*|返回顶部|上一篇[:：].*|下一篇[:：].*|浏览次数[:：].*|网站地图|登录|注册|无障碍阅读|长者模式)$/;

/** Debris that extraction left in the text: bookmarks, login prompts and page furniture, page numbers inside tables. */
export function residueOf(text: string, lines: readonly Line[], tables: readonly Table[]): Residue[] {
  const found: Residue[] = [];
  for (const line of lines) {
    const length = line.end - line.start;
    if (length < 2 || length > 200) continue;
    if (length <= 60 && mayBeFurniture(text, line)) {
      const span = trimSpan(text, line.start, line.end);
      const content = text.slice(span.start, span.end);
      if (furniture.test(content)) found.push({ span, kind: 'furniture' });
      else if (isPageNumber(content) && tables.some((t) => t.span.start < span.start && span.end < t.span.end))
        found.push({ span, kind: 'pageNumber' });
    }
  }
  for (let at = text.indexOf('[bookmark:'); at >= 0; at = text.indexOf('[bookmark:', at + 1)) {
    const end = text.indexOf(']', at);
    if (end > 0 && end - at < 80) found.push({ span: { start: at, end: end + 1 }, kind: 'bookmark' });
  }
  return mergeNeighbours(
    text,
    found.sort((a, b) => a.span.start - b.span.start),
  );
}

function mayBeFurniture(text: string, line: Line): boolean {
  let at = line.start;
  while (at < line.end && isSpace(text.charCodeAt(at))) at++;
  return at < line.end && '账手还立扫【字分打关您当返上下浏网登注无长-—–－第0123456789'.includes(text[at]!);
}

/** Neighbouring lines of furniture are one piece of residue. */
function mergeNeighbours(text: string, residue: readonly Residue[]): Residue[] {
  const merged: Residue[] = [];
  for (const r of residue) {
    const last = merged.at(-1);
    if (last && last.kind === 'furniture' && r.kind === 'furniture' && text.slice(last.span.end, r.span.start).trim() === '') {
      merged[merged.length - 1] = { kind: 'furniture', span: { start: last.span.start, end: r.span.end } };
    } else merged.push(r);
  }
  return merged;
}
