import { describe, expect, it, vi } from 'vitest';
import { errorsInWords, notesInWords, reportsWord } from '../../client/src/countInWords';

let locale = 'en';
vi.mock('vscode', () => ({ workspace: { getConfiguration: () => ({ get: () => locale }) } }));

describe.each([
  ['en', ['0 errors', '1 error', '2 errors'], ['1 note', '2 notes'], ['report', 'reports']],
  ['zh-cn', ['0 处错误', '1 处错误', '2 处错误'], ['1 处提醒', '2 处提醒'], ['份报告', '份报告']],
])('what is counted, in %s', (language, errors, notes, reports) => {
  it('is worded as the language has it', () => {
    locale = language;
    expect([0, 1, 2].map(errorsInWords)).toEqual(errors);
    expect([1, 2].map(notesInWords)).toEqual(notes);
    expect([1, 2].map(reportsWord)).toEqual(reports);
  });
});
