import { describe, expect, it } from 'vitest';
import { whenFieldEnds } from '../../client/src/webview/cellField';

type Ending = readonly [text: string | undefined, byKey: boolean];

describe('the field on a cell', () => {
  it.each<[string, Event[], Ending[]]>([
    ['keeps what was typed on Enter', [key('Enter')], [['12', true]]],
    ['keeps what was typed when something else is clicked', [new Event('blur')], [['12', false]]],
    ['forgets what was typed on Escape', [key('Escape')], [[undefined, true]]],
    ['stays open while an input method takes Enter or Escape', [key('Enter', true), key('Escape', true)], []],
    ['stays open while a number is typed', [key('1'), key('2')], []],
    ['ends once, although it loses the focus when it is taken away', [key('Escape'), new Event('blur')], [[undefined, true]]],
  ])('%s', (_, events, expected) => {
    const field = Object.assign(new EventTarget(), { value: ' 12 ' });
    const endings: Ending[] = [];
    whenFieldEnds(field as unknown as HTMLInputElement, (...ending) => endings.push(ending));
    events.forEach((event) => field.dispatchEvent(event));
    expect(endings).toEqual(expected);
  });
});

function key(name: string, isComposing = false): Event {
  return Object.assign(new Event('keydown', { cancelable: true }), { key: name, isComposing });
}
