import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  executeOnSubgraph,
  Jobs,
  loadConfig,
  newContext,
  PlatformModule,
  SubgraphRegistry,
  type DomainSchema,
  type Viewer,
} from '@stx/platform';
import { parse, validate } from 'graphql';
import { testDatabase } from './test-database.js';

export interface TestDomain {
  app: INestApplicationContext;
  databaseUrl: string;
  get<T>(token: Type<T>): T;
  /** Runs an operation on one subgraph as `viewer`; throws on any GraphQL error. */
  query(
    subgraph: string,
    viewer: Viewer,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<any>;
  stop(): Promise<void>;
}

/** Starts domain modules on a database of their own, jobs running, without HTTP. */
export async function startDomains(
  modules: Type[],
  schemas: DomainSchema[],
  env: Record<string, string> = {},
): Promise<TestDomain> {
  const database = await testDatabase(schemas);
  class TestModule {}
  const app = await NestFactory.createApplicationContext(
    {
      module: TestModule,
      imports: [
        PlatformModule.with({
          config: loadConfig(env),
          databaseUrl: database.url,
          secret: 'test-secret-test-secret-test-secret',
          isDemo: env['STX_DEMO'] === 'on',
          runsJobs: true,
        }),
        ...modules,
      ],
    },
    { logger: false },
  );
  await app.get(Jobs).start();
  return {
    app,
    databaseUrl: database.url,
    get: (token) => app.get(token, { strict: false }),
    query: async (name, viewer, text, variables) => {
      const subgraph = app.get(SubgraphRegistry).get(name)!;
      const document = parse(text);
      const problems = validate(subgraph.schema, document);
      if (problems.length > 0) throw problems[0];
      const result = await executeOnSubgraph(subgraph, document, variables, newContext(viewer));
      if (result.errors)
        throw Object.assign(new Error(result.errors[0]!.message), result.errors[0]!.extensions);
      return result.data;
    },
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
