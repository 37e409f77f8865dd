import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  executeOnSubgraph,
  Jobs,
  loadConfig,
  newContext,
  PlatformModule,
  SubgraphRegistry,
  type Viewer,
} from '@stx/platform';
import { parse } from 'graphql';
import { BiddingModule } from '../index.js';

/** One process of the exchange with the bidding domain; several may share a database, one may follow another. */
export class BiddingProcess {
  private constructor(private readonly app: INestApplicationContext) {}

  static async start(databaseUrl: string): Promise<BiddingProcess> {
    class ProcessModule {}
    const options = {
      databaseUrl,
      config: loadConfig({}),
      secret: 's'.repeat(32),
      isDemo: false,
      runsJobs: true,
    };
    const app = await NestFactory.createApplicationContext(
      { module: ProcessModule, imports: [PlatformModule.with(options), BiddingModule] },
      { logger: false },
    );
    await app.get(Jobs).start();
    return new BiddingProcess(app);
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  /** @throws the first GraphQL error, with its code */
  async query(viewer: Viewer, text: string, variables?: Record<string, unknown>): Promise<any> {
    const subgraph = this.app.get(SubgraphRegistry).get('bidding')!;
    const result = await executeOnSubgraph(subgraph, parse(text), variables, newContext(viewer));
    if (result.errors)
      throw Object.assign(new Error(result.errors[0]!.message), result.errors[0]!.extensions);
    return result.data;
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}
