// `npm start`, `npm run dev`, `npm run split`: builds what is stale, then runs the exchange under the pinned Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';

const root = join(import.meta.dirname, '..');
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    'The exchange needs Node 24: install it, or let npm install the one it pins. / 需要 Node 24。\n',
  );
  process.exit(2);
}
const isDev = process.argv.includes('--dev');
await build();
const entry = process.argv.includes('--split') ? 'split.js' : 'main.js';
const args = isDev ? ['--watch-path=apps', '--watch-path=libs', '--watch-preserve-output'] : [];
const child = spawn(process.execPath, [...args, join(root, 'apps/gateway/dist', entry)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
