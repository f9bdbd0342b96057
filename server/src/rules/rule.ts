import type { ColumnId, RowId, TableId } from '../form/form';
import type { Report } from '../report/report';
import type { Localized } from '../text/localized';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'hint';
/** What a setting may say of a rule. */
export const ruleSeverities = ['off', 'hint', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[];
export type RuleSeverity = (typeof ruleSeverities)[number];
/** Severities by rule id; a rule that is not named has its default. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>;

export type RuleGroup = 'cause' | 'arithmetic' | 'completeness' | 'form' | 'dates' | 'prose' | 'across';

/** Another report that a finding speaks about: last year's, the government's, an organ's. */
export interface OtherReport {
  /** A file path or URI, as the host names files. */
  readonly file: string;
  /** Where the report starts in its file. */
  readonly start: number;
  readonly report: Report;
}

/** What a rule may know besides the report itself. All fields are optional: a single report has none of them. */
export interface RuleContext {
  /** The same organ's report for the year before. */
  readonly previous?: OtherReport;
  /** The government that this organ belongs to, same year. */
  readonly whole?: OtherReport;
  /** The organs that make up this government, same year; `complete` when the configuration says that these are all. */
  readonly parts?: { readonly reports: readonly OtherReport[]; readonly complete: boolean };
}

export interface Related {
  readonly span: Span;
  readonly message: Localized;
  readonly row?: RowId;
  readonly column?: ColumnId;
  readonly value?: number | null;
  /** Absent: the same report. */
  readonly other?: OtherReport;
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * `safe` fixes are in fix-all and `--fix`; `unsafe` ones need `--unsafe-fixes` or a click; `offered` ones only a click.
 */
export type FixKind = 'safe' | 'unsafe' | 'offered';

export interface Fix {
  readonly title: Localized;
  readonly kind: FixKind;
  readonly preferred?: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule's `check` yields; the engine adds the rule's id and the severity in force. */
export interface FindingDraft {
  readonly span: Span;
  /** What is wrong, why, and what to do: one or two sentences a clerk understands. */
  readonly message: Localized;
  /** Overrides the rule's default severity downwards (e.g. one character off is only a hint). */
  readonly severity?: Severity;
  readonly table?: TableId;
  readonly row?: RowId;
  readonly column?: ColumnId;
  readonly actual?: number | null;
  readonly expected?: number;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Finding extends FindingDraft {
  readonly rule: string;
  readonly severity: Severity;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/**
 * What may change in a report that stays as it is built (its title, headings, tables and their labels): the numbers of a table, what the
 * prose says, the other reports it is compared with. While a report is edited, rules that read nothing of what changed keep their findings.
 */
export type RuleInput = TableId | 'prose' | 'others';

/** One rule: one file named as its id, one page in docs/rules, one line in `rules/index.ts`. */
export interface Rule {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** Off unless a setting turns it on. */
  readonly offByDefault?: boolean;
  readonly summary: Localized;
  /** A rule about form or completeness that also holds where no form was prescribed: for reports up to 2018. */
  readonly anyForm?: boolean;
  /** All that its findings depend on beyond how the report is built. */
  readonly reads: readonly RuleInput[];
  check(report: Report, context: RuleContext): Iterable<FindingDraft>;
}
