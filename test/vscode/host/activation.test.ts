import * as assert from './assert';
import { extensions } from 'vscode';

/** Milliseconds that the extension's own code may take before the editor is free again. */
const allowed = 150;

describe('activation', () => {
  it('takes hardly longer than that of an empty extension', async function () {
    const empty = extensions.getExtension('gouji.empty');
    const ours = extensions.getExtension('gouji.gouji');
    // The web worker host has no installed extension to compare with; an extension that already runs cannot be timed.
    if (!empty || !ours || ours.isActive) return this.skip();
    const baseline = await timed(() => empty.activate());
    const time = (await timed(() => ours.activate())) - baseline;
    console.log(`✔ activation: ${Math.round(time)} ms more than an empty extension (${Math.round(baseline)} ms)`);
    assert.ok(time < allowed, `activation took ${Math.round(time)} ms more than that of an empty extension`);
  });
});

/** Milliseconds by the clock, or of the processor where that is less: what else the machine does then does not count. */
async function timed(work: () => Thenable<unknown>): Promise<number> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - started, (user + system) / 1000);
}
