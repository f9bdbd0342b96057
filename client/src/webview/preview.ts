import type { FromPreview, ShownCell, ToPreview } from '../preview/messages';
import { whenFieldEnds } from './cellField';

declare function acquireVsCodeApi(): { postMessage(message: FromPreview): void };

const vscode = acquireVsCodeApi();
const content = document.getElementById('content')!;
const cellSelector = 'td[data-range]';
let version: number | null = null;
/** A newer state that waits until the open field is closed. */
let waiting: Extract<ToPreview, { type: 'show' }> | undefined;
let followed: HTMLElement | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'show') show(data);
  else follow(data.line, data.character);
});

content.addEventListener('click', (event) => {
  const target = placed(event.target);
  if (target && !(event.target instanceof HTMLInputElement)) reveal(target, false);
});
content.addEventListener('dblclick', (event) => edit(placed(event.target)));
content.addEventListener('keydown', (event) => {
  if (event.target instanceof HTMLInputElement) return;
  const target = placed(event.target);
  if (!target) return;
  if (event.key === 'F2' || (event.key === 'Enter' && event.shiftKey)) edit(target);
  else if (event.key === 'Enter' || event.key === ' ') reveal(target, true);
  else if (!moveFrom(target, event.key)) return;
  event.preventDefault();
});
vscode.postMessage({ type: 'ready' });

/** Shows another state of the report; the cell that had the focus keeps it. */
function show(message: Extract<ToPreview, { type: 'show' }>): void {
  if (content.querySelector('td input')) {
    waiting = message;
    return;
  }
  waiting = undefined;
  const focused = document.activeElement?.getAttribute('data-cell');
  version = message.version;
  content.innerHTML = message.html;
  const cells = Array.from(content.querySelectorAll<HTMLElement>(cellSelector));
  const again = cells.find((cell) => cell.dataset['cell'] === focused);
  again?.focus();
  const first = again ?? cells[0];
  if (first) first.tabIndex = 0;
}

/** Brings the cell at the editor's cursor into sight. */
function follow(line: number, character: number): void {
  followed?.classList.remove('followed');
  const cells = Array.from(content.querySelectorAll<HTMLElement>('[data-range]'));
  followed = cells.findLast((cell) => {
    const [startLine, start] = rangeOf(cell);
    return startLine < line || (startLine === line && start <= character);
  });
  followed?.classList.add('followed');
  followed?.scrollIntoView({ block: 'nearest' });
}

function placed(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-range]') : null;
}

function rangeOf(element: HTMLElement): [number, number, number, number] {
  return element.dataset['range']!.split(' ').map(Number) as [number, number, number, number];
}

/** Puts the editor's cursor there; the keyboard goes with it only when asked for by the keyboard. */
function reveal(target: HTMLElement, withFocus: boolean): void {
  vscode.postMessage({ type: 'reveal', range: rangeOf(target), withFocus });
}

/** Opens a field on a cell; what is typed goes into the text when the field is left. */
function edit(target: HTMLElement | null): void {
  if (!target || !('editable' in target.dataset) || target.querySelector('input')) return;
  const before = target.textContent ?? '';
  const input = document.createElement('input');
  input.value = before;
  input.setAttribute('aria-label', before);
  target.replaceChildren(input);
  input.select();
  whenFieldEnds(input, (text = before, byKey) => {
    target.textContent = before;
    // A click has put the focus elsewhere already.
    if (byKey) target.focus();
    const cell = shownCell(target, before);
    if (text !== before) vscode.postMessage({ type: 'edit', cell, range: rangeOf(target), text, version });
    if (waiting) show(waiting);
  });
}

function shownCell(target: HTMLElement, text: string): ShownCell {
  const reports: (Element | null)[] = Array.from(content.querySelectorAll('article'));
  return {
    report: reports.indexOf(target.closest('article')),
    table: target.closest('table')?.dataset['table'] ?? '',
    name: target.dataset['cell'] ?? '',
    text,
  };
}

/** Arrow keys go to the nearest cell in that direction, as they stand on the screen. */
function moveFrom(target: HTMLElement, key: string): boolean {
  const directions: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const direction = directions[key];
  if (!direction || !target.matches(cellSelector)) return false;
  const here = centre(target);
  const distance = (cell: HTMLElement) => {
    const there = centre(cell);
    const along = (there.x - here.x) * direction[0] + (there.y - here.y) * direction[1];
    const across = Math.abs((there.x - here.x) * direction[1]) + Math.abs((there.y - here.y) * direction[0]);
    return along > 1 ? along + 10 * across : Infinity;
  };
  const cells = Array.from(content.querySelectorAll<HTMLElement>(cellSelector)).filter((cell) => cell !== target);
  const nearest = cells.reduce<HTMLElement | undefined>(
    (best, cell) => (distance(cell) < (best ? distance(best) : Infinity) ? cell : best),
    undefined,
  );
  if (nearest) {
    target.tabIndex = -1;
    nearest.tabIndex = 0;
    nearest.focus();
  }
  return true;
}

function centre(element: HTMLElement): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
