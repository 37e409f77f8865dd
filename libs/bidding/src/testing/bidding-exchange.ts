import type { AchievementPublished, DepositHeld } from '@stx/contracts';
import {
  domainDataSource,
  DomainDatabase,
  newId,
  schemaOf,
  systemViewer,
  type DomainSchema,
  type Fact,
  type StoredFact,
  type Viewer,
} from '@stx/platform';
import { member, requestId, testDatabase, type TestDatabase } from '@stx/testing';
import { LotDesk } from '../bid/lot-desk.js';
import { biddingSchema } from '../index.js';
import { ROLES } from '../lot/lot-terms.js';
import { BiddingProcess } from './bidding-process.js';

/** The neighbours have nothing but a journal here: the tests write in it what they would have said. */
const NEIGHBOURS: DomainSchema[] = ['achievements', 'settlement'].map((domain) => ({
  domain,
  migrations: [],
}));

export interface LotOptions {
  opensInMs?: number;
  lastsMs?: number;
  reserve?: string;
  windowSeconds?: number;
  extensionSeconds?: number;
  hammerByHand?: boolean;
}

export interface ReadyLot {
  id: string;
  ref: string;
  seller: Viewer;
  broker: Viewer;
  bidders: Viewer[];
}

/** Waits until `look` no longer throws; for what happens by itself. */
export async function eventually<T>(look: () => T | Promise<T>, withinMs = 8_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 15));
    }
  }
}

const ACHIEVEMENT = { titleZh: '叶片防冰涂层', titleEn: 'Ice coating', fieldCode: 'C23' };

const LOT = `id ref state currentPrice { amount } leaderCode bidCount closesAt opensAt publicSequence remainingMs hasReserve
  nextValidBid { amount } myRegistration { id bidderCode state standing } viewerActions finalPrice { amount } winnerCode
  outcomeReason chronicleHead`;

/** A bidding domain with neighbours, and the acts of its people in one line each. */
export class BiddingExchange {
  private constructor(
    readonly database: TestDatabase,
    public process: BiddingProcess,
    private readonly neighbours: Record<string, DomainDatabase>,
  ) {}

  static async start(): Promise<BiddingExchange> {
    const database = await testDatabase([...NEIGHBOURS, biddingSchema]);
    const neighbours: Record<string, DomainDatabase> = {};
    for (const { domain: name } of NEIGHBOURS) {
      const source = await domainDataSource(database.url, name, [], 1).initialize();
      neighbours[name] = new DomainDatabase(schemaOf(name), source);
    }
    return new BiddingExchange(database, await BiddingProcess.start(database.url), neighbours);
  }

  async stop(): Promise<void> {
    for (const { dataSource } of Object.values(this.neighbours)) await dataSource.destroy();
    await this.process.stop();
    await this.database.drop();
  }

  /** The only process stops; another one starts after `downMs`. */
  async restart(downMs: number): Promise<void> {
    await this.process.stop();
    await new Promise((done) => setTimeout(done, downMs));
    this.process = await BiddingProcess.start(this.database.url);
  }

  get db(): DomainDatabase {
    return this.process.get(DomainDatabase);
  }

  query(viewer: Viewer, document: string, variables?: Record<string, unknown>): Promise<any> {
    return this.process.query(viewer, document, variables);
  }

  private async say(neighbour: string, fact: Omit<Fact, 'by'>): Promise<void> {
    const db = this.neighbours[neighbour]!;
    await db.change(async () => db.record({ ...fact, by: systemViewer }));
  }

  /** An achievement of `organizationId` is published; bidding hears of it a little later. */
  async announced(organizationId: string): Promise<string> {
    const id = newId();
    const data: Partial<AchievementPublished> = { organizationId, ...ACHIEVEMENT };
    const fact = { type: 'AchievementPublished', subjectId: id, data: data as AchievementPublished };
    await this.say('achievements', fact);
    return id;
  }

  /** What that fact leads to, without the wait for it. */
  async published(organizationId: string): Promise<string> {
    const id = newId();
    const { titleZh, titleEn, fieldCode } = ACHIEVEMENT;
    const row = [id, organizationId, titleZh, titleEn, fieldCode];
    await this.db.query('INSERT INTO achievement_for_sale VALUES ($1, $2, $3, $4, $5)', row);
    return id;
  }

