import type { Type } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isDemo, loadConfig } from '../config/config.js';
import { Jobs } from '../jobs/jobs.js';
import { log } from '../log/log.js';
import { nestLog } from '../log/nest-log.js';
import { PlatformModule } from '../platform.module.js';
import { SubgraphRegistry } from './subgraph-registry.js';
import { createSubgraphServer } from './subgraph-server.js';

/**
 * Hosts one domain alone in this process, behind the gateway. Needs `STX_DATABASE_URL` (migrated by the gateway) and
 * the installation's `STX_SECRET`.
 */
export async function hostDomain(name: string, modules: (Type | DynamicModule)[]): Promise<void> {
  const config = loadConfig();
  const { STX_DATABASE_URL: databaseUrl, STX_SECRET: secret } = config;
  if (!databaseUrl || !secret) {
    process.stderr.write(
      `${name}: STX_DATABASE_URL and STX_SECRET are needed / 缺少 STX_DATABASE_URL 或 STX_SECRET\n`,
    );
    process.exit(2);
  }
  class ServiceModule {}
  const platform = PlatformModule.with({
    config,
    databaseUrl,
    secret,
    isDemo: isDemo(config),
    runsJobs: true,
  });
  const app = await NestFactory.createApplicationContext(
    { module: ServiceModule, imports: [platform, ...modules] },
    { logger: nestLog },
  );
  await app.get(Jobs).start();
  const server = createSubgraphServer(app.get(SubgraphRegistry).get(name)!, secret);
  server.listen(config.STX_PORT, config.STX_HOST, () =>
    log.info('service listens', { domain: name, port: config.STX_PORT }),
  );
  const stop = async () => {
    server.close();
    await app.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}
