import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../server/src/cli/files/textEncoding';
import { looksLikeReport } from '../../server/src/report/detectReport';
import { tableLayouts } from '../support/layouts';
import { Random } from '../support/random';
import { randomRendering, writeReports } from '../support/renderReport';
import { randomModel } from '../support/reportModel';

describe('a text looks like a report', () => {
  it.each(tableLayouts.map((layout) => [layout.name, layout] as const))('in the layout %s', (_name, layout) => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(seed);
      const { text } = writeReports([randomModel(random)], randomRendering(random, layout), random);
      expect(looksLikeReport(text), `seed ${seed}`).toBe(true);
    }
  });
});

describe('a text does not look like a report', () => {
  it.each([
    ['nothing', ''],
    ['a notice', '关于召开政务公开工作会议的通知\n各乡镇人民政府，县直各单位：定于3月5日召开会议。'],
    ['news about reports', '青岚县发布2023年政府信息公开工作年度报告，全年主动公开政府信息一千余条。'],
    [
      'a list of the parts',
      '年度报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况组成。',
    ],
    ['other English text', 'Annual report on freedom of information: received, carried over, closed.'],
  ])('%s', (_name, text) => expect(looksLikeReport(text)).toBe(false));
});

const samples = resolve(__dirname, '../../samples');

describe.skipIf(!existsSync(samples))('the samples', () => {
  it.each(existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.txt')) : [])('%s', (name) => {
    expect(looksLikeReport(decodeText(readFileSync(join(samples, name))).text)).toBe(!name.includes('会议通知'));
  });
});
