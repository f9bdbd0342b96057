import { readFile } from 'node:fs/promises';

/** Looking up a default counts as work to be done on loading: said to be none, a class that is not used is left out. */
const lookedUp = /(callback: |static defaults = )((?:Ticks\.formatters|TimeScale)\.\w+)/g;

/** The chart library without the scales that no chart here has. */
export const leanCharts = {
  name: 'lean charts',
  setup(build) {
    build.onLoad({ filter: /[\\/]chart\.js[\\/]dist[\\/]chart\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace(lookedUp, '$1/* @__PURE__ */ (() => $2)()') };
    });
  },
};
