import { fold } from '../text/fold';

const website =
  /^(?:账号\+密码登录|手机\+密码登录|还没有账号[?？]?|立即注册|扫一扫在手机打开当前页|【?\s*字体[:：].*|分享到[:：]?|打印本页|关闭窗口|【?打印】?|【?关闭】?|您(?:当前)?的?位置[:：].*|当前位置[:：].*|返回顶部|上一篇[:：].*|下一篇[:：].*|浏览次数[:：].*|首页\s*[>＞»].*|网站地图|登录|注册|无障碍阅读|长者模式)$/;

/** How such a line can begin: most lines begin otherwise and need no closer look. */
const beginnings = new Set('账手还立扫【字分打关您当返上下浏网登注无长首');

/** What a website prints around a text and a copied page keeps: logins, font sizes, share buttons, the way to the page. */
export function isWebsiteFurniture(text: string): boolean {
  return beginnings.has(text[0] ?? '') && text.length <= 60 && website.test(text);
}

const pageNumber =
  /^(?:[-—–－‐·•~]+\s*[\d０-９]{1,4}\s*[-—–－‐·•~]+|第\s*[\d０-９]{1,4}\s*页(?:\s*[,，/／]?\s*共\s*[\d０-９]{1,4}\s*页)?|[\d０-９]{1,4}\s*[/／]\s*[\d０-９]{1,4}\s*页?)$/;

/** A page number as it is printed at the foot of a page: `- 3 -`, `— 4 —`, `第 3 页`. */
export function isPageNumber(text: string): boolean {
  return text.length <= 24 && /[\d０-９]/.test(text) && pageNumber.test(text);
}

/** A report's title, which may run at the head of each page. */
export function endsLikeTitle(text: string): boolean {
  return /(?:信息公开|政务公开).{0,8}(?:报告|年报)$/.test(fold(text));
}