  async mutate(viewer: Viewer, name: string, input: object, fields = LOT): Promise<any> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const on = name === 'placeBid' ? 'BidAccepted' : name === 'registerToBid' ? 'BidderRegistration' : 'Lot';
    const document = `mutation ($input: ${name.match(/^(pause|resume|hammer|withdraw)/) ? 'LotActionInput' : type}!) {
      ${name}(input: $input) { __typename ... on ${on} { ${fields} } ... on Refusal { code ruleId field message } } }`;
    return (await this.query(viewer, document, { input: { requestId: requestId(), ...input } }))[name];
  }

  async offered(
    options: LotOptions = {},
    seller = member('OFFICER'),
    achievementId?: string,
  ): Promise<{ id: string; ref: string; seller: Viewer }> {
    const lot = await this.mutate(seller, 'offerLot', {
      achievementId: achievementId ?? (await this.published(seller.organizationId!)),
      startPriceAmount: '100000',
      bidStepAmount: '1000',
      depositAmount: '20000',
      reservePriceAmount: options.reserve ?? null,
    });
    return { id: lot.id, ref: lot.ref, seller };
  }

  async scheduled(
    options: LotOptions = {},
    offer?: { id: string; ref: string; seller: Viewer },
  ): Promise<ReadyLot> {
    const { id, ref, seller } = offer ?? (await this.offered(options));
    const broker = member('BROKER');
    const opensAt = Date.now() + (options.opensInMs ?? 800);
    const lot = await this.mutate(broker, 'scheduleLot', {
      lotId: id,
      opensAt: new Date(opensAt).toISOString(),
      closesAt: new Date(opensAt + (options.lastsMs ?? 60_000)).toISOString(),
      extensionWindowSeconds: options.windowSeconds ?? 0,
      extensionSeconds: options.extensionSeconds ?? 0,
      hammerByHand: options.hammerByHand ?? false,
    });
    if (lot.state !== 'SCHEDULED') throw new Error(JSON.stringify(lot));
    return { id, ref, seller, broker, bidders: [] };
  }

  async registered(lotId: string, viewer: Viewer): Promise<string> {
    const input = { lotId, acceptsTerms: true };
    const registration = await this.mutate(viewer, 'registerToBid', input, 'id bidderCode state');
    if (registration.state !== 'REQUESTED') throw new Error(JSON.stringify(registration));
    return registration.id;
  }

  /** Registered, and settlement has said that the deposit is held: bidding hears of it a little later. */
  async deposited(lotId: string, viewer: Viewer): Promise<void> {
    const data: DepositHeld = {
      registrationId: await this.registered(lotId, viewer),
      lotId,
      organizationId: viewer.organizationId!,
      amount: '20000',
      currency: 'CNY',
    };
    await this.say('settlement', { type: 'DepositHeld', subjectId: newId(), data });
  }

  /** Registered and qualified when it returns: what the fact of settlement leads to, without the wait for it. */
  async qualified(lotId: string, viewer = member('BUYER')): Promise<Viewer> {
    await this.deposit(lotId, await this.registered(lotId, viewer));
    return viewer;
  }

  /** The desk hears that the deposit is held, without a detour over settlement. */
  async deposit(lotId: string, bidder: string): Promise<void> {
    const command = {
      type: 'deposit',
      by: ROLES.exchange,
      requestId: requestId(),
      bidder,
      held: '20000',
    } as const;
    await this.process.get(LotDesk).submit(lotId, command, systemViewer);
  }

  /** A lot that is open, with `count` qualified bidders. */
  async live(count: number, options: LotOptions = {}): Promise<ReadyLot> {
    const lot = await this.scheduled({ opensInMs: 800 + count * 60, ...options });
    lot.bidders.push(...(await Promise.all(Array.from({ length: count }, () => this.qualified(lot.id)))));
    await this.reaches(lot, 'LIVE');
    return lot;
  }

  async reaches(lot: { ref: string }, state: string, withinMs?: number): Promise<any> {
    return eventually(async () => {
      const seen = await this.lot(lot.ref);
      if (seen.state !== state) throw new Error(`${lot.ref} is ${seen.state}`);
      return seen;
    }, withinMs);
  }

  async lot(ref: string, viewer: Viewer = member('VISITOR')): Promise<any> {
    return (await this.query(viewer, `query ($ref: String!) { lot(ref: $ref) { ${LOT} } }`, { ref })).lot;
  }

  bid(viewer: Viewer, lotId: string, amount: string, id = requestId()): Promise<any> {
    return this.mutate(viewer, 'placeBid', { requestId: id, lotId, amount }, 'seq hash receivedAt');
  }

  async events(lotId: string): Promise<any[]> {
    const document = 'query ($lotId: ID!) { lotEvents(lotId: $lotId) { n at type data hash } }';
    return (await this.query(member('VISITOR'), document, { lotId })).lotEvents;
  }

  /** What bidding has told the others. */
  facts(...types: string[]): Promise<StoredFact[]> {
    return this.db.facts('bidding', 0, types, 1_000);
  }
}
