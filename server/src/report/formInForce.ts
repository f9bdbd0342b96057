import { firstFormYear, formForYear, type FormId } from '../form/form';
import type { Report } from './report';

/** The form that a report must follow: the one in force for its year. */
export function formInForce(report: Report): FormId {
  return formForYear(report.year);
}

/**
 * Whether no form was prescribed for the report: up to 2018 each organ wrote as it liked, and tables of its own stand at the end.
 * Such a table, taken for a report of its own, has no title and only headings that resemble the form's. Schools that report by the
 * school year follow rules of their own.
 */
export function isFreeForm(report: Report): boolean {
  const { year, title, tables, sections } = report;
  if (Object.keys(tables).length > 0) return false;
  if (isOfSchoolYear(report)) return true;
  if (year !== null) return year < firstFormYear;
  return title === null && sections.length > 0 && sections.every((section) => section.heading?.match === 'synonym');
}

/** Whether the report is a school's for a school year (高等学校信息公开办法, order 29 of the ministry of education). */
export function isOfSchoolYear({ title }: Report): boolean {
  return title !== null && /[学學]年/.test(title.text);
}
