/* global Blob, ClipboardItem, navigator -- of the page, which fills the clipboard */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the programs put into the clipboard for the same two rows, each in its own HTML. */
const clipboards = {
  Word: `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style><!-- table.MsoNormalTable {} --></style></head><body><!--StartFragment-->
<table class=MsoNormalTable border=1><tr style='height:1'><td width=90 colspan=2 valign=top><p class=MsoNormal><span lang=EN-US>2.</span><span>重复申请<o:p></o:p></span></p></td><td><p class=MsoNormal align=center><span lang=EN-US>3<o:p></o:p></span></p></td><td><p class=MsoNormal>&nbsp;<o:p></o:p></p></td></tr>
<tr><td colspan=2><p class=MsoNormal>3.其他</p></td><td><p class=MsoNormal>0</p></td><td><p class=MsoNormal>4</p></td></tr></table><!--EndFragment--></body></html>`,
  Excel: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 cellpadding=0><!--StartFragment--><col width=72>
 <tr height=18><td height=18 class=xl65 colspan=2>2.重复申请</td><td align=right x:num>3</td><td></td></tr>
 <tr height=18><td height=18 colspan=2>3.其他</td><td align=right x:num>0</td><td align=right x:num>4</td></tr><!--EndFragment--></table></body></html>`,
  'a web page': `<meta charset="utf-8"><div><table><tbody><tr><th colspan="2">2.重复申请</th><td>3</td><td>&#160;</td></tr>
<tr><th colspan="2">3.其他</th><td>0</td><td>4</td></tr></tbody></table></div>`,
};
const plain = '2.重复申请\t\t3\t\n3.其他\t\t0\t4\n';

const reports = [
  { layout: 'tabs', file: '青岚县人民政府2023年政府信息公开工作年度报告.txt', pasted: ['2.重复申请\t\t3\t', '3.其他\t\t0\t4'] },
  {
    layout: 'Markdown',
    file: '云岭市教育局2024年政府信息公开工作年度报告.txt',
    pasted: ['| 2.重复申请 |  | 3 |  |', '| --- | --- | --- | --- |', '| 3.其他 |  | 0 | 4 |'],
  },
];

export default reports.flatMap(({ layout, file, pasted }) =>
  Object.entries(clipboards).map(([source, html]) => ({
    title: `a table copied from ${source} is pasted into a report with ${layout}`,
    async run(workbench) {
      await workbench.open(file);
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      const before = readFileSync(join(workbench.folder, file), 'utf8');
      await workbench.page.evaluate(
        ([rich, text]) =>
          navigator.clipboard.write([
            new ClipboardItem({
              'text/html': new Blob([rich], { type: 'text/html' }),
              'text/plain': new Blob([text], { type: 'text/plain' }),
            }),
          ]),
        [html, plain],
      );
      await workbench.editor
        .locator('.view-line')
        .first()
        .click({ position: { x: 1, y: 8 } });
      await workbench.page.keyboard.press('Control+KeyV');
      await workbench.editor.locator('.view-line', { hasText: '2.重复申请' }).first().waitFor();
      await workbench.picture('paste');
      await workbench.save();
      const after = readFileSync(join(workbench.folder, file), 'utf8');
      assert.equal(after, `${pasted.join('\n')}\n${before}`);
    },
  })),
);
