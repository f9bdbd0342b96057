// A person at the workbench: what the browser tests do and see, in the terms of VS Code.
/* global document -- of the page */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../workbench/vscodeServer.mjs';

const pictures = join(projectFolder, 'dist', 'screenshots');

export class Workbench {
  constructor(page, server, folder) {
    this.page = page;
    this.server = server;
    this.folder = folder;
    this.editor = page.locator('.editor-instance .monaco-editor').first();
    this.squiggle = this.editor.locator('.squiggly-error').first();
    this.problems = page.locator('.markers-panel .monaco-list-row');
    this.actions = page.locator('.action-widget .monaco-list-row.action');
    this.hover = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  }

  /** Opens the folder with one of its files in the editor. */
  async open(file) {
    const path = join(this.folder, file);
    await this.page.goto(this.server.address(this.folder, [['openFile', this.server.remoteUri(path)]]));
    await this.page.locator(`.tab[data-resource-name="${file}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Opens a report with the cursor at a place that is underlined, once it has been read. */
  async openAtMistake(file, line, column) {
    await this.open(file);
    await this.goTo(line, column);
    await this.squiggle.waitFor({ state: 'attached' });
    await this.page.locator('.statusbar-item', { hasText: /\d 处错误/ }).waitFor();
  }

  /** Runs a command by its name as the palette shows it; an editor that opens or closes meanwhile may close the palette. */
  async run(command) {
    const input = this.page.locator('.quick-input-widget input');
    const found = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command });
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('F1');
      const typed = input.fill(`>${command}`, { timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if ((await typed) && (await appears(found, 5000))) break;
      if (attempt === 4) throw new Error(`The palette does not offer “${command}”.`);
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor at a line and column (from 1), which also scrolls there. */
  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+KeyG');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The Problems panel, of one file only: findings of other files of the folder are listed too. */
  async showProblems(file) {
    await this.page.keyboard.press('Control+Shift+KeyM');
    await this.problems.first().waitFor();
    await this.page.locator('.panel .viewpane-filter input, .panel .monaco-inputbox input').first().fill(file);
    await this.problems.filter({ hasText: 'gouji' }).first().waitFor();
    return this.problems;
  }

  /** The menu of code actions at the cursor; the last layout of a starting workbench may close it once. */
  async openLightbulb(title) {
    const wanted = this.actions.filter({ hasText: title }).first();
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('Control+Period');
      if (await appears(wanted, 5000)) return wanted;
      if (attempt === 5) throw new Error(`The lightbulb does not offer “${title}”.`);
      await this.page.keyboard.press('Escape');
    }
  }

  /** Takes the entry of the open menu: with the keyboard, as the menu covers itself with a layer that swallows clicks. */
  async choose(title) {
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused', { hasText: title });
    for (let step = 0; step < 12 && !(await focused.isVisible()); step++) await this.page.keyboard.press('ArrowDown');
    await focused.waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Rests the pointer on the first underlined text until the hover says it; sums that appear may move the text once. */
  async showHover(text) {
    for (let attempt = 1; attempt <= 8; attempt++) {
      const box = await this.squiggle.boundingBox();
      if (!box) continue;
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - (attempt % 3));
      if (await appears(this.hover.filter({ hasText: text }).first(), 4000)) return;
    }
    throw new Error(`No hover says “${text}”; shown: ${await this.hover.allInnerTexts()}`);
  }

  /** The outline's upper rows, with the whole side bar for it. */
  async showOutline() {
    await this.run('Explorer: Focus on Outline View');
    const rows = this.page.locator('.outline-tree .monaco-list-row');
    await rows.first().waitFor();
    await this.page.locator('.pane-header[aria-label^="Explorer Section"]').click();
    await rows.first().click();
    await this.page.keyboard.press('Control+ArrowLeft');
    return rows;
  }

  /** The page inside the visible panel: VS Code puts it into a frame within a frame. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Answers the question of that title. */
  async answer(question, text) {
    await this.page.locator('.quick-input-title', { hasText: question }).waitFor();
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Picks from the list that is shown. */
  async pick(label) {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  async save() {
    await this.page.keyboard.press('Control+KeyS');
    await this.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  }

  /** The screen, once what appears has appeared. */
  async picture(name) {
    await this.page.evaluate(settleAnimations);
    await this.page.screenshot({ path: this.pathOfPicture(name) });
  }

  pathOfPicture(name) {
    mkdirSync(pictures, { recursive: true });
    return join(pictures, `${name}.png`);
  }
}

/** Runs in the page: a hover is no picture while it is half transparent. */
function settleAnimations() {
  const ending = document.getAnimations().filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity);
  return Promise.allSettled(ending.map((animation) => animation.finished)).then(() => undefined);
}

function appears(element, timeout) {
  return element.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
