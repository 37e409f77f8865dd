import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  isDemo,
  loadConfig,
  nestLog,
  PlatformModule,
  runningPostgres,
  startEmbeddedPostgres,
  type RunningPostgres,
  type StxConfig,
} from '@stx/platform';
import { allSchemas, domains, migrateDatabase } from '@stx/gateway';
import { EdgeModule } from '@stx/installation';

/** The database of this folder: the running exchange's, or the embedded server started for this command alone. */
export async function localDatabase({
  STX_DATA_DIR: dataDir,
  STX_DATABASE_URL: configured,
}: StxConfig): Promise<RunningPostgres> {
  if (configured) return { url: configured, stop: async () => undefined };
  const lock = join(resolve(dataDir), 'exchange.pid');
  const running = existsSync(lock) && readFileSync(lock, 'utf8') ? await runningPostgres(dataDir) : null;
  return running ? { ...running, stop: async () => undefined } : startEmbeddedPostgres(dataDir);
}

/** Every domain's code in this process, whatever runs elsewhere; its jobs and clocks stay off. */
export const everyDomain = () => [EdgeModule, ...domains.map(({ module }) => module)];

/** Runs `work` with the given modules on the database of this folder, migrated, without HTTP. */
export async function withExchange<T>(
  modules: (Type | DynamicModule)[],
  work: (app: INestApplicationContext) => Promise<T>,
  runsJobs = false,
): Promise<T> {
  const config = loadConfig();
  const running = await localDatabase(config);
  try {
    await migrateDatabase(running.url, allSchemas);
    class CommandModule {}
    const options = { config, databaseUrl: running.url, secret: '', isDemo: isDemo(config), runsJobs };
    const app = await NestFactory.createApplicationContext(
      { module: CommandModule, imports: [PlatformModule.with(options), ...modules] },
      { logger: nestLog },
    );
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await running.stop();
  }
}
