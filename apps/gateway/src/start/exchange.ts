import { createServer, type Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  isDemo,
  Jobs,
  nestLog,
  PlatformModule,
  SubgraphRegistry,
  type PlatformOptions,
  type StxConfig,
} from '@stx/platform';
import { domains, urlOf } from '../domains.js';
import { EdgeModule } from '@stx/installation';
import { createFrontDoor } from '../http/front-door-app.js';
import { attachLiveRooms } from '../live/attach-live-rooms.js';
import { createApollo } from '../supergraph/apollo.js';
import { federatedGateway } from '../supergraph/federated-gateway.js';
import { SubgraphClient } from '../supergraph/subgraph-client.js';
import { lockDataFolder, secretOf } from './data-folder.js';
import { migrateDatabase, openDatabase } from './database.js';
import { seedDemonstration } from './demonstration.js';
import { allSchemas } from './schemas.js';

export interface Exchange {
  url: string;
  isDemo: boolean;
  databaseUrl: string;
  app: INestApplicationContext;
  supergraphSdl: string;
  stop(): Promise<void>;
}

/** Also in this process when their subgraph is elsewhere: sign-in and live rooms belong to the public door. */
const ON_THE_EDGE = new Set(['identity', 'bidding']);

/** Longest wait for requests under way when stopping, milliseconds. */
const DRAIN_MS = 8_000;

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done());
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Everything in one process, but for the domains whose URL says they live elsewhere. */
export async function startExchange(config: StxConfig): Promise<Exchange> {
  const unlock = lockDataFolder(config.STX_DATA_DIR);
  const undo: (() => Promise<unknown> | unknown)[] = [unlock];
  const stopAll = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const database = await openDatabase(config);
    undo.push(() => database.stop());
    const secret = secretOf(config.STX_DATA_DIR, config.STX_SECRET);
    const options: PlatformOptions = {
      config,
      databaseUrl: database.url,
      secret,
      isDemo: isDemo(config),
      runsJobs: true,
    };

    await migrateDatabase(database.url, allSchemas);

    const local = domains.filter((domain) => !urlOf(domain, config) || ON_THE_EDGE.has(domain.name));
    class ExchangeModule {}
    const app = await NestFactory.createApplicationContext(
      {
        module: ExchangeModule,
        imports: [PlatformModule.with(options), EdgeModule, ...local.map(({ module }) => module)],
      },
      { logger: nestLog, abortOnError: false },
    );
    undo.push(() => app.close());

    const remotes = domains.flatMap((domain) => {
      const url = urlOf(domain, config);
      return url ? [new SubgraphClient(domain.name, url, secret)] : [];
    });
    const gateway = await federatedGateway(app.get(SubgraphRegistry), remotes);
    const apollo = createApollo(gateway);
    await apollo.start();
    undo.push(() => apollo.stop());

    // a gateway before services has not every domain at hand: whoever started them has loaded it
    if (options.isDemo && remotes.length === 0) await seedDemonstration(app, database.url);
    await app.get(Jobs).start();

    const origins = new Set<string>();
    const server = createServer(
      await createFrontDoor({ app, apollo, config, origins, isDemo: options.isDemo }),
    );
    const live = attachLiveRooms(server, app, origins);
    const port = await listen(server, config.STX_PORT, config.STX_HOST);
    const url = config.STX_PUBLIC_URL ?? `http://${config.STX_HOST}:${port}`;
    for (const origin of [url, `http://127.0.0.1:${port}`, `http://localhost:${port}`])
      origins.add(new URL(origin).origin);
    undo.push(async () => {
      await live.close();
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
      await closed;
    });
    return {
      url,
      isDemo: options.isDemo,
      databaseUrl: database.url,
      app,
      supergraphSdl: gateway.supergraphSdl,
      stop: stopAll,
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
