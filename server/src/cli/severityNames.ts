import type { Severity } from '../rules/rule';
import { localized, type Localized } from '../text/localized';

export const severityNames: Readonly<Record<Severity, Localized>> = {
  error: localized('错误', 'error'),
  warning: localized('警告', 'warning'),
  hint: localized('提示', 'hint'),
};
