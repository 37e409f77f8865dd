// `npm run bench -- <name> [--json FILE]`: one benchmark with its raw baseline in the same run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';

await build();
const main = join(import.meta.dirname, '../apps/bench/dist/main.js');
const { status } = spawnSync(process.execPath, [main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
process.exit(status ?? 1);
