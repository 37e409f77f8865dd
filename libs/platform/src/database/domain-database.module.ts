import { Module, type DynamicModule, type OnApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { PLATFORM_OPTIONS, type PlatformOptions } from '../platform-options.js';
import { DomainDatabase } from './domain-database.js';
import { roleOf, schemaOf } from './migrate.js';
import { surviveLoss } from './survive-loss.js';

const CLOSER = Symbol('database closer');

@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.db.dataSource.isInitialized) await this.db.dataSource.destroy();
  }
}

/** Connects as the domain's own role with the domain's schema as search path. */
export function domainDataSource(
  url: string,
  domain: string,
  entities: EntityTarget<ObjectLiteral>[],
  poolSize = 8,
) {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as Function[],
    synchronize: false,
    poolSize,
    extra: {
      options: `-c role=${roleOf(domain)} -c search_path=${schemaOf(domain)},public -c statement_timeout=30000`,
      idleTimeoutMillis: 10_000,
    },
  });
}

@Module({})
export class DomainDatabaseModule {
  /** Gives the importing domain module its `DomainDatabase`. */
  static for(domain: string, entities: EntityTarget<ObjectLiteral>[]): DynamicModule {
    return {
      module: DomainDatabaseModule,
      providers: [
        {
          provide: DomainDatabase,
          inject: [PLATFORM_OPTIONS],
          useFactory: async ({ databaseUrl }: PlatformOptions) => {
            const dataSource = await domainDataSource(databaseUrl, domain, entities).initialize();
            surviveLoss((dataSource.driver as unknown as { master: Pool }).master, domain);
            return new DomainDatabase(schemaOf(domain), dataSource);
          },
        },
        { provide: CLOSER, useClass: DatabaseCloser },
      ],
      exports: [DomainDatabase],
    };
  }
}
