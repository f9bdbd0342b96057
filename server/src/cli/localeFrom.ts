import type { Locale } from '../text/localized';

/** The language of the interface: `--locale`, else what LC_ALL or LANG says, else Chinese. */
export function localeFrom(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Locale {
  return asked(argv) ?? ((environment.LC_ALL || environment.LANG || '').toLowerCase().startsWith('en') ? 'en' : 'zh-cn');
}

function asked(argv: readonly string[]): Locale | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const values = options.flatMap((argument, i) =>
    argument === '--locale' ? [options[i + 1]] : argument.startsWith('--locale=') ? [argument.slice('--locale='.length)] : [],
  );
  const last = values.at(-1);
  return last === 'en' || last === 'zh-cn' ? last : undefined;
}
