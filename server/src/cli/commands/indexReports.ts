import { inLocale, localized, type Locale, type Localized } from '../../text/localized';
import { listIndex, type ListedEntry, type ListedLink, type ListedReport } from '../../workspace/indexListing';
import type { SideFiles } from '../files/sideFiles';
import { Neighbours } from '../neighbours';
import type { Output } from '../output';
import { readInputs, type InputSettings } from '../readInputs';
import { plain, styles } from '../styles';

export interface IndexCommand extends InputSettings {
  readonly output: Output;
  readonly format: 'text' | 'json' | 'ndjson';
  readonly colours: boolean;
  readonly sideFiles: SideFiles;
}

/** `gouji index`: prints which reports belong together (last year's, the government's, its organs') and why, or why not. */
export function runIndex(command: IndexCommand): number {
  const { output, locale, format, sideFiles } = command;
  const neighbours = new Neighbours(command.encoding);
  const unreadable: { path: string; error: string }[] = [];
  for (const read of readInputs(command)) {
    if ('problem' in read) unreadable.push({ path: read.path, error: inLocale(read.problem, locale) });
    else for (const part of read.parts) neighbours.add(read.path, part);
  }
  const entries = listIndex(neighbours.link(sideFiles.organs()));
  if (format === 'text') {
    const { bold, dim, colour } = styles(command.colours);
    for (const entry of entries) output.write(entryText(entry, locale, bold, dim));
    for (const { path, error } of unreadable) output.write(`${colour('red', '✗')} ${plain(path)}  ${plain(error)}\n`);
  } else {
    const objects = [...entries.map((entry) => entryJson(entry, locale)), ...unreadable].map((object) => JSON.stringify(object));
    output.write(format === 'ndjson' ? objects.map((line) => line + '\n').join('') : `[\n${objects.join(',\n')}\n]\n`);
  }
  return unreadable.length > 0 ? 2 : 0;
}

type Style = (text: string) => string;

function entryText(entry: ListedEntry, locale: Locale, bold: Style, dim: Style): string {
  const say = (message: Localized) => plain(inLocale(message, locale));
  const { organ, year, previous, whole, parts } = entry;
  const identity = [organ.name ?? say(unknownOrgan), year.value === null ? say(unknownYear) : String(year.value)].join(' ');
  const link = (name: Localized, { report, candidates, reason }: ListedLink) => {
    const others = candidates.length > 0 ? `（${candidates.map(reportName).join('、')}）` : '';
    return `  ${say(name)}  ${report ? plain(reportName(report)) : '—'}  ${dim(say(reason) + plain(others))}\n`;
  };
  const organs = parts?.organs.map((part) => link(localized(`所属 ${part.organ}`, `organ ${part.organ}`), part)) ?? [];
  const completeness = parts && parts.organs.length > 0 ? `  ${dim(say(parts.complete ? completeSet : openSet))}\n` : '';
  return (
    `${bold(plain(reportName(entry)))}  ${plain(identity)}\n` +
    link(localized('上一年', 'year before'), previous) +
    link(localized('所属政府', 'government'), whole) +
    organs.join('') +
    completeness
  );
}

function reportName({ file, part }: ListedReport): string {
  return part ? `${file}#${part}` : file;
}

const unknownOrgan = localized('（机关不明）', '(organ unknown)');
const unknownYear = localized('（年度不明）', '(year unknown)');
const completeSet = localized('所属机关齐全，核对汇总数', 'the set of organs is complete: sums are checked');
const openSet = localized('所属机关未声明齐全，不核对汇总数', 'the set of organs is not declared complete: sums are not checked');

function entryJson(entry: ListedEntry, locale: Locale) {
  const link = ({ status, report, candidates, reason }: ListedLink) => ({
    status,
    report: report && reportJson(report),
    candidates: candidates.map(reportJson),
    reason: inLocale(reason, locale),
  });
  const { parts } = entry;
  return {
    ...reportJson(entry),
    organ: entry.organ,
    year: entry.year,
    previous: link(entry.previous),
    whole: link(entry.whole),
    parts: parts && { ...parts, organs: parts.organs.map((organ) => ({ organ: organ.organ, ...link(organ) })) },
  };
}

function reportJson({ file, part }: ListedReport) {
  return { path: file, part };
}
