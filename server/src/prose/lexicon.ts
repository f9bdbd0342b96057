/**
 * What a word of the prose does when a counting phrase is read.
 *
 * `application`: names an application for information. `other`: names another thing that is counted. `filler`: may stand
 * between a verb and its number without changing what is counted. `channel`: names a way in, so the number is only a part.
 * `part`: makes the number only a part in another way. `unknown`: a word that merely looks like one of the above.
 */
export type WordKind =
  | 'application'
  | 'other'
  | 'filler'
  | 'verb'
  | 'carry'
  | 'when'
  | 'outcome'
  | 'row'
  | 'applicant'
  | 'negation'
  | 'channel'
  | 'part'
  | 'dispute'
  | 'result'
  | 'disclosure'
  | 'each'
  | 'unknown';

export interface Word {
  readonly text: string;
  readonly kind: WordKind;
  /** Which verb, outcome (or several), applicant column, dispute or result the word means. */
  readonly id: string;
}

/** The words that begin with a character, the longest first. */
export function wordsFrom(firstCharacter: number): readonly Word[] | undefined {
  return byFirstCharacter.get(firstCharacter);
}

const lexicon: readonly (readonly [kind: WordKind, id: string, words: string])[] = [
  [
    'application',
    '',
    `政府信息公开申请 政府信息公开的申请 政府信息公开类申请 政府信息公开申请事项 政府信息公开申请书 信息公开申请 政务公开申请 政务信息公开申请 公开申请
    政府信息公开申请件 政府信息公开依申请 信息公开申请件 信息公开申请事项 政府信息依申请公开申请 政府信息依申请公开 依申请公开政府信息申请
    依申请公开政府信息 依申请公开信息 依申请公开申请件 依申请公开申请 依申请公开事项 依申请公开案件 依申请公开件 依申请公开 依申请 政府信息申请
    申请公开政府信息 公开政府信息的申请 依申请公开诉求 申请政府信息公开 申请政府信息公开事项 依申请信息公开 依申请政府信息公开`,
  ],
  ['application', 'weak', '申请件 申请事项 申请量 申请书 申请'],
  [
    'unknown',
    '',
    '申请人 申请表 申请公开 申请单位 申请材料 申请制度 申请渠道 申请流程 申请方式 申请平台 申请系统 申请主体 申请内容',
  ],
  [
    'other',
    '',
    `信访 来信 信件 留言 工单 热线 12345 12388 咨询 建议 提案 议案 投诉 举报 申诉 行政申诉 政务信息 文件 稿件 诉求 问题 来电 来访 解读 会议 培训 行政许可 行政审批
    行政处罚 许可 处罚 办件 告知书 答复书 决定书 补正 感谢信 锦旗 评议 意见 网民 批示 舆情 报道 政策 公文 案卷 档案 事件 登记 业务 服务事项
    政务服务 信箱 问政 网友 查询 反馈 网站信息 政府信息 信息 简报 公报 公告 主动公开 审批 审查 保密 项目 合同 证照 证明 检查 线索 调解 仲裁`,
  ],
  [
    'filler',
    '',
    `共 共计 总共 总计 合计 累计 全年 计 了 的 有 为 是 数 数量 量 总量 总数 件数 件 达 达到 仅 只 则 已 已经 都 也 均已 另 另有 另外 其中 并 且 : 案件 案 本年 本年度 年度 今年 当年 年内 本年内 全部 全市 全县 全区 依法 依规 依法依规 按时 按期 按时按期 及时 如期 规范 妥善 各类 相关 有关 涉及 均 新
    现 尚 需 予以 作出 提出 进行 完成 书面 由 所 该 继续 在法定期限内 在法定时限内 在规定期限内 在规定时限内 法定期限内 规定时限内 在法定答复期限内 到 至 于 将 因故 社会公众 公众 群众 社会各界`,
  ],
  [
    'filler',
    'dispute',
    '因 由 被 由于 因为 引起 引起的 引发 引致 导致 产生 发生 出现 提起 提请 涉及 涉 行为 而 针对 对 工作 事项 方面 类 情况 情形 任何 形式 任何形式 一起 一件 任何一起 行政机关 不服 关于 依法被 被人 其',
  ],
  ['filler', 'join', '、 和 及 与 或 以及 或者'],
  ['each', '', '各 均为 各为 各有'],
  ['verb', 'received', '收到 接收 接到 收 接收到'],
  ['verb', 'newlyReceived', '新收 新收到 本年新收 本年新收到 本年度新收 本年度新收到'],
  ['verb', 'accepted', '受理'],
  ['verb', 'handled', '办理 处理 收办 承办 受理办理'],
  ['verb', 'closed', '办结 答复 办复 回复 办理完毕 办理完成 办理答复 办毕 完结 处理完毕 答复完毕 办理完结 办结答复'],
  [
    'unknown',
    '',
    '受理机构 受理点 受理渠道 受理制度 办理流程 办理情况 办理结果 处理情况 答复率 办结率 受理率 办法 办公 办公室 收费 收取 收集 收录 转发 转交 转送 转载 我办 政府办 本办 征收 验收 吸收 税收 招收',
  ],
  [
    'part',
    '',
    '分别 参与 历史遗留 遗留 积压 疑难 复杂 重大 正在办理 正在处理 正在答复 办理中 在办 协助 协办 配合 代办 转办 转来 会同 会办 指导 审核 复核 抽查 评查 研判 会商 延期答复 逾期答复 超期答复 延期办理 延期 逾期 超期 当场答复 当面答复 电话答复 不予受理 一审 二审 再审 败诉 胜诉 撤回 撤销 驳回 未办结 自行 直接受理 直接收到 工作日 工作日内 日内 小时内 一次性 补正后 提前 当日 当天 即时 平均',
  ],
  ['carry', '', '结转 结转至 结转到 结转入 结转于 转入 转至 转到 转 顺延 顺延至 顺延到 延至 延续 延续至 延续到 跨年 跨年度'],
  ['when', 'last', '上年 上年度 上一年 上一年度 去年 往年 上年末 上年底'],
  ['when', 'next', '下年 下年度 下一年 下一年度 明年 次年 次年度 来年'],
  ['outcome', 'granted', '予以公开 予以公开答复 同意公开 同意公开答复 准予公开 决定公开 全部公开 全部予以公开 答复公开'],
  ['outcome', 'partlyGranted', '部分公开 部分公开答复 予以部分公开 部分予以公开 同意部分公开'],
  [
    'outcome',
    'granted partlyGranted',
    '公开或部分公开 公开及部分公开 公开和部分公开 公开与部分公开 公开、部分公开 公开/部分公开 公开或者部分公开 公开以及部分公开',
  ],
  ['outcome', 'denied', '不予公开 不予公开答复 不予以公开 不同意公开'],
  ['outcome', 'unable', '无法提供 无法提供答复'],
  ['outcome', 'rejected', '不予处理 不予处理答复'],
  ['outcome', 'other', '其他处理 其它处理 其他处理方式'],
  ['row', 'denied.stateSecret', '属于国家秘密'],
  ['row', 'denied.prohibitedByLaw', '其他法律行政法规禁止公开'],
  ['row', 'denied.thirdPartyRights', '保护第三方合法权益'],
  ['row', 'denied.internalAffairs', '属于三类内部事务信息 三类内部事务信息'],
  ['row', 'denied.deliberativeProcess', '属于四类过程性信息 四类过程性信息'],
  ['row', 'denied.enforcementFile', '属于行政执法案卷 行政执法案卷'],
  ['row', 'denied.administrativeInquiry', '属于行政查询事项 行政查询事项'],
  ['row', 'unable.notHeld', '本机关不掌握相关政府信息 不掌握相关政府信息'],
  ['row', 'unable.needsCreation', '没有现成信息需要另行制作 没有现成信息,需要另行制作 需要另行制作'],
  ['row', 'unable.stillUnclear', '补正后申请内容仍不明确 补正后仍不明确'],
  ['row', 'rejected.petition', '信访举报投诉类申请 信访举报投诉类'],
  ['row', 'rejected.repeated', '重复申请'],
  ['row', 'rejected.publication', '要求提供公开出版物'],
  ['row', 'rejected.excessive', '无正当理由大量反复申请'],
  ['row', 'rejected.reconfirmation', '要求行政机关确认或重新出具已获取信息'],
  [
    'row',
    'other.correctionLapsed',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 申请人无正当理由逾期不补正,行政机关不再处理其政府信息公开申请',
  ],
  [
    'row',
    'other.feeLapsed',
    `申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 申请人逾期未按收费通知要求缴纳费用,行政机关不再处理其政府信息公开申请`,
  ],
  ['applicant', 'naturalPerson', '自然人 自然人申请 公民 公民个人 公民申请'],
  [
    'applicant',
    'organisations',
    `法人或其他组织 法人和其他组织 法人及其他组织 法人与其他组织 法人或者其他组织 法人以及其他组织 法人、其他组织 法人其他组织 法人或组织 法人和组织 法人或其它组织
    法人和其它组织 法人、组织 法人或其他组织申请`,
  ],
  ['applicant', 'business', '商业企业'],
  ['applicant', 'researchBody', '科研机构'],
  ['applicant', 'publicWelfare', '社会公益组织'],
  ['applicant', 'legalService', '法律服务机构'],
  ['negation', '', '没有 未 无 未有 从未 不存在 暂未 暂无 均未 均无 未曾 尚未 并未 并无 没 零'],
  ['unknown', '', '未来 无障碍 无偿 无论 无关 无人 无纸 无缝 未成年 无效 无理'],
  [
    'channel',
    '',
    `网络 网上 线上 线下 在线 网站 平台 系统 信函 邮寄 邮件 邮箱 当面 现场 窗口 传真 电子 来函 微信 电话 挂号信 快递 信件申请 网络申请 来信申请 信函申请 邮寄申请
    网站申请 互联网 书面申请 口头 门户 新媒体 公众号 通过来信 通过信件 通过来访 来信收到 来信受理 来访收到 来访受理`,
  ],
  ['dispute', 'review', '行政复议 复议 行政复议案件 申请行政复议 申请复议 行政复议申请 复议申请'],
  ['dispute', 'litigation', '行政诉讼 诉讼 行政诉讼案件 行政应诉 应诉 提起诉讼 提起行政诉讼 起诉 被诉'],
  ['dispute', 'both', '行政复议诉讼 复议诉讼 行政争议 行政复诉'],
  [
    'dispute',
    'direct',
    '未经复议直接起诉 未经行政复议直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 未经行政复议直接提起诉讼 未经行政复议直接提起行政诉讼 直接起诉',
  ],
  ['dispute', 'after', '复议后起诉 经复议后起诉 行政复议后起诉 复议后诉讼 复议后提起诉讼 复议后提起行政诉讼 经行政复议后起诉'],
  [
    'unknown',
    '',
    '复议机关 复议机构 复议决定 行政复议决定 复议局 行政复议机关 复议法 行政复议法 行政诉讼法 复议体制 复议工作 出庭应诉 诉讼费 诉讼风险 诉讼请求 复议审查 复议意见',
  ],
  ['result', 'upheld', '结果维持 维持 维持原行政行为 维持结果'],
  ['result', 'corrected', '结果纠正 纠正 被纠正 纠错 被纠错'],
  ['result', 'otherResult', '其他结果 其它结果'],
  ['result', 'pending', '尚未审结 未审结 正在审理 尚在审理 尚未结案'],
  ['result', 'closed', '已审结 审结 结案 已结案 办结'],
  [
    'disclosure',
    '',
    '政府信息公开 信息公开 政务公开 政府信息公开工作 政府信息公开类 政府信息公开事项 政府信息公开案件 政府信息公开行为 政府信息公开方面 信息公开类 信息公开工作',
  ],
];

const byFirstCharacter = new Map<number, Word[]>();
const seen = new Set<string>();
for (const [kind, id, words] of lexicon) {
  for (const text of words.split(/\s+/)) {
    // The first meaning of a word in the list is its meaning.
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    const first = text.charCodeAt(0);
    const list = byFirstCharacter.get(first);
    if (list) list.push({ text, kind, id });
    else byFirstCharacter.set(first, [{ text, kind, id }]);
  }
}
for (const list of byFirstCharacter.values()) list.sort((a, b) => b.text.length - a.text.length);
