/* global getComputedStyle -- of the page */
import assert from 'node:assert/strict';

const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** What the panels show in colours of their own; large or bold figures need less contrast than small text. */
const inPreview = ['h1', 'header p', 'th', 'td.error', 'td:not(.error):not(.undecided)', '.holds', '.violated'];
const inDashboard = ['h1', 'button', '.good b', '.bad b', 'figcaption', '.legend li', 'th', 'td'];
const enough = 4.5;
const enoughForLarge = 3;

export default Object.entries(themes).map(([name, theme]) => ({
  title: `preview and dashboard can be read in ${theme}`,
  folderSettings: { 'workbench.colorTheme': theme },
  async run(workbench) {
    await workbench.openAtMistake(report, 62, 9);
    await workbench.run('Gouji: Open Preview');
    await workbench.webview().locator('td.error[data-cell="outcomeTotal/naturalPerson"]').waitFor();
    await workbench.webview().locator('.violated').first().scrollIntoViewIfNeeded();
    await workbench.picture(`preview-${name}`);
    const faint = await tooFaint(workbench, inPreview);
    await workbench.run('View: Close All Editors');
    await workbench.run('Gouji: Open Dashboard of the Folder');
    await workbench.webview().locator('#exportCsv').waitFor();
    await workbench.page.keyboard.press('Control+KeyB');
    await workbench.picture(`dashboard-${name}`);
    assert.deepEqual([...faint, ...(await tooFaint(workbench, inDashboard))], []);
  },
}));

/** The texts whose contrast with what is behind them is below what people with weak sight can read. */
async function tooFaint(workbench, selectors) {
  const found = [];
  for (const selector of selectors) {
    const { contrast, isLarge } = await workbench.webview().locator(selector).first().evaluate(contrastOf);
    if (contrast < (isLarge ? enoughForLarge : enough)) found.push(`${selector}: ${contrast.toFixed(2)}`);
  }
  return found;
}

/** Runs in the page. Contrast as WCAG defines it; large is 24 pixels, or 18.7 bold. */
function contrastOf(element) {
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((value, channel) => value * a + below[channel] * (1 - a));
  const behind = (node) => {
    if (!node) return [255, 255, 255];
    const colour = parse(getComputedStyle(node).backgroundColor);
    return colour[3] === 0 ? behind(node.parentElement) : over(colour, behind(node.parentElement));
  };
  const luminance = (colour) =>
    colour
      .map((value) => value / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, channel) => sum + value * [0.2126, 0.7152, 0.0722][channel], 0);
  const style = getComputedStyle(element);
  const background = behind(element);
  const [dark, light] = [luminance(over(parse(style.color), background)), luminance(background)].sort((a, b) => a - b);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  return { contrast: (light + 0.05) / (dark + 0.05), isLarge };
}
