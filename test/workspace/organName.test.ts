import { describe, expect, test } from 'vitest';
import { compareOrgans, organAtPlaceOf, parseOrganName } from '../../server/src/workspace/organName';

const parsed = (text: string) => parseOrganName(text)!;

describe('a name is taken apart', () => {
  test.each([
    ['青岚县', ['青岚县'], null, '政府'],
    ['青岚县人民政府', ['青岚县'], null, '政府'],
    ['青岚县政府', ['青岚县'], null, '政府'],
    ['青 岚 县 人民政府', ['青岚县'], null, '政府'],
    ['云岭省澄江市青岚县人民政府', ['云岭省', '澄江市', '青岚县'], null, '政府'],
    ['云岭自治区澄江市', ['云岭自治区', '澄江市'], null, '政府'],
    ['云岭彝族自治州青岚县', ['云岭彝族自治州', '青岚县'], null, '政府'],
    ['云岭州青岚市', ['云岭州', '青岚市'], null, '政府'],
    ['岚州市岚城区', ['岚州市', '岚城区'], null, '政府'],
    ['岚城市人民政府', ['岚城市'], null, '政府'],
    ['青岚县人民政府办公室', ['青岚县'], null, '政府办公室'],
    ['青岚县政府办', ['青岚县'], null, '政府办公室'],
    ['青岚县府办', ['青岚县'], null, '政府办公室'],
    ['云岭省人民政府办公厅', ['云岭省'], null, '政府办公室'],
    ['县政府办公室', [], '县', '政府办公室'],
    ['市人民政府', [], '市', '政府'],
    ['青岚县财政局', ['青岚县'], null, '财政局'],
    ['县财政局', [], '县', '财政局'],
    ['财政局', [], null, '财政局'],
    ['青岚县市场监督管理局', ['青岚县'], null, '市场监督管理局'],
    ['县市场监督管理局', [], '县', '市场监督管理局'],
    ['市场监督管理局', [], null, '市场监督管理局'],
    ['云岭市政务服务局', ['云岭市'], null, '政务服务局'],
    ['市政务服务局', [], '市', '政务服务局'],
    ['市政管理局', [], null, '市政管理局'],
    ['县城市管理局', [], '县', '城市管理局'],
    ['青岚县城市管理局', ['青岚县'], null, '城市管理局'],
    ['青岚县住房和城乡建设局', ['青岚县'], null, '住房城乡建设局'],
    ['县乡村振兴局', [], '县', '乡村振兴局'],
    ['乡村振兴局', [], null, '乡村振兴局'],
    ['澄江市市中区教育局', ['澄江市', '市中区'], null, '教育局'],
    ['镇川市水务局', ['镇川市'], null, '水务局'],
    ['青岚县白溪镇人民政府', ['青岚县', '白溪镇'], null, '政府'],
    ['澄江区城东街道办事处', ['澄江区', '城东街道'], null, '政府'],
    ['城东街道办', ['城东街道'], null, '政府'],
    ['青岚县工业园区管理委员会', ['青岚县'], null, '工业园区管委会'],
    ['云岭经济技术开发区管委会', ['云岭经济技术开发区'], null, '管委会'],
    ['青岚县人民政府国有资产监督管理委员会', ['青岚县'], null, '国有资产监督管委会'],
  ])('%s', (text, places, level, body) => {
    expect(parseOrganName(text)).toMatchObject({ places, level, body });
  });

  test.each(['', '我县', '本机关', '人民政府', '  '])('%j names no organ', (text) => {
    expect(parseOrganName(text)).toBeNull();
  });
});

describe('two names are compared', () => {
  test.each([
    ['青岚县', '青岚县人民政府', 'same'],
    ['青岚县人民政府', '云岭市青岚县人民政府', 'compatible'],
    ['云岭市青岚县', '云岭省云岭市青岚县', 'compatible'],
    ['云岭市青岚县', '澄江市青岚县', 'different'],
    ['青岚县', '岚县', 'different'],
    ['青岚县', '青岚区', 'different'],
    ['青岚县人民政府办公室', '青岚县政府办', 'same'],
    ['青岚县政府办', '县政府办公室', 'compatible'],
    ['县政府办公室', '青岚县人民政府', 'different'],
    ['青岚县人民政府', '青岚县人民政府办公室', 'different'],
    ['市政府办公室', '青岚县政府办', 'different'],
    ['云岭省人民政府办公厅', '云岭省政府办公厅', 'same'],
    ['青岚县财政局', '财政局', 'compatible'],
    ['青岚县财政局', '县财政局', 'compatible'],
    ['青岚县财政局', '市财政局', 'different'],
    ['青岚县财政局', '青岚县教育局', 'different'],
    ['青岚县住房和城乡建设局', '青岚县建设局', 'different'],
    ['青岚县住房和城乡建设局', '青岚县住房城乡建设局', 'same'],
    ['青岚县白溪镇', '白溪镇人民政府', 'compatible'],
    ['青岚县白溪镇', '青岚县', 'different'],
  ] as const)('%s / %s: %s', (a, b, match) => {
    expect(compareOrgans(parsed(a), parsed(b))).toBe(match);
    expect(compareOrgans(parsed(b), parsed(a))).toBe(match);
  });
});

describe('a name listed under a government is of its place', () => {
  test.each([
    ['教育局', '云岭市青岚县', ['云岭市', '青岚县']],
    ['县教育局', '青岚县', ['青岚县']],
    ['青岚县教育局', '云岭市青岚县', ['云岭市', '青岚县']],
    ['白溪镇', '青岚县', ['青岚县', '白溪镇']],
    ['市教育局', '青岚县', []],
    ['办公室', '青岚县', ['青岚县']],
    ['政府办', '青岚县', ['青岚县']],
  ])('%s under %s', (name, whole, places) => {
    expect(organAtPlaceOf(parsed(name), parsed(whole)).places).toEqual(places);
  });
});
