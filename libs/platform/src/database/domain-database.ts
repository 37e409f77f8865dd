import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { appendFacts, type Fact, type StoredFact } from '../journal/journal.js';

interface Unit {
  manager: EntityManager;
  facts: Fact[];
}

/** Serialization failure and deadlock: the whole unit of work is repeated. */
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_TRIES = 5;

const COLUMNS = `seq::int AS seq, id, type, subject_id AS "subjectId", data, actor_id AS "actorId",
  on_behalf_of AS "onBehalfOf", reason, at`;

/** A schema's name goes into SQL as it is. @throws when it could be anything else */
export function checkedSchema(name: string): string {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`not a schema: ${name}`);
  return name;
}

const sqlStateOf = (error: unknown) => (error as { code?: string; driverError?: { code?: string } })?.code;

/**
 * One domain's database: its own schema, its own role, one transaction habit.
 * `change` opens a transaction (or joins the running one); everything called inside uses it without being handed
 * a manager. Facts recorded inside are written to the domain's journal as the last act before COMMIT.
 */
export class DomainDatabase {
  private readonly units = new AsyncLocalStorage<Unit>();

  constructor(
    readonly domain: string,
    readonly dataSource: DataSource,
  ) {}

  /** The running transaction's manager, or one that runs each statement alone. */
  get manager(): EntityManager {
    return this.units.getStore()?.manager ?? this.dataSource.manager;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, parameters);
    // TypeORM answers UPDATE and DELETE with [rows, count], everything else with rows
    const rows =
      Array.isArray(result) && Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result;
    return rows as Row[];
  }

  /** Runs `work` in one transaction; repeated whole on 40001 and 40P01. */
  async change<T>(work: () => Promise<T>): Promise<T> {
    if (this.units.getStore()) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          const unit: Unit = { manager, facts: [] };
          const result = await this.units.run(unit, work);
          if (unit.facts.length > 0) await appendFacts(this.domain, manager, unit.facts);
          return result;
        });
      } catch (error) {
        if (attempt >= MAX_TRIES || !RETRYABLE.has(sqlStateOf(error) ?? '')) throw error;
      }
    }
  }

  /** Records a fact of the running change. @throws outside `change`: a fact without its change would be a lie */
  record(...facts: Fact[]): void {
    const unit = this.units.getStore();
    if (!unit) throw new Error('record() needs a running change()');
    unit.facts.push(...facts);
  }

  /** Facts of another domain (or this one) after `position`, oldest first. */
  async facts(
    source: string,
    position: number,
    types: readonly string[],
    limit: number,
  ): Promise<StoredFact[]> {
    return this.query<StoredFact>(
      `SELECT ${COLUMNS} FROM ${checkedSchema(source)}.fact WHERE seq > $1 AND type = ANY($2) ORDER BY seq LIMIT $3`,
      [position, types, limit],
    );
  }

  /** What a journal says of one subject, oldest first: its history without a projection of it. */
  async factsAbout(source: string, subjectId: string, types: readonly string[]): Promise<StoredFact[]> {
    return this.query<StoredFact>(
      `SELECT ${COLUMNS} FROM ${checkedSchema(source)}.fact WHERE subject_id = $1 AND type = ANY($2) ORDER BY seq`,
      [subjectId, types],
    );
  }
}
