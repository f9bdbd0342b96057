import { fold } from '../../text/fold';

/**
 * What an organ's name makes sure about its rank: a town or street, a county or district government, an office or bureau
 * below the province. Null where the name leaves it open: cities may or may not have districts, ministries make rules.
 */
export type OrganRank = 'town' | 'county' | 'department';

export function organRank(organ: string | null): OrganRank | null {
  const name = organ === null ? '' : fold(organ);
  if (name === '' || national.test(name)) return null;
  if (town.test(name)) return 'town';
  if (county.test(name)) return 'county';
  if (cityOffice.test(name)) return null;
  return department.test(name) ? 'department' : null;
}

const national = /^(?:国家|国务院|中国|中华人民共和国|中央)|总局$/u;
const town = /(?:乡|镇|街道|苏木)(?:人民)?(?:政府|办事处|政府办公室)?$/u;
/** 自治区 is a province, 地区 and 新区 are neither districts nor sure to be below one. */
const county = /(?:县|旗|(?<!自治|地|新|特|开发|合作|管理|园|示范|度假)区)(?:人民)?(?:政府)?$/u;
/** The office of a city or prefecture often reports what its government did, rules included. */
const cityOffice = /^[^县旗区乡镇]*(?:市|州|盟)(?:人民)?政府办公[厅室]$/u;
/** 省 and 自治区 offices are left out: what stands before the office must be a city, prefecture, county or town. */
const department =
  /(?:市|州|盟|县|旗|(?<!自治)区|乡|镇).*(?:局|委员会|委|办公室|办公厅|政府办|中心|支队|大队|所|站|处|院|社|联合会)$/u;
