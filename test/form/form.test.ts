import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { forms, tableIds, type FormId } from '../../server/src/form/form';
import schema from '../../server/src/form/form.schema.json';

const validate = new Ajv({ allErrors: true }).compile(schema);

describe.each(['2021', '2019'] as const)('the form of %s', (id: FormId) => {
  const form = forms[id];

  it('follows its schema', () => {
    validate(form);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(tableIds)('has unique rows, columns and groups in %s', (table) => {
    const { rows, columns, groups } = form.tables[table];
    for (const list of [rows, columns, groups]) expect(new Set(list.map((l) => l.id)).size).toBe(list.length);
  });

  it.each(tableIds)('relates only rows and columns that %s has', (table) => {
    const { rows, columns, relations } = form.tables[table];
    for (const relation of relations) {
      const ids = (relation.per === 'row' ? columns : rows).map((l) => l.id);
      expect(ids).toEqual(expect.arrayContaining([...relation.left, ...relation.right, relation.standsOn]));
      expect(rows.map((r) => r.id)).toEqual(expect.arrayContaining([...(relation.rows ?? [])]));
    }
  });

  it('gives every row of the proactive table columns that the table has', () => {
    const { rows, columns, groups } = form.tables.proactive;
    for (const row of rows) {
      expect(columns.map((c) => c.id)).toEqual(expect.arrayContaining([...(row.columns ?? ['none'])]));
      expect(groups.map((g) => g.id)).toContain(row.group);
    }
  });
});

describe('the applications table', () => {
  it.each([
    ['2021', 25],
    ['2019', 23],
  ] as const)('of %s has %i rows of seven cells', (id, rows) => {
    expect(forms[id].tables.applications.rows).toHaveLength(rows);
    expect(forms[id].tables.applications.columns).toHaveLength(7);
  });

  it.each(['2021', '2019'] as const)('of %s adds up every outcome', (id) => {
    const table = forms[id].tables.applications;
    const outcomes = table.relations.find((r) => r.rule === 'outcome-total')!.left;
    const rest = ['received', 'carriedIn', 'outcomeTotal', 'carriedOut'];
    expect([...outcomes, ...rest].sort()).toEqual(table.rows.map((r) => r.id).sort());
  });
});
