import './production.js';
import 'reflect-metadata';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { EdgeModule } from '@stx/installation';
import { freePort, isDemo, loadConfig, nestLog, PlatformModule } from '@stx/platform';
import { domains } from './domains.js';
import { secretOf } from './start/data-folder.js';
import { migrateDatabase, openDatabase } from './start/database.js';
import { seedDemonstration } from './start/demonstration.js';
import { allSchemas } from './start/schemas.js';

/** `npm run split`: every domain in its own process on loopback behind the gateway, as in production. */

const apps = join(import.meta.dirname, '../..');
const config = loadConfig();
const database = await openDatabase(config);
await migrateDatabase(database.url, allSchemas);

const secret = secretOf(config.STX_DATA_DIR, config.STX_SECRET);
if (isDemo(config)) {
  class SeedModule {}
  const options = { config, databaseUrl: database.url, secret, isDemo: true, runsJobs: false };
  const imports = [PlatformModule.with(options), EdgeModule, ...domains.map(({ module }) => module)];
  const app = await NestFactory.createApplicationContext(
    { module: SeedModule, imports },
    { logger: nestLog },
  );
  await seedDemonstration(app, database.url);
  await app.close();
}

const shared = {
  ...process.env,
  STX_DATABASE_URL: database.url,
  STX_SECRET: secret,
  STX_DEMO: isDemo(config) ? 'on' : 'off',
};
const children: ChildProcess[] = [];
const start = (app: string, entry: string, env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(apps, app, 'dist', entry)], {
    env: { ...shared, ...env },
    stdio: 'inherit',
  });
  children.push(child);
  child.on('exit', (code) => void stop(code ?? 1));
  return child;
};

let isStopping = false;
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(
    children.map((child) => child.exitCode ?? new Promise((done) => child.once('exit', done))),
  );
  await database.stop();
  process.exit(code);
}
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));

const urls: Record<string, string> = {};
for (const { name, urlVariable } of domains) {
  if (!urlVariable) continue; // lives with the gateway
  const port = String(await freePort());
  start(name, 'main.js', { STX_PORT: port, STX_HOST: '127.0.0.1' });
  urls[urlVariable] = `http://127.0.0.1:${port}`;
}
start('gateway', 'main.js', urls);
