/** Empty arrays with room for so many units; they are good until the next call, so that each text is folded in the same ones. */
export function emptyUnits(expected: number): FoldedUnits {
  if (expected > mostKept) return new FoldedUnits(expected);
  shared.length = 0;
  shared.reserve(expected);
  return shared;
}

/** Folded UTF-16 units with their original offsets, in arrays that grow. */
export class FoldedUnits {
  units: Uint16Array;
  map: Int32Array;
  length = 0;

  constructor(expected: number) {
    this.units = new Uint16Array(expected + 8);
    this.map = new Int32Array(expected + 8);
  }

  push(unit: number, offset: number): void {
    if (this.length === this.units.length) this.reserve(1);
    this.units[this.length] = unit;
    this.map[this.length++] = offset;
  }

  /** All units of a text that stand for one place. */
  pushAll(text: string, offset: number): void {
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i), offset);
  }

  insert(at: number, unit: number): void {
    this.push(unit, this.map[at]!);
    this.units.copyWithin(at + 1, at, this.length - 1);
    this.map.copyWithin(at + 1, at, this.length - 1);
    this.units[at] = unit;
  }

  text(from: number, to: number): string {
    let text = '';
    for (let i = from; i < to; i += 8192) {
      text += String.fromCharCode.apply(null, this.units.subarray(i, Math.min(to, i + 8192)) as unknown as number[]);
    }
    return text;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    if (this.length + more <= this.units.length) return;
    const [units, map] = [this.units, this.map];
    const size = Math.max(units.length * 2, this.length + more);
    this.units = new Uint16Array(size);
    this.map = new Int32Array(size);
    this.units.set(units);
    this.map.set(map);
  }
}

/** Units for which the arrays are kept. */
const mostKept = 1 << 18;

const shared = new FoldedUnits(4096);
