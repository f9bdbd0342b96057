import { writeReport } from '../../client/src/newReport/reportText';
import type { FolderFiles, ShowProgress } from '../../client/src/folder/folderReading';
import type { RuleSeverities } from '../../server/src/rules/rule';

/** A folder in memory that remembers what was asked of it. */
export class MadeUpFiles implements FolderFiles {
  readonly contents = new Map<string, string>();
  readonly reads: string[] = [];
  editorSeverities: RuleSeverities = {};
  /** Runs once, when the folder is listed the next time. */
  beforeListing: () => void = () => {};

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.contents.set(addressOf(name), text);
  }

  async list(): Promise<string[]> {
    const before = this.beforeListing;
    this.beforeListing = () => {};
    before();
    return [...this.contents.keys()].filter((file) => file.endsWith('.txt'));
  }

  async read(file: string): Promise<string | undefined> {
    this.reads.push(file);
    return this.contents.get(file);
  }

  async sideFiles(): Promise<(readonly [string, string])[]> {
    return [...this.contents].filter(([file]) => file.endsWith('.json'));
  }

  severitiesFor(): RuleSeverities {
    return this.editorSeverities;
  }
}

export function addressOf(name: string): string {
  return `file:///${name.split('/').map(encodeURIComponent).join('/')}`;
}

/** A report whose cells are blank. */
export function blankReport(organ: string, year: number): string {
  return writeReport({ organ, year, kind: 'department', layout: 'tabRows' });
}

/** Progress that nobody sees, and nobody cancels. */
export const unseen: ShowProgress = (_isFirst, work) => work({ isCancelled: () => false, report: () => {} });
