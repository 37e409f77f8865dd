// `npm run --silent stx -- <command>`: the command line of the exchange, built when stale.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';

await build();
const main = join(import.meta.dirname, '../apps/cli/dist/main.js');
const { status } = spawnSync(process.execPath, [main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD,
});
process.exit(status ?? 1);
