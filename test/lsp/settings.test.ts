import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings } from '../../server/src/lsp/settings';

describe('settings', () => {
  it.each([[undefined], [null], [{}], [{ locale: null, rules: null, inlayHints: null, codeLens: null }]])(
    'of %j are the defaults, without complaint',
    (value) => {
      expect(readSettings(value)).toEqual({ settings: defaultSettings, problems: [] });
    },
  );

  it.each([
    ['a text', 'gouji'],
    [['a list'], 'gouji'],
    [{ locale: 'fr' }, 'gouji.locale'],
    [{ locale: 3 }, 'gouji.locale'],
    [{ inlayHints: true }, 'gouji.inlayHints'],
    [{ codeLens: 'yes' }, 'gouji.codeLens'],
    [{ checkWorkspace: 1 }, 'gouji.checkWorkspace'],
    [{ rules: [] }, 'gouji.rules'],
    [{ rules: { balance: 'loud' } }, 'gouji.rules.balance'],
  ])('of %j are the defaults, with one complaint about %s', (value, name) => {
    const { settings, problems } = readSettings(value);
    expect(settings).toEqual(defaultSettings);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.en).toContain(name);
    expect(problems[0]!.zh).toContain(name);
  });

  it('keep what is right beside what is wrong', () => {
    const { settings } = readSettings({ locale: 'en', inlayHints: 7, rules: { balance: 'off', 'row-total': 5 } });
    expect(settings).toMatchObject({ locale: 'en', inlayHints: 'wrong', rules: { balance: 'off' } });
  });

  it('may come under their full names', () => {
    expect(readSettings({ 'gouji.locale': 'en' }).settings.locale).toBe('en');
  });
});
