import type { Output } from '../output';

/** Prints objects one by one, as one array (`json`) or one a line (`ndjson`); none is kept. */
export interface ObjectPrinter {
  print(object: unknown): void;
  end(): void;
}

export function printObjects(output: Output, format: 'json' | 'ndjson'): ObjectPrinter {
  if (format === 'ndjson') return { print: (object) => output.write(JSON.stringify(object) + '\n'), end: () => {} };
  let first = true;
  return {
    print(object) {
      output.write((first ? '[\n' : ',\n') + JSON.stringify(object));
      first = false;
    },
    end: () => output.write(first ? '[]\n' : '\n]\n'),
  };
}
