import { githubReporter } from './github';
import { inspectTextReporter } from './inspectText';
import { jsonCheckReporter, jsonInspectReporter } from './json';
import { junitReporter } from './junit';
import type { CheckReporter, InspectReporter, ReporterSettings } from './reporter';
import { sarifReporter } from './sarif';
import { textReporter } from './text';

/** Every output format of `check`: one file each beside this one. */
export const checkReporters = {
  text: textReporter,
  json: (settings: ReporterSettings) => jsonCheckReporter(settings, 'json'),
  ndjson: (settings: ReporterSettings) => jsonCheckReporter(settings, 'ndjson'),
  sarif: sarifReporter,
  junit: junitReporter,
  github: githubReporter,
} satisfies Record<string, (settings: ReporterSettings) => CheckReporter>;

export const inspectReporters = {
  text: inspectTextReporter,
  json: (settings: ReporterSettings) => jsonInspectReporter(settings, 'json'),
  ndjson: (settings: ReporterSettings) => jsonInspectReporter(settings, 'ndjson'),
} satisfies Record<string, (settings: ReporterSettings) => InspectReporter>;

export type CheckFormat = keyof typeof checkReporters;
export type InspectFormat = keyof typeof inspectReporters;
