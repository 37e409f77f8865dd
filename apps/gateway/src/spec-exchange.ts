import { NestFactory } from '@nestjs/core';
import { EdgeModule } from '@stx/installation';
import { loadConfig, PlatformModule } from '@stx/platform';
import { testDatabase } from '@stx/testing';
import { domains } from './domains.js';
import { allSchemas } from './start/schemas.js';

/** Every domain in one context on a database of its own, for specs. */
export async function startSpecExchange() {
  const database = await testDatabase(allSchemas);
  const options = {
    config: loadConfig({}),
    databaseUrl: database.url,
    secret: 'x'.repeat(32),
    isDemo: false,
    runsJobs: false,
  };
  class WalkModule {}
  const imports = [PlatformModule.with(options), EdgeModule, ...domains.map(({ module }) => module)];
  const app = await NestFactory.createApplicationContext({ module: WalkModule, imports }, { logger: false });
  return {
    app,
    databaseUrl: database.url,
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
