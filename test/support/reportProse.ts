import type { TableId } from '../../server/src/form/form';
import type { Random } from './random';
import type { ReportModel } from './reportModel';

/** Made-up sentences around the tables, with the numbers and list marks that real prose is full of. */
export function preambleText(model: ReportModel): string[] {
  return [
    `${model.organ}${model.year}年政府信息公开工作年度报告`,
    `本报告根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。所列数据的统计期限自${model.year}年1月1日起至${model.year}年12月31日止。`,
  ];
}

export function overviewText(model: ReportModel, random: Random): string[] {
  const received = model.tables.applications.received?.total?.value ?? 0;
  const marks = random.pick([
    ['（一）', '（二）', '（三）', '（四）', '（五）'],
    ['(一)', '(二)', '(三)', '(四)', '(五)'],
    ['1、', '2、', '3、', '4、', '5、'],
  ]);
  return [
    `${model.year}年，${model.organ}坚持以公开为常态、不公开为例外，较好完成了各项工作。`,
    `${marks[0]}主动公开。全年通过门户网站公开政府信息${random.int(30, 2000)}条，其中政策文件${random.int(1, 40)}件、解读${random.int(1, 20)}篇。`,
    `${marks[1]}依申请公开。全年共收到政府信息公开申请${received}件，均按时答复，未发生行政复议和行政诉讼。`,
    `${marks[2]}政府信息管理。落实三审三校，全年审核稿件${random.int(100, 900)}篇。`,
    `${marks[3]}平台建设。政务新媒体发布信息${random.int(100, 3000)}条，阅读量${random.int(1, 90)}万次。`,
    `${marks[4]}监督保障。开展业务培训${random.int(1, 6)}次，参训${random.int(20, 300)}人次。`,
  ];
}

/** Sentences between a heading and its table; some speak in the table's own words. */
export function tableLeads(table: TableId, model: ReportModel): string[] {
  const general = ['该部分以表格形式报告。表格如下:', '具体情况见下表。', '单位：件'];
  if (table === 'proactive') return [...general, `${model.year}年制发行政规范性文件3件，作出行政许可决定12件、行政处罚决定5件。`];
  if (table === 'disputes') return [...general, '全年发生行政复议2件，结果维持1件，结果纠正1件；行政诉讼0件。'];
  return [
    ...general,
    `${model.year}年，本机关共收到8份政府信息公开申请，均已答复。`,
    '本年新收政府信息公开申请8件，上年结转1件，予以公开5件，部分公开3件，结转下年度继续办理1件。',
  ];
}

export function problemsText(random: Random): string[] {
  return [
    `一是公开内容还不够深入，二是队伍力量有待加强。全年仅开展培训${random.int(1, 4)}次。`,
    '下一步，将重点做好以下工作：1、健全工作机制；2、加强业务培训；3、完善监督考核。',
  ];
}

export function otherMattersText(model: ReportModel, random: Random): string[] {
  return [
    random.pick([
      `${model.year}年度未收取政府信息公开信息处理费。`,
      `全年收取政府信息公开信息处理费 ${random.int(1, 90) * 10} 元。`,
      '无',
    ]),
  ];
}

export function signatureText(model: ReportModel): string[] {
  return [model.organ, `${model.year + 1}年1月${(model.year % 27) + 1}日`];
}

/** Website furniture that comes along with copied pages. */
export const pageTop = ['首页 > 政府信息公开 > 政府信息公开年报', '【 字体：大 中 小 】 分享到：'];
export const pageBottom = ['账号+密码登录', '扫一扫在手机打开当前页', '主办：青岚县人民政府办公室 备案号：00000000号-1'];
