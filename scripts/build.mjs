// Builds what `npm start` runs: every package's TypeScript to dist/, and the web. Skips what has not changed.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { execFileSync } from 'node:child_process';

const root = join(import.meta.dirname, '..');
const SKIP = new Set(['node_modules', 'dist', 'build', '.react-router', 'generated']);

export function* filesOf(folder) {
  for (const name of readdirSync(folder).sort()) {
    if (SKIP.has(name)) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesOf(path);
    else yield path;
  }
}

const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(relative(root, path)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
};

const isFresh = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

function packages() {
  return ['libs', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter((folder) => existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'src'))),
  );
}

/** Only what runs: specs and test-only files stay out. */
const isSource = (path) => /\.(ts|graphql|json)$/.test(path) && !path.endsWith('.spec.ts');

async function buildPackage(swc, folder) {
  const source = join(folder, 'src');
  const paths = [...filesOf(source)].filter(isSource);
  const stamp = join(folder, 'dist', '.stamp');
  const hash = hashOf([join(root, '.swcrc'), join(root, 'package-lock.json'), ...paths]);
  if (isFresh(stamp, hash)) return false;
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  for (const path of paths) {
    const target = join(folder, 'dist', relative(source, path).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    if (!path.endsWith('.ts')) cpSync(path, target);
    else
      writeFileSync(
        target,
        (await swc.transformFile(path, { configFile: join(root, '.swcrc'), sourceMaps: false })).code,
      );
  }
  writeFileSync(stamp, hash);
  return true;
}

function buildWeb() {
  const folder = join(root, 'apps/web');
  if (!existsSync(join(folder, 'package.json'))) return false;
  // the message compiler keeps notes of its own in its project folder, of which only the settings are ours
  const isOurs = (path) => !path.includes('project.inlang') || path.endsWith('settings.json');
  const inputs = [...filesOf(folder), ...filesOf(join(root, 'libs/format/src'))].filter(isOurs);
  const stamp = join(folder, 'build', '.stamp');
  const hash = hashOf([join(root, 'package-lock.json'), ...inputs]);
  if (isFresh(stamp, hash)) return false;
  execFileSync('npm', ['run', '--silent', 'build', '-w', '@stx/web'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(stamp, hash);
  return true;
}

/** Builds everything that is stale; says so only when there is something to wait for. */
export async function build() {
  const swc = await import('@swc/core');
  const built = [];
  for (const folder of packages()) if (await buildPackage(swc, folder)) built.push(relative(root, folder));
  if (buildWeb()) built.push('apps/web');
  if (built.length > 0) process.stderr.write(`Built ${built.join(', ')}\n`);
}

if (process.argv[1] === import.meta.filename) await build();
