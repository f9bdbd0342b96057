/** Terminal styles; with `on` false every style leaves its text as it is. */
export function styles(on: boolean) {
  const style = (open: number, close: number) => (text: string) => (on ? `\x1b[${open}m${text}\x1b[${close}m` : text);
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    colour: (name: keyof typeof colours, text: string) => style(colours[name], 39)(text),
  };
}

const colours = { red: 31, green: 32, yellow: 33, cyan: 36 };

/** Colours are for people: only on a terminal, and not where `NO_COLOR` is set (no-color.org) or the terminal has none. */
export function coloursWanted(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
}

/** A text from a file or a path without control characters: a report must not be able to steer the terminal. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x1f\x7f-\x9f]+/g, ' ');
}
