import { localized } from '../text/localized';
import type { Rule } from './rule';

/** The cells that the proved, unique least-change repair blames. The findings come from `showCauses`, which sees the repair. */
export const wrongCell: Rule = {
  id: 'wrong-cell',
  group: 'cause',
  severity: 'error',
  reads: [],
  summary: localized(
    '只改这一格（或这几格），不成立的勾稽关系就全部成立，且没有别的同样少的改法',
    'Changing this cell (or these few) makes every broken relation hold, and no other change is as small',
  ),
  check: () => [],
};
