import { inLocale } from '../../text/localized';
import { checkedJson } from './findingJson';
import { inspectedJson } from './inspectedJson';
import { printObjects } from './jsonLines';
import type { CheckReporter, InspectReporter, ReporterSettings } from './reporter';

/** `check` as one JSON array, or one object a line; the last object is the summary. */
export function jsonCheckReporter({ output, locale }: ReporterSettings, format: 'json' | 'ndjson'): CheckReporter {
  const printer = printObjects(output, format);
  return {
    report: (checked) => printer.print(checkedJson(checked, locale)),
    unreadable: (path, problem) => printer.print({ path, error: inLocale(problem, locale) }),
    end(summary) {
      printer.print({ summary });
      printer.end();
    },
  };
}

/** `inspect` as one JSON array, or one object a line. */
export function jsonInspectReporter({ output, locale }: ReporterSettings, format: 'json' | 'ndjson'): InspectReporter {
  const printer = printObjects(output, format);
  return {
    report: (inspected) => printer.print(inspectedJson(inspected)),
    unreadable: (path, problem) => printer.print({ path, error: inLocale(problem, locale) }),
    end: () => printer.end(),
  };
}
