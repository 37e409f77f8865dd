import { Global, Module, type DynamicModule } from '@nestjs/common';
import { SubgraphRegistry } from './graphql/subgraph-registry.js';
import { Jobs } from './jobs/jobs.js';
import { Projections } from './journal/projection.js';
import { PLATFORM_OPTIONS, type PlatformOptions } from './platform-options.js';

/** What every domain stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(options: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      providers: [{ provide: PLATFORM_OPTIONS, useValue: options }, Jobs, Projections, SubgraphRegistry],
      exports: [PLATFORM_OPTIONS, Jobs, Projections, SubgraphRegistry],
    };
  }
}
