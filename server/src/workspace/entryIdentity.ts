import type { Report } from '../report/report';
import { parseOrganName, type OrganName } from './organName';

/** One report of the workspace: a file may hold several. */
export interface WorkspaceEntry {
  /** A path or URI, as the host names files. */
  readonly file: string;
  /** Number of the report in its file, from 0. */
  readonly part: number;
  /** Where the report starts in its file. */
  readonly start: number;
  readonly report: Report;
}

/** Where an organ's name or a year was taken from. */
export type IdentitySource = 'report' | 'signature' | 'fileName' | 'folder';

/** Whose report an entry is and for which year, as far as it is written anywhere. */
export interface EntryIdentity {
  readonly organ: OrganName | null;
  readonly organSource: IdentitySource | null;
  readonly year: number | null;
  readonly yearSource: IdentitySource | null;
}

/** The report's own words come first; the signature, the file's name and the folders' names only fill what it leaves open. */
export function identifyEntry(entry: WorkspaceEntry): EntryIdentity {
  const path = readablePath(entry.file).split(/[/\\]/);
  const fileName = (path.pop() ?? '').replace(/\.[A-Za-z0-9]+$/, '');
  return { ...organOf(entry.report, fileName), ...yearOf(entry.report, fileName, path) };
}

function organOf(report: Report, fileName: string): Pick<EntryIdentity, 'organ' | 'organSource'> {
  const candidates: readonly (readonly [string | null | undefined, IdentitySource])[] = [
    [report.organ, 'report'],
    [report.signature?.organ, 'signature'],
    [organInFileName(fileName), 'fileName'],
  ];
  for (const [written, organSource] of candidates) {
    const organ = written ? parseOrganName(written) : null;
    if (organ) return { organ, organSource };
  }
  return { organ: null, organSource: null };
}

function yearOf(report: Report, fileName: string, folders: readonly string[]): Pick<EntryIdentity, 'year' | 'yearSource'> {
  if (report.year !== null) return { year: report.year, yearSource: 'report' };
  const years = new Set(fileName.match(writtenYear));
  if (years.size === 1) return { year: Number([...years][0]), yearSource: 'fileName' };
  const folder = folders.findLast((name) => /^20\d\d年?(?:度|年度)?(?:年报)?$/.test(name));
  if (folder) return { year: Number(folder.slice(0, 4)), yearSource: 'folder' };
  return { year: null, yearSource: null };
}

const writtenYear = /(?<!\d)20[0-4]\d(?!\d)/g;

/** 青岚县财政局2023年政府信息公开工作年度报告 → 青岚县财政局; null where what is left does not look like an organ. */
function organInFileName(fileName: string): string | null {
  const name = fileName
    .normalize('NFKC')
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/(?<!\d)20[0-4]\d(?!\d)年?度?/g, '')
    .replace(/(?:政府信息公开|政务公开|信息公开)?(?:工作)?年?度?(?:报告|年报|总结)/g, '')
    .replace(/^[\d\s._、-]+|[\s._、-]+$/g, '');
  return /\p{Script=Han}[省市县区旗盟镇乡州局委办厅院心府会队所站处部社道校]$/u.test(name) ? name : null;
}

function readablePath(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
