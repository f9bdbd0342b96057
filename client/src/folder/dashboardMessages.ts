import { localize } from '../localize';
import type { FolderSummary } from './summarize';

/** The words of the dashboard in the language of the person who looks at it. */
export type DashboardWords = ReturnType<typeof dashboardWords>;

export interface DashboardData {
  readonly summary: FolderSummary;
  readonly words: DashboardWords;
}

/** What the dashboard tells the extension; `charts` are pictures as data addresses, in the order of the page. */
export type FromDashboard = { readonly type: 'exportCsv' } | { readonly type: 'exportHtml'; readonly charts: readonly string[] };

export function dashboardWords() {
  return {
    balanced: localize('without errors'),
    wrong: localize('with errors'),
    organ: localize('Organ'),
    year: localize('Year'),
    state: localize('State'),
    errors: localize('Errors'),
    received: localize('Received'),
    carriedIn: localize('Carried in'),
    granted: localize('Granted, in whole or in part'),
    denied: localize('Denied'),
    closed: localize('Closed'),
    carriedOut: localize('Carried over'),
    byYear: localize('Applications and outcomes by year'),
    byOrgan: localize('Applications by organ'),
    findings: localize('Most frequent findings'),
    rule: localize('What is checked'),
    count: localize('Times'),
  };
}
