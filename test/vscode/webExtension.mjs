// Opens a workbench whose web worker extension host runs the extension of this checkout and its suite.
import { existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { projectFolder } from '../../workbench/vscodeServer.mjs';

const prefix = '/gouji-under-test';
const configuration = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;

/**
 * VS Code reads a web extension under development from the page's configuration, which the server does not let one
 * set: it is added to the page on its way to the browser.
 */
export async function openWebExtensionUnderTest(page, server, folder) {
  const origin = `http://${server.authority}`;
  await page.context().route(
    (url) => url.origin === origin && url.pathname.startsWith(`${prefix}/`),
    (route) => route.fulfill(fileOf(route.request().url())),
  );
  const uri = (path) => ({ $mid: 1, scheme: 'http', authority: server.authority, path: `${prefix}${path}` });
  await page.route(
    (url) => url.origin === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(configuration, (_, head, escaped) => {
        const settings = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
        settings.developmentOptions = {
          ...settings.developmentOptions,
          extensions: [uri('')],
          extensionTestsPath: uri('/dist/test/web/index'),
        };
        const json = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        return `${head}${json}"`;
      });
      await route.fulfill({ response, body: html });
    },
  );
  await page.goto(server.address(folder));
}

function fileOf(url) {
  const relative = decodeURIComponent(new URL(url).pathname.slice(prefix.length));
  const path = normalize(join(projectFolder, relative));
  const known = path.startsWith(projectFolder) && existsSync(path) && statSync(path).isFile();
  return known ? { path } : { status: 404 };
}
