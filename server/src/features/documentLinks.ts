import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { localized } from '../text/localized';
import { span } from '../text/span';
import { say, type Feature } from './view';

/** The Regulations on Open Government Information (State Council Order 711), which the form's labels cite by article. */
const regulations = 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm';

/** Web addresses, and the articles of the Regulations that a report cites. */
export const documentLinks: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
  capability: () => ({ documentLinkProvider: { resolveProvider: false } }),
  handle(view) {
    const links: DocumentLink[] = [];
    const canTip = view.client.textDocument?.documentLink?.tooltipSupport === true;
    const add = (start: number, text: string, target: string, tooltip?: string) => {
      const range = view.positions.range(span(start, start + text.length));
      links.push({ range, target, ...(canTip && tooltip !== undefined ? { tooltip } : {}) });
    };
    for (const match of view.text.matchAll(address)) {
      const text = match[0].replace(/[.,;:!?)\]}>'"]+$/, '');
      add(match.index, text, text.startsWith('www.') ? `http://${text}` : text);
    }
    for (const match of view.text.matchAll(article)) {
      add(
        match.index,
        match[0],
        regulations,
        say(view, localized('《政府信息公开条例》', 'Regulations on Open Government Information')),
      );
    }
    return links.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  },
};

/** Chinese punctuation and text end an address: people write them without a space in between. */
const address = /(?:https?:\/\/|\bwww\.)[!-~]+/g;

/** Articles as the form cites them, and where the text names the Regulations with the article. */
const article =
  /第二十条\s*第\s*[（(][一二三四五六七八九十]+[）)]\s*项|(?<=《(?:中华人民共和国)?政府信息公开条例》)第[一二三四五六七八九十]+条/g;
