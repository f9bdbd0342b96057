import { proseOf } from '../prose/proseText';
import { sectionOf } from '../report/report';
import { localized, type Localized } from '../text/localized';
import type { Rule } from './rule';

export const fiveAspects: Rule = {
  id: 'five-aspects',
  group: 'form',
  severity: 'warning',
  reads: ['prose'],
  summary: localized(
    '总体情况写到五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障',
    'Section 一 covers proactive disclosure, applications, information management, platforms, and supervision',
  ),
  *check(report) {
    const section = sectionOf(report, 'overview');
    const prose = proseOf(report).find((p) => p.place === 'overview');
    if (!section || !prose || prose.text.trim() === '') return;
    const headings = prose.paragraphs.map((p) => headingOf(prose.text.slice(p.start, p.end))).filter((h) => h !== '');
    const missing = aspects.filter((aspect) => !headings.some((h) => aspect.heading.test(h)) && !aspect.body.test(prose.text));
    if (missing.length === 0) return;
    const zh = missing.map((aspect) => aspect.name.zh).join('、');
    const en = missing.map((aspect) => aspect.name.en).join(', ');
    yield {
      span: section.heading?.span ?? { start: section.body.start, end: Math.min(section.body.end, section.body.start + 1) },
      message: localized(
        `总体情况没有写到：${zh}。格式要求概述主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，请补写。`,
        `Section 一 says nothing about: ${en}. The form asks for a summary of five aspects; add what is missing.`,
      ),
    };
  },
};

interface Aspect {
  readonly name: Localized;
  /** What a sub-heading for the aspect says. */
  readonly heading: RegExp;
  /** What the text itself says when it covers the aspect without a heading of its own. */
  readonly body: RegExp;
}

const aspects: readonly Aspect[] = [
  {
    name: localized('主动公开', 'proactive disclosure'),
    heading: /公开/,
    body: /主动公开|公开(?:各类)?(?:政府|政务)?信息|信息公开|发布(?:各类)?(?:政府|政务)?信息/,
  },
  { name: localized('依申请公开', 'applications'), heading: /申请/, body: /依申请|信息公开申请|公开申请|政府信息申请/ },
  {
    name: localized('政府信息管理', 'information management'),
    heading:
      /信息(?:(?!平台|网站|媒体|系统|费)[^,;:。、]){0,8}管理|(?<!平台|网站|新媒体|媒体)管理(?:情况|工作|制度|机制)?$|审[核查]|保密|源头|目录|属性|台账|规范化|制度建设/,
    body: /信息(?:(?!平台|网站|媒体|系统|费)[^,;:。、]){0,8}管理|保密审查|三审三校|三审制|[三多]级审|信息(?:发布|公开)?(?:的)?审[核查]|先审[查核]?[,、]?后(?:公开|发)|公开属性|源头(?:认定|管理)|审[核查](?:制度|机制|程序|流程|把关)|公文管理/,
  },
  {
    name: localized('政府信息公开平台建设', 'platforms'),
    heading: /平台|网站|新媒体|渠道|载体|阵地|专栏|公报/,
    body: /平台|网站|新媒体|公众号|公报|专栏|公开栏/,
  },
  {
    name: localized('监督保障', 'supervision and support'),
    heading: /监督|保障|考核|培训|评议|领导|责任|机制|队伍/,
    body: /监督|保障|考核|考评|培训|评议|评估|组织领导|责任追究|督促|检查/,
  },
];

/** The sub-heading at the beginning of a paragraph: a short numbered line, or the words before its first mark. */
function headingOf(paragraph: string): string {
  const numbered =
    /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d{1,2}[、.]|[一二三四五六七八九十]是|[#*•-]+)([^。:,;]{2,30})/.exec(
      paragraph,
    );
  return numbered ? numbered[1]! : paragraph.length <= 20 ? paragraph.replace(/[。:]$/, '') : '';
}
