import { describe, expect, it } from 'vitest';
import { damage, damages } from '../support/damages';
import { tableLayouts } from '../support/layouts';
import { Random } from '../support/random';
import { writeLines } from '../support/renderedText';
import { randomRendering, renderReport } from '../support/renderReport';
import { randomModel } from '../support/reportModel';

describe('the renderer that the reading laws rest on', () => {
  it.each(tableLayouts)('$name: every expected range holds its cell, and every cell stands once', (layout) => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(seed);
      const model = randomModel(random);
      const written = writeLines(renderReport(model, randomRendering(random, layout), random));
      const keys = written.cells.map((c) => `${c.table} ${c.row} ${c.column}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const cell of written.cells) {
        expect(written.text.slice(cell.start, cell.end).trim()).toBe(cell.text);
        expect(cell.value).toBe(model.tables[cell.table][cell.row]![cell.column]!.value);
      }
      const shown = Object.values(model.tables).flatMap((table) => Object.values(table).flatMap((row) => Object.values(row)));
      const written0 = written.cells.filter((cell) => cell.text !== '').length;
      expect(written0).toBe(shown.filter((cell) => cell.text !== '').length);
    }
  });

  it('the same seed gives the same text', () => {
    const text = () => {
      const random = new Random(7);
      return writeLines(renderReport(randomModel(random), randomRendering(random), random)).text;
    };
    expect(text()).toBe(text());
  });

  it.each(damages)('$name strikes and changes the text', (one) => {
    let changed = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const lines = renderReport(randomModel(random), randomRendering(random), random);
      const before = writeLines(lines).text;
      if (writeLines(damage(lines, one, random).lines).text !== before) changed++;
    }
    expect(changed).toBeGreaterThan(20);
  });
});
