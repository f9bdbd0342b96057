import { forms, tableIds } from '../form/form';
import { diagnosticsOf } from '../features/diagnostics';
import { blankSource, formGrid } from '../features/tableText/formGrid';
import { writeGrid, type WritableLayout } from '../features/tableText/writeGrid';
import { readDocument, type ReportDocument } from '../service';
import type { Attention } from './rests';
import { defaultSettings } from './settings';
import type { Views } from './views';

/** Milliseconds of practice in a session. */
const practice = 250;

/**
 * Code runs slowly the first times. Once the session is initialized, and while nobody is being served, a made-up report is edited,
 * read and checked, one step at a time, until the first real keystrokes are answered as fast as later ones.
 */
export async function warmUp(views: Views, attention: Attention): Promise<void> {
  const rest = attention.longRests();
  let document: ReportDocument | undefined;
  for (let round = 0, spent = 0; spent < practice; round++) {
    await rest();
    const began = performance.now();
    // Another report each time: one that was read before would not be read again.
    const text = texts[(round >> 3) % texts.length]!.replace('示例', `示例${round >> 1}`);
    // Now a whole reading, as of a document that is opened, now a number typed into it.
    document = round % 2 ? readDocument(text.replace(/\b5\b/, '57'), document) : readDocument(text);
    diagnosticsOf(await views.ofClosed('gouji:practice', document, defaultSettings, withoutRest));
    spent += performance.now() - began;
  }
}

const withoutRest = () => Promise.resolve();

const texts = (['tabRows', 'pipeRows'] as const).map(practiceReport);

/** A report in the form's own words, with a few numbers that do not add up. */
function practiceReport(layout: WritableLayout): string {
  const lines = ['示例县2023年政府信息公开工作年度报告'];
  for (const { id, number, title } of forms['2021'].sections) {
    const table = tableIds.find((one) => forms['2021'].tables[one].section === id);
    lines.push(`${number}、${title}`);
    if (!table)
      lines.push('2023年，全县共收到政府信息公开申请5件，办结4件，其中予以公开3件，占总数的75%。未发生行政复议，行政诉讼1件。');
    else {
      const value = (row: string, column: string) =>
        column === 'total' || row === 'received' ? '5' : row === 'carriedIn' ? '' : '0';
      lines.push(...writeGrid(formGrid('2021', table, { ...blankSource('2021', table), value }), layout));
    }
  }
  return lines.join('\n');
}
