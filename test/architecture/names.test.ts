import { expect, it } from 'vitest';
import { sourceFiles } from './sources';

/** What the hosts of the extension look for in each of its entry points. */
const prescribed = ['activate', 'deactivate'];

it('a name that files share stands for one thing: no two files export the same one', () => {
  const places = new Map<string, string[]>();
  for (const { path, code } of [...sourceFiles('server/src'), ...sourceFiles('client/src')]) {
    for (const [, name] of code.matchAll(/^export (?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm))
      places.set(name!, [...(places.get(name!) ?? []), path]);
  }
  expect(places.size).toBeGreaterThan(500);
  const shared = [...places].filter(([name, paths]) => paths.length > 1 && !prescribed.includes(name));
  expect(shared.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([]);
});
