import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import {
  PLATFORM_OPTIONS,
  roleOf,
  type DomainSchema,
  type PlatformOptions,
  type Viewer,
} from '@stx/platform';
import { PostgresSearchEngine, SEARCH_ENGINE, searchMigrations, type SearchEngine } from '@stx/search';
import { startDomains, type TestDomain } from '@stx/testing';
import pg from 'pg';
import { AchievementsModule, achievementsSchema, UPLOAD_STORE } from '../index.js';

const searchSchema: DomainSchema = { domain: 'search', migrations: searchMigrations() };

export interface Library extends TestDomain {
  engine: SearchEngine;
  /** What the next upload look-ups find: path by upload id. */
  uploads: Map<string, { path: string; name: string; organizationId: string }>;
}

/** The achievements domain with a real search engine on a database of its own. */
export async function startLibrary(): Promise<Library> {
  const uploads: Library['uploads'] = new Map();
  const own = (id: string, { organizationId }: Viewer) => {
    const upload = uploads.get(id);
    return upload?.organizationId === organizationId ? { ...upload, close: async () => undefined } : null;
  };
  let pool: pg.Pool;

  @Global()
  @Module({
    providers: [
      {
        provide: SEARCH_ENGINE,
        inject: [PLATFORM_OPTIONS],
        useFactory: ({ databaseUrl }: PlatformOptions) => {
          const options = `-c role=${roleOf('search')} -c search_path=search,public`;
          pool = new pg.Pool({ connectionString: databaseUrl, max: 4, options });
          return new PostgresSearchEngine({ pool });
        },
      },
      {
        provide: UPLOAD_STORE,
        useValue: {
          find: async (id: string, viewer: Viewer) => own(id, viewer),
          open: async (id: string, viewer: Viewer) => own(id, viewer),
        },
      },
    ],
    exports: [SEARCH_ENGINE, UPLOAD_STORE],
  })
  class PortsModule implements OnApplicationShutdown {
    async onApplicationShutdown(): Promise<void> {
      await pool.end();
    }
  }

  const domain = await startDomains([PortsModule, AchievementsModule], [achievementsSchema, searchSchema]);
  return {
    ...domain,
    engine: domain.app.get<SearchEngine>(SEARCH_ENGINE, { strict: false }),
    uploads,
  };
}

/** Asks again until the answer holds; the fact, not the clock, ends the wait. */
export async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (tries > 400) throw new Error(`never came true: ${JSON.stringify(answer)?.slice(0, 300)}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
