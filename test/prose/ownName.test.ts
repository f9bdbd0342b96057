import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../server/src/prose/scope';
import { readDocument } from '../../server/src/service';

const { report } = readDocument('青岚县水利局2023年政府信息公开工作年度报告\n一、总体情况\n').parts[0]!;

describe('whoever reports is meant where it calls itself by a short name', () => {
  test.each([
    [null, '2023年,我局共收到申请', 'own'],
    [null, '2023年,我委收到申请', 'own'],
    [null, '2023年,我局下属单位收到申请', 'part'],
    [null, '各乡镇收到申请', 'part'],
    ['青岚市公安局城东分局', '我分局共收到申请', 'own'],
    ['青岚市公安局城东分局', '各分局共收到申请', 'part'],
    ['青岚市公安局', '城东分局共收到申请', 'part'],
    ['青岚经济开发区管理委员会', '管委会共收到申请', 'own'],
    ['青岚经济开发区管理委员会', '开发区共收到申请', 'own'],
    ['青岚县人民政府', '开发区管委会共收到申请', 'part'],
    ['青岚县人民政府', '我局共收到申请', 'part'],
  ] as const)('%s: %s', (organ, sentence, scope) => {
    expect(scopeOf(sentence, { ...report, organ })).toBe(scope);
  });
});
