import { readFileSync } from 'node:fs';
import type { DynamicModule, Type } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import {
  AbstractGraphQLDriver,
  GraphQLFederationFactory,
  GraphQLModule,
  type GqlModuleOptions,
} from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { SubgraphRegistry } from './subgraph-registry.js';

interface SubgraphOptions extends GqlModuleOptions {
  subgraph?: string;
  sdl?: string;
}

/** Builds a domain's executable schema and hands it over: no server of its own, no route of its own. */
@Injectable()
class SubgraphDriver extends AbstractGraphQLDriver<SubgraphOptions> {
  constructor(
    @Inject(GraphQLFederationFactory) private readonly factory: GraphQLFederationFactory,
    @Inject(SubgraphRegistry) private readonly registry: SubgraphRegistry,
  ) {
    super();
  }

  override async generateSchema(options: SubgraphOptions): Promise<GraphQLSchema> {
    const schema = (await this.factory.generateSchema(options)) as GraphQLSchema;
    this.registry.add({ name: options.subgraph!, sdl: options.sdl!, schema });
    return schema;
  }

  async start(): Promise<void> {
    // nothing listens: the gateway or the domain's own app reaches the schema through the registry
  }

  async stop(): Promise<void> {
    // nothing was started
  }
}

/** Declares `domain` as a subgraph with the SDL file beside it. */
export function subgraphModule(domain: string, module: () => Type, sdlFile: URL): DynamicModule {
  const sdl = readFileSync(sdlFile, 'utf8');
  return GraphQLModule.forRoot<SubgraphOptions>({
    driver: SubgraphDriver,
    subgraph: domain,
    sdl,
    typeDefs: sdl,
    get include() {
      return [module()];
    },
    path: '',
  });
}
