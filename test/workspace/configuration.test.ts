import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { defaultConfiguration, parseConfiguration, type Configuration } from '../../server/src/workspace/configuration';
import { configurationScope } from '../../server/src/workspace/configurationScope';
import schema from '../../server/src/workspace/gouji.config.schema.json';

const valid = new Ajv({ allowUnionTypes: true }).compile(schema);

const example = {
  $schema: './gouji.config.schema.json',
  rules: { 'carry-over': 'error', 'copied-text': 'off' },
  overrides: [{ files: '2019/**', rules: { 'superseded-form': 'off' } }, { files: ['乡镇', '*街道*'] }],
  governments: [{ name: '青岚县人民政府', organs: ['办公室', '财政局', '白溪镇'], complete: true }, { name: '白鹿县' }],
  organs: [{ name: '青岚县乡村振兴局', otherNames: ['青岚县扶贫开发办公室'] }],
  exclude: ['草稿/**'],
};

function parsed(value: unknown): { configuration: Configuration; places: string[] } {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  const { configuration, problems } = parseConfiguration(text, 'gouji.config.json');
  return { configuration, places: problems.map((p) => `${p.severity} ${p.line}:${p.column}`) };
}

test('a good configuration is read whole, and the schema says the same', () => {
  expect(valid(example)).toBe(true);
  const { configuration, places } = parsed(example);
  expect(places).toEqual([]);
  expect(configuration).toEqual({
    rules: example.rules,
    overrides: [
      { files: ['2019/**'], rules: { 'superseded-form': 'off' } },
      { files: ['乡镇', '*街道*'], rules: {} },
    ],
    governments: [example.governments[0], { name: '白鹿县', complete: false }],
    organs: example.organs,
    exclude: ['草稿/**'],
  });
});

test('comments, a byte order mark and a last comma are let pass', () => {
  const text = '\ufeff{\n  // 汇总\n  "rules": { "balance": "warning", }, /* 完 */\n}\n';
  expect(parsed(text)).toEqual({ configuration: { ...defaultConfiguration, rules: { balance: 'warning' } }, places: [] });
});

describe('what is wrong is told with its place, and the rest is used', () => {
  const cases: readonly (readonly [string, string, string[], Partial<Configuration>])[] = [
    ['broken JSON', '{\n  "rules": {\n}', ['error 3:2'], {}],
    ['no value', '{"rules": }', ['error 1:11'], {}],
    ['text after the end', '{} x', ['error 1:4'], {}],
    ['empty file', '', ['error 1:1'], {}],
    ['a list', '[]', ['warning 1:1'], {}],
    ['unknown setting', '{"rule": {}, "exclude": ["a"]}', ['warning 1:2'], { exclude: ['a'] }],
    ['unknown rule', '{"rules": {"carryover": "off", "balance": "off"}}', ['warning 1:12'], { rules: { balance: 'off' } }],
    ['unknown severity', '{"rules": {\n"balance": "fatal"}}', ['warning 2:12'], {}],
    ['severity of the wrong type', '{"rules": {"balance": 2}}', ['warning 1:23'], {}],
    ['rules of the wrong type', '{"rules": []}', ['warning 1:11'], {}],
    ['override without files', '{"overrides": [{"rules": {}}]}', ['warning 1:16'], {}],
    ['override of the wrong type', '{"overrides": ["a"]}', ['warning 1:16'], {}],
    ['government without name', '{"governments": [{"organs": []}]}', ['warning 1:18'], {}],
    [
      'no organ name',
      '{"governments": [{"name": "青岚县", "organs": ["我局", "财政局", 3]}]}',
      ['warning 1:45', 'warning 1:58'],
      { governments: [{ name: '青岚县', organs: ['财政局'], complete: false }] },
    ],
    [
      'complete of the wrong type',
      '{"governments": [{"name": "青岚县", "complete": "yes"}]}',
      ['warning 1:46'],
      { governments: [{ name: '青岚县', complete: false }] },
    ],
    ['exclude of the wrong type', '{"exclude": "a"}', ['warning 1:13'], {}],
  ];
  test.each(cases)('%s', (_, text, places, configuration) => {
    expect(parsed(text)).toEqual({ configuration: { ...defaultConfiguration, ...configuration }, places });
  });

  test('the message names the file, the place and the nearest known name', () => {
    const [problem] = parseConfiguration('{\n  "rules": { "carryover": "off" }\n}', 'a/gouji.config.json').problems;
    expect(problem!.message.zh).toBe(
      'a/gouji.config.json 第 2 行第 14 列：没有名为“carryover”的规则，是否为“carry-over”，已忽略。',
    );
    expect(problem!.message.en).toContain('a/gouji.config.json:2:14: there is no rule “carryover”; did you mean “carry-over”?');
  });

  test('deep nesting is a problem, not a crash', () => {
    expect(parsed('['.repeat(100_000)).places[0]).toMatch(/^error/);
  });
});

describe('globs', () => {
  const matches = (glob: string, path: string) =>
    configurationScope({ ...defaultConfiguration, exclude: [glob] }).isExcluded(path);
  test.each([
    ['2019/**', '2019/财政局.txt', true],
    ['2019/**', '旧/2019/财政局.txt', false],
    ['2019', '旧/2019/财政局.txt', true],
    ['2019/', '2019/a/b.txt', true],
    ['/2019', '旧/2019/a.txt', false],
    ['*.md', '甲/乙.md', true],
    ['*财政局*', '2023/青岚县财政局2023.txt', true],
    ['甲/*.txt', '甲/乙/丙.txt', false],
    ['甲/*.txt', './甲/丙.txt', true],
    ['甲\\*.txt', '甲\\丙.txt', true],
    ['{甲,乙}/**', '乙/丙.txt', true],
    ['草稿（1）.txt', '草稿（1）.txt', true],
    ['**', '.隐藏/丙.txt', true],
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(matches(glob, path)).toBe(expected);
  });

  test('later overrides win over earlier ones and over the rules for all files', () => {
    const scope = configurationScope({
      ...defaultConfiguration,
      rules: { balance: 'warning', deadline: 'off' },
      overrides: [
        { files: ['乡镇'], rules: { balance: 'hint' } },
        { files: ['*白溪*'], rules: { balance: 'off' } },
      ],
    });
    expect(scope.severitiesFor('县直/财政局.txt')).toEqual({ balance: 'warning', deadline: 'off' });
    expect(scope.severitiesFor('乡镇/赤石镇.txt')).toEqual({ balance: 'hint', deadline: 'off' });
    expect(scope.severitiesFor('乡镇/白溪镇.txt')).toEqual({ balance: 'off', deadline: 'off' });
    expect(scope.isExcluded('乡镇/白溪镇.txt')).toBe(false);
  });
});
