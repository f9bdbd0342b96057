import { inLocale } from '../../text/localized';
import { checkedJson } from './findingJson';
import { inspectedJson } from './inspectedJson';
import type { CheckReporter, InspectReporter, ReporterSettings } from './reporter';

/** `check` as one JSON array, or one object a line; the last object is the summary. */
export function jsonCheckReporter({ locale }: ReporterSettings, format: 'json' | 'ndjson'): CheckReporter {
  return {
    ...frames[format],
    report: (checked) => JSON.stringify(checkedJson(checked, locale)),
    unreadable: (path, problem) => JSON.stringify({ path, error: inLocale(problem, locale) }),
    summary: (summary) => JSON.stringify({ summary }),
  };
}

/** `inspect` as one JSON array, or one object a line. */
export function jsonInspectReporter({ locale }: ReporterSettings, format: 'json' | 'ndjson'): InspectReporter {
  return {
    ...frames[format],
    report: (inspected) => JSON.stringify(inspectedJson(inspected)),
    unreadable: (path, problem) => JSON.stringify({ path, error: inLocale(problem, locale) }),
  };
}

/** The pieces of both formats are the same; only what stands around them differs. */
const frames = {
  json: { begin: '[\n', between: ',\n', end: () => '\n]\n' },
  ndjson: { between: '\n', end: () => '\n' },
};
