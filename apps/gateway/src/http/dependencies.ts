import type { INestApplicationContext } from '@nestjs/common';
import { PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { STORAGE, type Storage } from '@stx/files';
import { SEARCH_ENGINE, type SearchEngine } from '@stx/search';
import pg from 'pg';
import type { Dependency } from './health.js';

/** Everything the exchange cannot serve without, or not fully. */
export function dependenciesOf(app: INestApplicationContext): Dependency[] {
  const { databaseUrl } = app.get<PlatformOptions>(PLATFORM_OPTIONS);
  const search = app.get<SearchEngine>(SEARCH_ENGINE, { strict: false });
  return [
    {
      name: 'database',
      check: async () => {
        const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 1500 });
        client.on('error', () => undefined); // the question below fails and says so
        try {
          await client.connect();
          await client.query('SELECT 1');
        } finally {
          await client.end().catch(() => undefined);
        }
      },
    },
    {
      name: 'storage',
      isPart: true,
      check: () => app.get<Storage>(STORAGE, { strict: false }).check(),
    },
    {
      name: 'search',
      isPart: true,
      check: async () => {
        const { ok } = await search.health();
        if (!ok) throw new Error('search engine is down');
      },
    },
  ];
}
