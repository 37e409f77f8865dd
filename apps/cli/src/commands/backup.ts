import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openStorage, STORAGE, type Storage } from '@stx/files';
import { lockDataFolder } from '@stx/gateway';
import {
  loadConfig,
  PLATFORM_OPTIONS,
  Projections,
  startEmbeddedPostgres,
  type PlatformOptions,
  type RunningPostgres,
  type StxConfig,
} from '@stx/platform';
import type { Command } from 'commander';
import { readManifest, type Manifest } from '../backup/manifest.js';
import { restoreBackup } from '../backup/restore-backup.js';
import { schemasOf, verifyBackup } from '../backup/verify-backup.js';
import { writeBackup } from '../backup/write-backup.js';
import { everyDomain, withExchange } from '../local-exchange.js';
import { printJson, say, UsageError } from '../output.js';

interface Options {
  secret?: string;
  json?: boolean;
}

const summaryOf = ({ at, tables, uploads }: Manifest) => ({
  at,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  uploads: uploads.length,
  bytesOfUploads: uploads.reduce((sum, { bytes }) => sum + bytes, 0),
});

async function backup(out: string, { json }: Options): Promise<void> {
  const manifest = await withExchange(everyDomain(), (app) =>
    writeBackup(
      app.get<PlatformOptions>(PLATFORM_OPTIONS).databaseUrl,
      app.get<Storage>(STORAGE, { strict: false }),
      out,
      (done, all, name) => say(`${done}/${all} ${name}`),
    ),
  );
  const summary = summaryOf(manifest);
  if (json) printJson(summary);
  else say(`${out}: ${summary.tables} tables, ${summary.rows} rows, ${summary.uploads} uploads`);
  say(
    'NOT in it, keep them apart: the file `secret` of the data folder (or STX_SECRET), the password of the database, ' +
      'credentials of stores and mail. / 备份不含密钥：请另行保管数据目录中的 secret 文件（或 STX_SECRET）及各项密码。',
  );
}

/** Nothing of an exchange lies here yet. */
function requireEmptyFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(
      `${folder} is not empty: restore into a new data folder / 数据目录不是空的，请恢复到新目录`,
    );
}

async function openEmpty({ STX_DATABASE_URL: url, STX_DATA_DIR }: StxConfig): Promise<RunningPostgres> {
  return url ? { url, stop: async () => undefined } : startEmbeddedPostgres(STX_DATA_DIR);
}

async function restore(source: string, { secret, json }: Options): Promise<void> {
  const config = loadConfig();
  const folder = resolve(config.STX_DATA_DIR);
  const manifest = readManifest(source);
  schemasOf(manifest);
  if (secret !== undefined && !existsSync(secret))
    throw new UsageError(`${secret}: no such file / 文件不存在`);
  requireEmptyFolder(folder);
  say('checking the backup / 正在校验备份…');
  await verifyBackup(source, manifest);
  const unlock = lockDataFolder(folder);
  try {
    const database = await openEmpty(config);
    try {
      say('restoring / 正在恢复…');
      await restoreBackup(database.url, await openStorage(config), source, manifest);
    } finally {
      await database.stop();
    }
    if (secret !== undefined) copyFileSync(secret, join(folder, 'secret'));
  } catch (error) {
    // a folder that was filled half way would be taken for an exchange at the next start
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  } finally {
    unlock();
  }
  say('building the search index / 正在建立检索索引…');
  await withExchange(everyDomain(), async (app) => {
    const index = app
      .get(Projections)
      .all()
      .find(({ name }) => name === 'achievements.search-index')!;
    await index.rebuild();
  });
  if (json) printJson(summaryOf(manifest));
  else say(`restored as of ${manifest.at}; now run stx doctor / 已恢复，请运行 stx doctor 检查`);
  if (secret === undefined && !config.STX_SECRET)
    say(
      `put the kept secret into ${join(folder, 'secret')} before the start: without it second factors and signatures ` +
        'of the old one are lost / 启动前请放回原 secret 文件，否则双重验证和原有签名将失效',
    );
}

/** `stx backup OUT`, `stx restore IN`: everything of one instant, into a folder and back. */
export function backupCommands(program: Command): void {
  program
    .command('backup')
    .description('everything of one instant into a new folder, while the exchange runs')
    .argument('<out>', 'a folder that does not exist yet')
    .option('--json', 'one JSON document')
    .action(backup);
  program
    .command('restore')
    .description('a backup into an empty data folder')
    .argument('<in>', 'a folder that stx backup wrote')
    .option('--secret <file>', 'the secret that was kept apart')
    .option('--json', 'one JSON document')
    .action(async (source: string, options: Options) => {
      mkdirSync(resolve(loadConfig().STX_DATA_DIR), { recursive: true });
      await restore(source, options);
    });
}
