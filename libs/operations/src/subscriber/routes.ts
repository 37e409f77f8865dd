import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';

export interface Route {
  name: string;
  /** Schema of the domain that subscribes, which keeps its place and its parked facts. */
  schema: string;
  /** Schema whose journal is followed. */
  source: string;
  types: string[];
}

const NAME = /^[a-z_]+$/;

/** Who follows whom: every subscriber enters itself when it starts, wherever it runs. */
@Injectable()
export class Routes {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  async all(): Promise<Route[]> {
    const rows = await this.db.query<Omit<Route, 'schema'>>(
      'SELECT name, source, types FROM platform.subscription_route ORDER BY name',
    );
    return rows.map((row) => {
      // the first part of a subscriber's name is its domain: `exchange-index.log-trade`
      const schema = row.name.split('.')[0]!.replaceAll('-', '_');
      if (!NAME.test(schema) || !NAME.test(row.source)) throw new Error(`not a subscriber: ${row.name}`);
      return { ...row, schema };
    });
  }

  async find(name: string): Promise<Route | null> {
    return (await this.all()).find((route) => route.name === name) ?? null;
  }
}
