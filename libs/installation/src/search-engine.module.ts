import { Global, Module, type OnApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { log, PLATFORM_OPTIONS, roleOf, type DomainSchema, type PlatformOptions } from '@stx/platform';
import {
  MeilisearchEngine,
  PostgresSearchEngine,
  SEARCH_ENGINE,
  searchMigrations,
  type SearchEngine,
} from '@stx/search';
import pg from 'pg';

export const searchSchema: DomainSchema = { domain: 'search', migrations: searchMigrations() };

const SEARCH_POOL = Symbol('search pool');

@Injectable()
class PoolCloser implements OnApplicationShutdown {
  constructor(@Inject(SEARCH_POOL) private readonly pool: pg.Pool) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** The search engine of this installation: Meilisearch where configured, else PostgreSQL. */
@Global()
@Module({
  providers: [
    {
      provide: SEARCH_POOL,
      inject: [PLATFORM_OPTIONS],
      useFactory: ({ databaseUrl }: PlatformOptions) => {
        const pool = new pg.Pool({
          connectionString: databaseUrl,
          max: 6,
          idleTimeoutMillis: 10_000,
          options: `-c role=${roleOf('search')} -c search_path=search,public`,
        });
        // a database that stops ends idle connections; unheard, that would end the process too
        const lost = (error: Error) => {
          if (!pool.ending) log.error('search connection lost', error);
        };
        pool.on('error', lost);
        pool.on('connect', (client) => client.on('error', lost));
        return pool;
      },
    },
    {
      provide: SEARCH_ENGINE,
      inject: [PLATFORM_OPTIONS, SEARCH_POOL],
      useFactory: ({ config }: PlatformOptions, pool: pg.Pool): SearchEngine =>
        config.STX_MEILI_URL
          ? new MeilisearchEngine({ url: config.STX_MEILI_URL, apiKey: config.STX_MEILI_KEY })
          : new PostgresSearchEngine({ pool }),
    },
    PoolCloser,
  ],
  exports: [SEARCH_ENGINE],
})
export class SearchEngineModule {}
