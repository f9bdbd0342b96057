// Puts the pictures of the last browser run into docs/images, with few colours, so that they stay small in the package.
/* global createImageBitmap, fetch, OffscreenCanvas, btoa -- of the page that decodes the pictures */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { projectFolder } from '../../workbench/vscodeServer.mjs';
import { launchChromium, noChromium } from './chromium.mjs';

const names = ['problems', 'lightbulb', 'hover', 'preview', 'dashboard', 'new-report', 'compare', 'walkthrough', 'status-menu'];
const target = join(projectFolder, 'docs', 'images');
const colours = 128;

const launched = await launchChromium();
if (!launched) {
  console.error(noChromium);
  process.exit(1);
}
const page = await launched.context.newPage();
mkdirSync(target, { recursive: true });
for (const name of names) {
  const source = join(projectFolder, 'dist', 'screenshots', `${name}.png`);
  if (!existsSync(source)) continue;
  const png = indexedPng(await pixelsOf(readFileSync(source)));
  writeFileSync(join(target, `${name}.png`), png);
  console.log(`${name}.png ${Math.round(png.length / 1024)} KB`);
}
await launched.browser.close();

async function pixelsOf(png) {
  const address = `data:image/png;base64,${png.toString('base64')}`;
  const { width, height, data } = await page.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(source)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    let text = '';
    for (let at = 0; at < pixels.length; at += 32768) text += String.fromCharCode(...pixels.subarray(at, at + 32768));
    return { width: image.width, height: image.height, data: btoa(text) };
  }, address);
  return { width, height, data: Buffer.from(data, 'base64') };
}

/** The most frequent colours make the palette; every other colour becomes the nearest of them. */
function indexedPng({ width, height, data }) {
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3) & 0xf8f8f8;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, colours)
    .map(([colour]) => colour);
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexes.get(data.readUIntBE((y * width + x) * 4, 3) & 0xf8f8f8);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.concat(palette.map((colour) => Buffer.from(channels(colour).map((value) => value | (value >> 5)))));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(palette, colour) {
  const wanted = channels(colour);
  let best = 0;
  let bestDistance = Infinity;
  palette.forEach((candidate, index) => {
    const distance = channels(candidate).reduce((sum, value, channel) => sum + (value - wanted[channel]) ** 2, 0);
    if (distance < bestDistance) [best, bestDistance] = [index, distance];
  });
  return best;
}

function channels(colour) {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
