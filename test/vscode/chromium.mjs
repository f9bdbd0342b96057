// A headless Chromium for the tests: the one GOUJI_CHROMIUM names, the one from npm (Linux x64), or an installed one.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import { projectFolder } from '../../workbench/vscodeServer.mjs';

const modules = join(projectFolder, 'node_modules');
const packed = join(modules, '@sparticuz', 'chromium', 'bin');
const unpacked = join(modules, '.cache', 'gouji-chromium');
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Launches the browser, or returns undefined where none can be had. */
export async function launchChromium(contextOptions = {}) {
  const found = await findChromium();
  if (!found) return undefined;
  const browser = await chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.environment },
    // The browser of the packages has no sandbox helper; it only ever opens the loopback address of the test.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...contextOptions });
  const local = (host) => host === '127.0.0.1' || host === 'localhost' || host.endsWith('.localhost');
  await context.route(
    (url) => !local(url.hostname),
    (route) => route.abort(),
  );
  return { browser, context };
}

export const noChromium =
  'no Chromium: the one in the packages runs on Linux x64 only, and none is installed; GOUJI_CHROMIUM may name one';

async function findChromium() {
  if (process.env.GOUJI_CHROMIUM) return { executable: process.env.GOUJI_CHROMIUM, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packed)) return unpackChromium();
  const executable = installed.find(existsSync);
  return executable && { executable, environment: {} };
}

/** Unpacks the browser once, with the libraries it needs and the fonts that make pictures the same on every machine. */
async function unpackChromium() {
  const executable = join(unpacked, 'chromium');
  if (!existsSync(executable)) {
    rmSync(unpacked, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    await unpackArchive('al2023.tar.br', join(unpacked, 'libraries'));
    await unpackArchive('fonts.tar.br', join(unpacked, 'fonts'));
    writeFileSync(join(unpacked, 'fonts.conf'), fontConfiguration());
    const partial = `${executable}.partial`;
    const source = createReadStream(join(packed, 'chromium.br'));
    await pipeline(source, createBrotliDecompress(), createWriteStream(partial, { mode: 0o755 }));
    renameSync(partial, executable);
  }
  const libraries = [join(unpacked, 'libraries', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executable, environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(unpacked, 'fonts.conf') } };
}

async function unpackArchive(name, folder) {
  mkdirSync(folder, { recursive: true });
  // By way of a file: a tar that reads from a pipe may end before the padding behind its archive has been written.
  const archive = `${folder}.tar`;
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), createWriteStream(archive));
  execFileSync('tar', ['-xf', archive, '-C', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(archive);
}

function fontConfiguration() {
  const folders = [
    join(unpacked, 'fonts'),
    join(modules, 'dejavu-fonts-ttf', 'ttf'),
    join(modules, '@expo-google-fonts', 'noto-sans-sc', '400Regular'),
  ];
  const families = { monospace: 'DejaVu Sans Mono', 'sans-serif': 'DejaVu Sans' };
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${join(unpacked, 'fontcache')}</cachedir>`,
    ...Object.entries(families).map(
      ([generic, family]) =>
        `<alias><family>${generic}</family><prefer><family>${family}</family><family>Noto Sans SC</family></prefer></alias>`,
    ),
    '</fontconfig>',
  ].join('\n');
}
