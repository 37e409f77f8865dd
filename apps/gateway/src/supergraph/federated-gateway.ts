import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { executeOnSubgraph, type RequestContext, type SubgraphRegistry } from '@stx/platform';
import { buildASTSchema, GraphQLError, parse, print, type DocumentNode, type ExecutionResult } from 'graphql';
import { composeSupergraph } from './compose.js';
import type { SubgraphClient } from './subgraph-client.js';

type ApolloGateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>['gateway']>;

interface Fetch {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  context?: RequestContext;
}

export interface FederatedGateway extends ApolloGateway {
  supergraphSdl: string;
}

/** Longest time one operation may take, milliseconds (S25). */
const OPERATION_MS = 10_000;

/** @throws GraphQLError TOO_SLOW; what is under way ends by the database's own time limit */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () =>
        fail(
          new GraphQLError('The query took too long. Ask for less.', { extensions: { code: 'TOO_SLOW' } }),
        ),
      OPERATION_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Plans and executes operations over all subgraphs. The one place that knows whether a subgraph is in this process
 * (its schema is executed) or remote (HTTP with a signed viewer).
 */
export async function federatedGateway(
  registry: SubgraphRegistry,
  remotes: SubgraphClient[],
): Promise<FederatedGateway> {
  const local = registry.all().filter(({ name }) => !remotes.some((remote) => remote.name === name));
  const remote = await Promise.all(
    remotes.map(async (client) => ({ name: client.name, sdl: await client.sdl() })),
  );
  const supergraphSdl = composeSupergraph([...local, ...remote]);

  // composition gives each subgraph an enum name of capitals and underscores
  const byGraphName = new Map<string, (fetch: Fetch) => Promise<ExecutionResult>>();
  const keyOf = (name: string) => name.replaceAll('-', '_').toUpperCase();
  for (const subgraph of local) {
    byGraphName.set(keyOf(subgraph.name), ({ document, variables, context }) =>
      executeOnSubgraph(subgraph, document, variables, context!),
    );
  }
  for (const client of remotes) {
    byGraphName.set(keyOf(client.name), ({ document, variables, context }) =>
      client.execute(print(document), variables, context!.viewer),
    );
  }

  const unified = await unifiedGraphHandler({
    unifiedGraph: buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => supergraphSdl,
    onSubgraphExecute: ((name: string, fetch: Fetch) => byGraphName.get(keyOf(name))!(fetch)) as never,
  });

  return {
    supergraphSdl,
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: unified.unifiedGraph, coreSupergraphSdl: supergraphSdl });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, request, context, operationName }) =>
        inTime(
          unified.executor!({
            document,
            variables: request.variables ?? {},
            operationName: operationName ?? undefined,
            context,
          } as never) as Promise<ExecutionResult<Record<string, any>, Record<string, any>>>,
        ),
    }),
    stop: async () => undefined,
  };
}
