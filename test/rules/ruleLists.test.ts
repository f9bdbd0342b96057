import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forms, tableIds } from '../../server/src/form/form';
import { rules } from '../../server/src/rules/index';
import { ruleSeverities, type Rule, type Severity } from '../../server/src/rules/rule';
import acceptedSchema from '../../server/src/workspace/gouji.accepted.schema.json';
import configurationSchema from '../../server/src/workspace/gouji.config.schema.json';

const ids = rules.map((rule) => rule.id);

/** Wherever rules are named outside `rules/index.ts`, the same ones are named, in the same order. */
describe('the rules are those of the list', () => {
  it('in server/src/rules, where each has the file named as its id', () => {
    const files = readdirSync('server/src/rules').filter((name) => name.endsWith('.ts'));
    expect(files.sort()).toEqual([...ids, 'index', 'rule'].map((name) => `${name}.ts`).sort());
  });

  it('in package.json, which offers every severity for each', () => {
    const { properties } = manifest.contributes.configuration.properties['gouji.rules'];
    expect(Object.keys(properties)).toEqual(ids);
    for (const id of ids) expect(properties[id], id).toEqual({ type: 'string', enum: ruleSeverities });
  });

  it('in the schema of gouji.config.json', () => {
    const { rules: known, severity } = configurationSchema.definitions;
    expect(Object.keys(known.properties)).toEqual(ids);
    expect(severity.enum).toEqual(ruleSeverities);
  });

  it('in the schema of gouji.accepted.json', () => {
    expect(acceptedSchema.properties.accepted.items.properties.rule.enum).toEqual(ids);
  });

  it('in docs/rules/README.md, which gives the severity and the summary of each', () => {
    const rows = readFileSync('docs/rules/README.md', 'utf8').match(/^\| \[.*$/gm);
    expect(rows).toEqual(rules.map(documentedRow));
  });

  it('in the form, each of whose relations names the rule that reports it', () => {
    const named = Object.values(forms).flatMap((form) => tableIds.flatMap((table) => form.tables[table].relations));
    expect(named.map(({ rule }) => rule).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly configuration: {
      readonly properties: { readonly 'gouji.rules': { readonly properties: Readonly<Record<string, unknown>> } };
    };
  };
};

const severityNames: Readonly<Record<Severity, readonly [zh: string, en: string]>> = {
  error: ['错误', 'error'],
  warning: ['警告', 'warning'],
  hint: ['提示', 'hint'],
};

function documentedRow({ id, severity, offByDefault, summary }: Rule): string {
  const [zh, en] = severityNames[severity];
  const shown = offByDefault ? `${zh}（默认关闭） ${en}, off by default` : `${zh} ${en}`;
  return `| [${id}](${id}.md) | ${shown} | ${summary.zh} | ${summary.en} |`;
}
