import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAlive } from '@stx/platform';

/** The folder cannot be used, or another exchange uses it; the message says which and what to do. */
export class DataFolderError extends Error {}

/** One exchange a data folder: a second start is refused, a dead one's lock is taken over. Returns the release. */
export function lockDataFolder(folder: string): () => void {
  const root = resolve(folder);
  const file = join(root, 'exchange.pid');
  try {
    mkdirSync(root, { recursive: true });
    if (existsSync(file)) {
      const pid = Number(readFileSync(file, 'utf8'));
      if (pid !== process.pid && isAlive(pid)) {
        throw new DataFolderError(
          `${root} is used by a running exchange (process ${pid}). Stop it first or set STX_DATA_DIR. / ` +
            `该数据目录正被进程 ${pid} 使用，请先停止该进程，或另设 STX_DATA_DIR。`,
        );
      }
      rmSync(file);
    }
    const handle = openSync(file, 'wx', 0o644);
    writeFileSync(handle, String(process.pid));
    closeSync(handle);
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    throw new DataFolderError(
      `${root} cannot be written / 数据目录无法写入: ${(error as NodeJS.ErrnoException).code}`,
      {
        cause: error,
      },
    );
  }
  return () => rmSync(file, { force: true });
}

/** The installation's own secret, made once; `STX_SECRET` wins. */
export function secretOf(folder: string, configured: string | undefined): string {
  if (configured) return configured;
  const file = join(resolve(folder), 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
