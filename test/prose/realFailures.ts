import type { ProseReport } from './proseReport';

/** A mistake that a careful reviewer finds: the marked range is reported by the rule behind it, and nothing else is. */
export type ProseCase = readonly [name: string, report: ProseReport];

const big = {
  received: [700, 42, 0, 0, 17, 0],
  carriedIn: [18],
  granted: [255, 12, 0, 0, 5, 0],
  partlyGranted: [3],
  'denied.internalAffairs': [35],
  'unable.notHeld': [240, 20, 0, 0, 5, 0],
  'unable.needsCreation': [72],
  'rejected.petition': [58],
  outcomeTotal: [663, 32, 0, 0, 10, 0],
  carriedOut: [55, 10, 0, 0, 7, 0],
};

export const realFailures: readonly ProseCase[] = [
  [
    'who asked stands between the verb and the applications',
    { overview: '2023年，共⟦接到社会公众依申请公开757件⟧{text-received}，均依法答复。', numbers: big },
  ],
  [
    'applications named by what was asked for',
    { overview: '2023年，全年⟦收到申请政府信息公开事项757件⟧{text-received}，已行政答复。', numbers: big },
  ],
  [
    '258 in the text, 272 + 3 in the table',
    {
      overview: '2023年，全县共受理政府信息公开申请759件，已答复的申请中，⟦予以公开及部分公开258件⟧{text-outcomes}。',
      numbers: big,
    },
  ],
  [
    '265 in the text, 337 in the table',
    { overview: '2023年，全县共受理政府信息公开申请759件，其中⟦无法提供265件⟧{text-outcomes}，不予公开35件。', numbers: big },
  ],
  [
    '33.9 % that is another percentage',
    {
      overview:
        '2023年，全县共受理政府信息公开申请759件，答复705件。在已答复的705件申请中，予以公开及部分公开275件，占总数的⟦33.9%⟧{text-percentage}。',
      numbers: big,
    },
  ],
  ['均维持 beside pending cases', { overview: '全年因政府信息公开引发行政复议3件，⟦均获维持⟧{text-all-upheld}。' }],
  ['均维持 beside a corrected case', { overview: '全年发生政府信息公开行政复议4件，⟦全部维持⟧{text-all-upheld}。' }],
  [
    '均维持 for the others of another sentence',
    { overview: '其余工作平稳，全年发生政府信息公开行政复议4件，⟦均维持⟧{text-all-upheld}。' },
  ],
  ['均维持 for lawsuits', { overview: '政府信息公开行政诉讼3件，⟦均被维持⟧{text-all-upheld}。' }],
  ['received', { overview: '2023年，我县共⟦收到政府信息公开申请12件⟧{text-received}。' }],
  ['received, newly only', { overview: '2023年，全县⟦新收政府信息公开申请15件⟧{text-received}，上年结转2件。' }],
  ['received, in Chinese numerals', { overview: '全年共⟦收到政府信息公开申请二十一件⟧{text-received}。' }],
  ['received, in full-width digits', { overview: '全年共⟦收到政府信息公开申请１２件⟧{text-received}。' }],
  ['received, with blanks around the number', { overview: '今年以来，我县⟦收到依申请公开件数 9 件⟧{text-received}。' }],
  ['received, object behind the number', { overview: '2023年，全县共⟦收到8份⟧{text-received}政府信息公开申请，均已处理。' }],
  ['received, broken over lines', { overview: '2023年，我县共⟦收到政府信\n息公开申请 19\n件⟧{text-received}，均依法处理。' }],
  ['received, under the heading of section 三', { applicationsProse: '2023年，共⟦收到政府信息公开申请16件⟧{text-received}。' }],
  ['received in another unit', { overview: '全年⟦收到政府信息公开申请16宗⟧{text-received}。' }],
  [
    'received, by an office about itself',
    { organ: '青岚县人民政府办公室', overview: '今年以来，我办⟦收到政府信息公开申请10件⟧{text-received}。' },
  ],
  [
    'received, by a bureau about itself',
    { organ: '青岚县教育局', overview: '2023年，我局共⟦收到政府信息公开申请10件⟧{text-received}。' },
  ],
  [
    'received, by a town about itself',
    { organ: '石屏镇人民政府', overview: '2023年，全镇共⟦收到政府信息公开申请10件⟧{text-received}。' },
  ],
  ['none received, but the table has some', { overview: '2023年，全县⟦未收到政府信息公开申请⟧{text-received}。' }],
  ['none received, in other words', { overview: '2023年，我县⟦没有收到任何形式的政府信息公开申请⟧{text-received}。' }],
  ['none received: 无', { overview: '2023年，我县⟦无依申请公开事项⟧{text-received}。' }],
  [
    'some received, but the table has none',
    { overview: '2023年，我县⟦收到政府信息公开申请2件⟧{text-received}。', numbers: { received: [0], carriedIn: [0] } },
  ],
  ['accepted', { overview: '2023年，全县共⟦受理政府信息公开申请25件⟧{text-accepted}。' }],
  ['handled', { overview: '2023年，全县共⟦处理政府信息公开申请件27件⟧{text-accepted}。' }],
  ['收办', { overview: '2023年，全县共⟦收办政府信息公开申请27件⟧{text-accepted}。' }],
  ['closed', { overview: '2023年，全县共受理政府信息公开申请15件，⟦办结10件⟧{text-closed}，结转下年度2件。' }],
  ['closed, beside what was not', { overview: '全年受理政府信息公开申请13件，⟦答复5件⟧{text-closed}，不予受理3件。' }],
  ['closed, the sentence goes on', { overview: '全年收到政府信息公开申请13件。截至12月31日，已⟦答复9件⟧{text-closed}。' }],
  [
    'closed, number first',
    { overview: '全县共处理政府信息公开申请15件（包含上年结转2件），⟦10件已答复⟧{text-closed}，2件结转下年答复。' },
  ],
  ['carried over', { overview: '2023年，全县共受理政府信息公开申请15件，办结13件，⟦结转2024年3件⟧{text-carried}。' }],
  ['carried over, number first', { overview: '共受理政府信息公开申请15件，答复13件，另有⟦5件顺延到下年度答复⟧{text-carried}。' }],
  ['carried over, 转下一年度', { overview: '收到政府信息公开申请13件，⟦转下一年度办理的有1件⟧{text-carried}。' }],
  ['carried in', { overview: '共收到政府信息公开申请13件，⟦上年度结转4件⟧{text-carried}。' }],
  ['carried in, in brackets', { overview: '共办结政府信息公开申请13件（含⟦上年结转1件⟧{text-carried}）。' }],
  ['carried in, with the year', { overview: '共收到政府信息公开申请13件，⟦2022年结转5件⟧{text-carried}。' }],
  [
    'nothing carried over, but the table has 2',
    { overview: '共受理政府信息公开申请15件，办结13件，⟦无结转下年度办理⟧{text-carried}。' },
  ],
  ['natural persons', { overview: '共收到政府信息公开申请13件，其中⟦自然人10件⟧{text-applicants}，法人或其他组织2件。' }],
  ['organisations', { overview: '共收到政府信息公开申请13件，其中自然人申请11件、⟦法人和其他组织申请3件⟧{text-applicants}。' }],
  ['businesses', { overview: '共收到政府信息公开申请13件，其中自然人11件，⟦商业企业1件⟧{text-applicants}。' }],
  ['granted', { overview: '共收到政府信息公开申请13件，其中⟦予以公开9件⟧{text-outcomes}，部分公开2件。' }],
  [
    'partly granted without a unit',
    { overview: '办结政府信息公开申请13件，予以公开7，⟦部分公开6⟧{text-outcomes}，不予公开1，无法提供2。' },
  ],
  [
    'denied',
    { overview: '办结政府信息公开申请13件，予以公开7件、部分公开2件、⟦不予公开3件⟧{text-outcomes}、无法提供2件、不予处理1件。' },
  ],
  ['rejected', { overview: '办结政府信息公开申请13件；⟦不予处理2件⟧{text-outcomes}；其他处理0件。' }],
  [
    'a row of the form that speaks of handling no more',
    {
      overview:
        '办结政府信息公开申请13件，⟦申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请3件⟧{text-outcomes}，不予处理1件。',
    },
  ],
  [
    'handled, beside those that are handled no more',
    { overview: '全年⟦处理政府信息公开申请12件⟧{text-accepted}，不再处理其政府信息公开申请2件。' },
  ],
  [
    'accepted, and what was withdrawn does not make it good',
    { overview: '全年收到政府信息公开申请13件，撤回3件，⟦受理8件⟧{text-accepted}。' },
  ],
  ['granted or partly granted', { overview: '办结政府信息公开申请13件，⟦公开或部分公开8件⟧{text-outcomes}，无法提供2件。' }],
  [
    'granted in two parts',
    { overview: '办结政府信息公开申请13件，其中属于已主动公开范围予以公开3件，依申请提供⟦予以公开5件⟧{text-outcomes}。' },
  ],
  ['by way in and altogether', { overview: '共⟦收到政府信息公开申请12件⟧{text-received}，其中通过来信收到申请4件，占比33.3%。' }],
  [
    'received by a government as a whole, beside its parts',
    { overview: '全县共⟦收到政府信息公开申请12件⟧{text-received}，其中部门收到8件，镇街收到4件。' },
  ],
  ['other', { overview: '办结政府信息公开申请13件，不予处理1件，⟦其他处理4件⟧{text-outcomes}。' }],
  ['a single row', { overview: '办结政府信息公开申请13件，其中⟦信访举报投诉类申请3件⟧{text-outcomes}。' }],
  ['reviews', { overview: '因政府信息公开被⟦申请行政复议6件⟧{text-review}。' }],
  ['lawsuits', { overview: '因政府信息公开被⟦提起行政诉讼5件⟧{text-litigation}。' }],
  ['reviews by result', { overview: '政府信息公开行政复议4件，其中⟦结果维持3件⟧{text-review}，结果纠正1件，尚未审结1件。' }],
  ['lawsuits by result', { overview: '政府信息公开行政诉讼3件，其中结果维持2件，⟦尚未审结2件⟧{text-litigation}。' }],
  ['no reviews, but the table has some', { overview: '⟦没有发生因政府信息公开工作被申请行政复议⟧{text-review}的情况。' }],
  [
    'no reviews in a list with complaints, but the table has some',
    {
      overview: '全年⟦未发生因政府信息公开工作引发举报、投诉、申请行政复议⟧{text-review}的情况。',
    },
  ],
  [
    'no reviews in a list before an appeal',
    { overview: '全年⟦没有因政府信息公开申请行政复议⟧{text-review}和行政申诉的情况发生。' },
  ],
  ['no reviews brought', { overview: '2023年⟦未产生因政府信息公开申请提请的行政复议案件⟧{text-review}。' }],
  [
    'none received, the information named first',
    { overview: '2023年，我县⟦未收到任何公民、法人和其他组织提出的公开政府信息的申请⟧{text-received}。' },
  ],
  ['none received: 诉求', { overview: '2023年，我县⟦未收到公民、法人或其他组织的依申请公开诉求⟧{text-received}。' }],
  ['no lawsuits, but the table has some', { overview: '本年度⟦未发生政府信息公开行政诉讼案件⟧{text-litigation}。' }],
  ['reviews of zero with a digit', { overview: '政府信息公开⟦行政复议0件⟧{text-review}。' }],
  ['reviews and lawsuits together', { overview: '共办理政府信息公开⟦行政复议、行政诉讼案件9件⟧{text-review}。' }],
  ['reviews in the disputes section', { disputesProse: '本年度⟦行政复议案件2件⟧{text-review}。' }],
  ['reviews, number first', { overview: '2023年有⟦6件涉及政府信息公开工作的行政复议⟧{text-review}。' }],
  ['documents issued', { overview: '2023年，全县⟦制发行政规范性文件5件⟧{text-documents}。' }],
  ['documents in force', { overview: '截至年底，全县⟦现行有效规范性文件30件⟧{text-documents}。' }],
  ['no documents issued, but the table has 3', { overview: '2023年，我县⟦未制发行政规范性文件⟧{text-documents}。' }],
  [
    'a percentage of what was received',
    { overview: '共收到政府信息公开申请13件，其中自然人申请11件，占⟦90.2%⟧{text-percentage}。' },
  ],
  ['a percentage of reviews', { overview: '政府信息公开行政复议4件，其中结果维持2件，占⟦60%⟧{text-percentage}。' }],
  ['a percentage of other things', { overview: '全年共发布信息1000条，其中政务动态300条，占总数的⟦35%⟧{text-percentage}。' }],
  ['an enumeration', { overview: '全年公开信息⟦100条⟧{text-enumeration}，其中概况类60条，动态类55条。' }],
  ['an enumeration of all', { overview: '全年举办活动⟦20次⟧{text-enumeration}，包括开放日5次，座谈会4次，发布会3次。' }],
  ['no fee statement', { otherMatters: '⟦无⟧{fee-statement}' }],
  ['no fee statement, signed', { otherMatters: '⟦无⟧{fee-statement}', signature: '青岚县人民政府\n2024年1月20日' }],
  ['no fee statement, with a mark', { otherMatters: '⟦无。⟧{fee-statement}' }],
  ['no fee statement: nothing to report', { otherMatters: '⟦无其他需要报告的事项。⟧{fee-statement}' }],
  [
    'fees do not add up',
    { otherMatters: '对3件申请收取了信息处理费⟦2230元⟧{fee-sum}。其中，沙坪镇1件，收取420元；石屏镇2件，收取1800元。' },
  ],
  [
    'fees: the cases do not add up',
    { otherMatters: '对⟦4件⟧{fee-sum}申请收取了信息处理费500元。其中，沙坪镇1件，收取200元；石屏镇2件，收取300元。' },
  ],
  ['the period ends in November', { preamble: '本报告统计期限⟦自2023年1月1日起至2023年11月30日止⟧{reporting-period}。' }],
  ['the period is of another year', { preamble: '本报告统计期限⟦自2022年1月1日起至2022年12月31日止⟧{year-mismatch}。' }],
  ['signed in the same year', { signature: '青岚县人民政府\n⟦2023年1月20日⟧{signature-date}' }],
  ['a department signs in February', { organ: '青岚县教育局', signature: '青岚县教育局\n⟦2024年2月5日⟧{deadline}' }],
  [
    'an office signs in February',
    { organ: '青岚县人民政府办公室', signature: '青岚县人民政府办公室\n⟦2024年2月21日⟧{deadline}' },
  ],
  ['a government signs in April', { signature: '青岚县人民政府\n⟦2024年4月2日⟧{deadline}' }],
  ['a town signs in March', { organ: '石屏镇人民政府', signature: '石屏镇人民政府\n⟦2024年3月2日⟧{deadline}' }],
  ['last year’s sentence', { overview: '⟦2022年⟧{stale-year}，全县共公开政府信息1204条。' }],
  [
    'last year’s sentence under a number',
    { overview: '（一）主动公开情况。⟦2021年⟧{stale-year}，全县共发布信息120条，解读政策12篇。' },
  ],
  ['last year’s fee statement', { otherMatters: '⟦2022年度⟧{stale-year}全县未收取信息处理费。' }],
  ['the superseded format document', { preamble: '本报告按照⟦国办公开办函〔2019〕60号⟧{citation}要求编制。' }],
  [
    'the superseded format document, other brackets',
    { preamble: '本报告按照《年度报告格式》（⟦国办公开办函[2019]60号⟧{citation}）编制。' },
  ],
];
