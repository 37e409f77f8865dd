// `npm test`: everything that guards the project. Last line: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'stx-check-'));
const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;

/** Runs one command to its end; its output is shown only when it fails. */
function run(command, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

const bin = (name) => join(root, 'node_modules/.bin', name);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/** One gate counts as one check. */
async function gate(name, command, args) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const started = Date.now();
  const { ok, output } = await run(command, args);
  if (ok) passed++;
  else failed++;
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds(started)})\n`);
  if (!ok) process.stdout.write(`${output}\n`);
}

/** A Jest run counts as its tests. */
async function jest(name, args, env) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const started = Date.now();
  const report = join(scratch, `${name}.json`);
  const options = { ...env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' };
  const { ok, output } = await run(
    bin('node'),
    [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...args],
    options,
  );
  let counts = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 0 };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // no report: the run itself broke, which counts as one failure and shows its output
  }
  const broken = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  passed += counts.numPassedTests;
  failed += ok ? 0 : Math.max(1, broken);
  const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
  process.stdout.write(
    `${ok ? 'ok  ' : 'FAIL'} ${name}: ${counts.numPassedTests} passed${skipped} (${seconds(started)})\n`,
  );
  if (!ok) process.stdout.write(`${output.replace(/^\{"numFailed.*$/m, '')}\n`);
}

await build();
const { startEmbeddedPostgres } = await import('../libs/platform/dist/index.js');
const postgres = await startEmbeddedPostgres(scratch);
try {
  await gate('format', bin('prettier'), ['--check', '--log-level=warn', '.']);
  await gate('project-graph', bin('nx'), ['graph', '--file', join(scratch, 'graph.json')]);
  await gate('lint', bin('eslint'), ['--max-warnings=0', '.']);
  await gate('types', bin('tsc'), ['-p', 'tsconfig.json']);
  await gate('types-web', 'npm', ['run', '--silent', 'typecheck', '-w', '@stx/web']);
  await gate('unused', bin('knip'), []);
  const env = { STX_TEST_DATABASE_URL: postgres.url };
  await jest('unit', ['--testPathIgnorePatterns', 'apps/e2e'], env);
  await jest('browser', ['--runInBand', 'apps/e2e'], env);
} finally {
  await postgres.stop();
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
