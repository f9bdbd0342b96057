import { forms, tableIds, type TableId } from '../../server/src/form/form';
import type { Random } from '../support/random';
import { fullRows, tableGrid } from '../support/reportGrid';
import type { CellModel, ReportModel } from '../support/reportModel';
import { plainWording } from '../support/wording';
import type { DraftReport } from './madeUpFolder';

/** The text of a made-up report: prose of its own for every year and organ, and tables whose cells stand between tabs. */
export function madeUpText(draft: DraftReport, before: DraftReport | null, random: Random): string {
  const { name, year, form } = draft;
  const [first, second, third, fourth, fifth] = aspects.map((wordings) => wordings[draft.wording % wordings.length]!);
  const lines = [
    `${name}${year}年政府信息公开工作年度报告`,
    '',
    `本报告根据《中华人民共和国政府信息公开条例》编制，统计期限为${year}年1月1日至${year}年12月31日。`,
  ];
  for (const section of forms[form].sections) {
    lines.push('', `${section.number}、${section.title}`, '');
    if (section.kind === 'table') lines.push(...tableLines(section.id as TableId, draft, random));
    else if (section.id === 'overview') {
      lines.push(`（一）主动公开。${first}`, `（二）依申请公开。${countSentences(draft, before)}${second}`);
      lines.push(`（三）政府信息管理。${third}`, `（四）政府信息公开平台建设。${fourth}`, `（五）监督保障。${fifth}`);
    } else if (section.id === 'problems') lines.push(problems[draft.wording % problems.length]!);
    else lines.push('本年度未收取政府信息公开信息处理费。');
  }
  return [...lines, '', name, '', `${year + 1}年1月${15 + (year % 10)}日`, ''].join('\n');
}

function countSentences(draft: DraftReport, before: DraftReport | null): string {
  const received = draft.numbers.applications.received!.total!;
  const closed = draft.numbers.applications.outcomeTotal!.total!;
  const growth = before ? growthText(received, before.numbers.applications.received!.total!, draft.wrongGrowth) : '';
  return `全年共收到政府信息公开申请${received}件${growth}，办结${closed}件。`;
}

/** The rate of growth with one decimal, cut off or rounded as the year will have it. */
function growthText(now: number, before: number, wrong: number): string {
  if (now === before) return '，与上年持平';
  const tenths = Math.floor((Math.abs(now - before) * 1000) / before) + wrong;
  return `，同比${now > before ? '增长' : '下降'}${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

function tableLines(id: TableId, draft: DraftReport, random: Random): string[] {
  const cell = (value: number): CellModel => ({ text: String(value), value });
  const written = (table: TableId) =>
    Object.fromEntries(
      Object.entries(draft.numbers[table]).map(([row, cells]) => [
        row,
        Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, cell(value)])),
      ]),
    );
  const model: ReportModel = {
    year: draft.year,
    organ: draft.name,
    forms: { proactive: draft.form, applications: draft.form, disputes: draft.form },
    tables: Object.fromEntries(tableIds.map((table) => [table, written(table)])) as ReportModel['tables'],
  };
  return fullRows(tableGrid(id, model, 0, plainWording, random)).map((row) => row.map((c) => c?.text ?? '').join('\t'));
}

const aspects: readonly (readonly string[])[] = [
  [
    '围绕稳就业保民生及时公布惠企政策和办事指南。重要文件与解读材料同步上网。',
    '聚焦重大项目建设和环境治理持续扩大公开范围。民生实事的进展按季度向社会公布。',
    '把财政预决算和社会救助作为全年公开重点。群众关心的招生入学信息提前发布。',
  ],
  [
    '修订办理规程，登记补正审核答复各环节都有时限。疑难申请由法制机构会同研究。',
    '优化受理渠道，窗口与网络申请实行统一编号管理。答复文书全部使用规范格式。',
    '加强与申请人的沟通，做到件件有回音事事有着落。办理质量由专人逐件复核。',
  ],
  [
    '对历年文件逐件核对公开属性，失效文件标明状态。新文件在拟稿时就确定公开方式。',
    '严格执行发布审查制度，定稿前须经两级负责人签字。档案移交同步附上公开意见。',
    '开展存量信息清查，错链断链和过期内容全部更正。动态调整机制运行平稳有序。',
  ],
  [
    '门户网站完成改版，检索与适老化功能明显改善。查阅点配备了自助终端供群众使用。',
    '政务新媒体统一归口，停更账号按程序注销备案。专题栏目实现了移动端适配阅读。',
    '公开专栏增设常见问答，智能引导帮助快速定位。线下专区延伸到了各个便民大厅。',
  ],
  [
    '公开工作列入年度考核，结果与评优评先相挂钩。分管负责人定期听取情况汇报。',
    '组织业务骨干跟班学习，以案代训提升办理能力。社会评议意见全部反馈整改到位。',
    '聘请特邀监督员开展体验式检查，问题清单逐项销号。未发生责任追究的情形。',
  ],
];

const problems: readonly string[] = [
  '政策解读形式还不够丰富，个别栏目更新不够及时。下一步将增加图解和问答，建立更新提醒机制。',
  '基层人员对申请办理程序不够熟悉，培训覆盖面有限。今后把案例教学作为重点，分批轮训经办人员。',
  '公开内容与群众需求仍有差距，互动回应有待加强。将通过问卷和座谈摸清需求，按需调整公开目录。',
];
