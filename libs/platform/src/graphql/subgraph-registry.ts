import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Viewer } from '../access/viewer.js';
import { publicError } from './public-error.js';

/** What resolvers get: who asks, and a place for one request's data loaders. */
export interface RequestContext {
  viewer: Viewer;
  loaders: Map<string, unknown>;
}

export const newContext = (viewer: Viewer): RequestContext => ({ viewer, loaders: new Map() });

export interface Subgraph {
  name: string;
  sdl: string;
  schema: GraphQLSchema;
}

/** The subgraphs that live in this process, by name. One registry per application. */
export class SubgraphRegistry {
  private readonly subgraphs = new Map<string, Subgraph>();

  add(subgraph: Subgraph): void {
    this.subgraphs.set(subgraph.name, subgraph);
  }

  get(name: string): Subgraph | undefined {
    return this.subgraphs.get(name);
  }

  all(): Subgraph[] {
    return [...this.subgraphs.values()];
  }
}

/** Runs an operation on a subgraph of this process. Both transports end here. */
export async function executeOnSubgraph(
  subgraph: Subgraph,
  document: DocumentNode,
  variables: Record<string, unknown> | undefined,
  context: RequestContext,
): Promise<ExecutionResult> {
  const result = await execute({
    schema: subgraph.schema,
    document,
    variableValues: variables,
    contextValue: context,
  });
  if (!result.errors) return result;
  return {
    ...result,
    errors: result.errors.map((error) => publicError(error, subgraph.name, context.viewer.language)),
  };
}

/** Parses and validates text that came over HTTP. */
export function parseForSubgraph(subgraph: Subgraph, query: string): DocumentNode | null {
  const document = parse(query, { maxTokens: 20_000 });
  return validate(subgraph.schema, document).length === 0 ? document : null;
}
