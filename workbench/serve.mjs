// `npm start`: serves a real VS Code with the extension on the sample reports, for this machine's browser only.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFolder, startVscodeServer } from './vscodeServer.mjs';

const folder = resolve(process.argv[2] ?? join(projectFolder, 'samples'));
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`没有这个文件夹 / no such folder: ${folder}`);
  process.exit(2);
}

// Whoever knows the token may run programs here through the workbench: it is new each time and told to nobody else.
const server = await startVscodeServer({
  vsix: join(projectFolder, 'dist', 'gouji.vsix'),
  token: randomBytes(24).toString('base64url'),
});

console.log(`
勾稽 Gouji — VS Code ${server.version}

  在浏览器中打开 / open in a browser:
  ${server.address(folder)}

  信任该文件夹与否都可以使用；Ctrl+C 停止。
  The extension works whether or not you trust the folder. Ctrl+C stops the server.
${desktopHint()}`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    console.log('\n正在停止 / stopping …');
    await server.stop();
    process.exit(0);
  });
}
server.onEnd((code) => {
  if (stopping) return;
  console.error(`The VS Code server ended by itself (${code}).`);
  process.exit(1);
});

/** A desktop VS Code on the PATH can show the same thing. */
function desktopHint() {
  const find = process.platform === 'win32' ? 'where' : 'which';
  try {
    execFileSync(find, ['code'], { stdio: 'ignore' });
  } catch {
    return '';
  }
  return `
  本机装有 VS Code，也可以这样打开 / a desktop VS Code is installed; it can be used as well:
  code --extensionDevelopmentPath="${projectFolder}" "${folder}"
`;
}
