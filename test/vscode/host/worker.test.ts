import * as assert from './assert';
import { commands } from 'vscode';
import { closeEverything, eventually, findings, openSample, sample } from './support';

describe('the server in a web worker', () => {
  const usual = globalThis.Worker;
  afterEach(async () => {
    globalThis.Worker = usual;
    await closeEverything();
  });

  it('ends its worker with every restart', async function () {
    // The Node host has no workers of this kind: there the server is a process, which ends by itself.
    if (!usual) return this.skip();
    await openSample(sample.wrongTotals);
    const running = new Set<Worker>();
    globalThis.Worker = watched(usual, running);
    for (let restart = 0; restart < 3; restart++) await commands.executeCommand('gouji.restart');
    assert.equal(running.size, 1);
    const { document } = await openSample(sample.wrongTotals);
    await eventually('findings of the last one', () => findings(document).length > 0);
  });
});

/** Workers as usual, each counted until it is ended. */
function watched(usual: typeof Worker, running: Set<Worker>): typeof Worker {
  return new Proxy(usual, {
    construct(target, [script, options]: [string, WorkerOptions?]) {
      const worker = new target(script, options);
      const terminate = worker.terminate.bind(worker);
      running.add(worker);
      worker.terminate = () => {
        running.delete(worker);
        terminate();
      };
      return worker;
    },
  });
}
