import type { Report } from '../report/report';
import type { OtherReport, RuleContext } from '../rules/rule';
import { eachPart, type ReportPart } from '../service';
import { ownCopy } from '../text/remember';
import { WorkspaceIndex, type PlacedReport, type WorkspaceSettings } from '../workspace/workspaceIndex';
import { readInput, type InputText } from './files/readInput';
import { rangesIn, type RangeOf } from './ranges';
import type { TextEncoding } from './files/textEncoding';

/** A file that was read again because its reports, or reports that are compared with them, are checked together. */
export interface LoadedFile {
  readonly input: InputText;
  readonly parts: readonly ReportPart[];
  readonly rangesFrom: (base: number) => RangeOf;
}

/**
 * The reports of one run, known by organ and year, without being held: only who reports for which year is kept, and a report
 * that another is compared with is read again when it is needed.
 */
export class Neighbours {
  private readonly placed = new Map<string, PlacedReport[]>();
  private readonly loaded = new Map<string, LoadedFile | undefined>();
  private index: WorkspaceIndex | undefined;

  constructor(private readonly encoding: TextEncoding | undefined) {}

  add(path: string, { start, report }: ReportPart): void {
    const placed = this.placed.get(path);
    const stub = { start, report: identityOnly(report) };
    if (placed) placed.push(stub);
    else this.placed.set(path, [stub]);
  }

  /** Links the reports that were added. */
  link(settings: WorkspaceSettings): WorkspaceIndex {
    const index = (this.index = new WorkspaceIndex(settings));
    index.fill(this.placed);
    return index;
  }

  /** Whether a report is compared with another one. */
  isLinked(path: string, start: number): boolean {
    const context = this.linksOf(path, start);
    return Boolean(context?.previous || context?.whole || context?.parts);
  }

  contextFor(path: string, start: number): RuleContext {
    const links = this.linksOf(path, start);
    if (!links) return {};
    const previous = links.previous && this.whole(links.previous);
    const whole = links.whole && this.whole(links.whole);
    const reports = links.parts?.reports.flatMap((part) => this.whole(part) ?? []);
    const complete = links.parts?.complete === true && reports?.length === links.parts.reports.length;
    return { previous, whole, parts: reports && { reports, complete } };
  }

  /** Reads a file again; the files read last are kept for a while, because a report is often needed by several others. */
  load(path: string): LoadedFile | undefined {
    const known = this.loaded.get(path);
    this.loaded.delete(path);
    const file = known ?? this.read(path);
    this.loaded.set(path, file);
    if (this.loaded.size > filesKept) this.loaded.delete(this.loaded.keys().next().value!);
    return file;
  }

  /** Ranges in the file of a report that another is compared with. */
  rangeOf({ file, start, report }: OtherReport): RangeOf {
    const loaded = this.load(file);
    return loaded ? loaded.rangesFrom(start) : rangesIn(report.text)(0);
  }

  private read(path: string): LoadedFile | undefined {
    const input = readInput(path, this.encoding);
    return 'problem' in input ? undefined : { input, parts: [...eachPart(input.text)], rangesFrom: rangesIn(input.text) };
  }

  private linksOf(path: string, start: number): RuleContext | undefined {
    const part = this.index?.entriesOf(path).findIndex((entry) => entry.start === start) ?? -1;
    return part < 0 ? undefined : this.index?.contextFor(path, part);
  }

  /** The whole report behind an entry of the index; undefined where the file is gone or has changed meanwhile. */
  private whole({ file, start }: OtherReport): OtherReport | undefined {
    const part = this.load(file)?.parts.find((candidate) => candidate.start === start);
    return part && { file, start, report: part.report };
  }
}

const filesKept = 64;

/** What the index looks at; copied, because a piece of a text keeps the whole text in memory. */
function identityOnly({ organ, year, signature }: Report): Report {
  return {
    text: '',
    form: null,
    year,
    yearSpan: null,
    organ: organ && ownCopy(organ),
    organSpan: null,
    title: null,
    period: null,
    signature: signature && { ...signature, organ: signature.organ && ownCopy(signature.organ) },
    preamble: null,
    sections: [],
    tables: {},
    residue: [],
  };
}
