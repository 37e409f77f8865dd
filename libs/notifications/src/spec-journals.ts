import {
  DomainDatabase,
  domainDataSource,
  systemViewer,
  type DomainSchema,
  type Fact,
  type StoredFact,
  type Viewer,
} from '@stx/platform';
import { startDomains, type TestDomain } from '@stx/testing';
import pg from 'pg';
import { FollowJournals } from './cause/follow-journals.js';
import { NotificationsModule, notificationsSchema } from './index.js';

const SOURCES = [
  'identity',
  'achievements',
  'demands',
  'matching',
  'bidding',
  'settlement',
  'exchange_index',
] as const;
type Source = (typeof SOURCES)[number];

export interface Told {
  id: string;
  kind: string;
  ref: string | null;
  what: { zh: string; en: string };
  toDo: { en: string } | null;
  why: { en: string };
  amount: { amount: string } | null;
  path: string;
  dueAt: string | null;
  isRead: boolean;
}

const INBOX = `query ($first: Int, $after: String, $unreadOnly: Boolean, $topic: NotificationTopic) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly, topic: $topic) {
    nodes { id kind ref caseKey title { zh en } what { zh en } toDo { zh en } why { zh en } amount { amount } path dueAt
            happenedAt isRead isMandatory }
    totalCount pageInfo { endCursor hasNextPage } } }`;

/** Notifications on a database of their own, with journals of the other domains that the spec writes. */
export class SpecJournals {
  private constructor(
    readonly exchange: TestDomain,
    private readonly journals: Record<string, DomainDatabase>,
  ) {}

  static async start(): Promise<SpecJournals> {
    const empty = SOURCES.map((domain): DomainSchema => ({ domain, migrations: [] }));
    const exchange = await startDomains([NotificationsModule], [notificationsSchema, ...empty]);
    const journals: Record<string, DomainDatabase> = {};
    for (const source of SOURCES) {
      const connection = domainDataSource(exchange.databaseUrl, source, [], 1);
      journals[source] = new DomainDatabase(source, await connection.initialize());
    }
    return new SpecJournals(exchange, journals);
  }

  async stop(): Promise<void> {
    for (const { dataSource } of Object.values(this.journals)) await dataSource.destroy();
    await this.exchange.stop();
  }

  get db(): DomainDatabase {
    return this.exchange.get(DomainDatabase);
  }

  /** A domain says facts, in one change. */
  async say(source: Source, ...facts: (Omit<Fact, 'by'> & { by?: Viewer })[]): Promise<void> {
    const journal = this.journals[source]!;
    await journal.change(async () =>
      journal.record(...facts.map(({ by = systemViewer, ...fact }) => ({ ...fact, by }))),
    );
    await this.caughtUp();
  }

  /** Until every fact there is has been told. */
  async caughtUp(): Promise<void> {
    const { subscriptions } = this.exchange.get(FollowJournals);
    for (const end = Date.now() + 20_000; ;) {
      const behind: string[] = [];
      for (const { name, source, types } of subscriptions) {
        const [place] = await this.db.query<{ position: string }>(
          'SELECT position FROM subscription WHERE name = $1',
          [name],
        );
        if ((await this.db.facts(source, Number(place!.position), types, 1)).length > 0) behind.push(name);
      }
      if (behind.length === 0) return;
      if (Date.now() > end) throw new Error(`does not catch up: ${behind.join()}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  async page(viewer: Viewer, variables: object = {}): Promise<any> {
    const given = { first: 100, ...variables };
    return (await this.exchange.query('notifications', viewer, INBOX, given)).notifications;
  }

  async inbox(viewer: Viewer, variables: object = {}): Promise<Told[]> {
    return (await this.page(viewer, variables)).nodes;
  }

  async kinds(viewer: Viewer): Promise<string[]> {
    return (await this.inbox(viewer)).map(({ kind }) => kind).sort();
  }

  /** Somebody with the database's own password changes the first fact of a journal. */
  async tamper(source: Source): Promise<void> {
    const owner = new pg.Client({ connectionString: this.exchange.databaseUrl });
    await owner.connect();
    await owner.query(`UPDATE ${source}.fact SET data = '{}' WHERE seq = 1`);
    await owner.end();
  }

  /** Letters written so far, oldest first. */
  letters(personId?: string): Promise<StoredFact[]> {
    return personId
      ? this.db.factsAbout('notifications', personId, ['LetterWritten'])
      : this.db.facts('notifications', 0, ['LetterWritten'], 1_000);
  }
}
