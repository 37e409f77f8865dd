import { nextValidBid, serializeState, type Command, type LotState } from '@stx/auction-rules';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, systemViewer } from '@stx/platform';
import type { ChronicleLine } from '../chronicle/chronicle-line.js';
import { SignHead } from '../chronicle/sign-head.js';
import { boardOf, type LotBoard } from '../lot/lot-board.js';
import type { LotState as LotRowState } from '../lot/lot.entity.js';
import { ROLES } from '../lot/lot-terms.js';
import {
  decideBatch,
  type AnsweredCommand,
  type Ask,
  type DecidedBatch,
  type DecidedEvent,
} from './decide-batch.js';
import type { DeskReply } from './desk-reply.js';
import { lockLot, type DeskRow } from './desk-row.js';
import { LotFacts } from './lot-facts.js';
import { LotStates } from './lot-states.js';
import { Pulse } from './pulse.js';
import { STORE_BATCH } from './store-batch.js';

/** What has become of a lot by one commit. */
export interface LotChange {
  lotId: string;
  board: LotBoard;
  /** At least one. */
  lines: ChronicleLine[];
  /** Minor units a bidder may bid least; without one, anybody who is admitted. */
  nextBid(registrationId: string | null): bigint | null;
}

export interface Committed {
  answers: DeskReply[];
  /** Null when nothing was written. */
  change: LotChange | null;
}

/** `next` is remembered after COMMIT only. */
type Decided = Committed & { next?: { state: LotState; version: number } };

const FINAL: ReadonlySet<LotRowState> = new Set(['SOLD', 'UNSOLD', 'WITHDRAWN']);

/** One group commit: everything that follows from a batch of commands, in one transaction under the lot's lock. */
@Injectable()
export class CommitBatch {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotStates) private readonly states: LotStates,
    @Inject(LotFacts) private readonly facts: LotFacts,
    @Inject(Pulse) private readonly pulse: Pulse,
    @Inject(SignHead) private readonly signHead: SignHead,
  ) {}

  async run(lotId: string, asks: Ask[]): Promise<Committed> {
    const done = await this.db.change(async (): Promise<Decided> => {
      const row = await lockLot(this.db, lotId);
      const state = row && (await this.states.at(lotId, row.version));
      if (!row || !state)
        return { answers: asks.map(({ command }) => refusedUnscheduled(command)), change: null };
      return this.decide(row, state, asks);
    });
    if (done.next) this.states.remember(lotId, done.next.version, done.next.state);
    return { answers: done.answers, change: done.change };
  }

  private async decide(row: DeskRow, state: LotState, asks: Ask[]): Promise<Decided> {
    const outage = this.outageOf(row);
    const all = outage ? [outage, ...asks] : asks;
    const batch = decideBatch(state, all, await this.known(row.id, all), row.head);
    const answers = outage ? batch.answers.slice(1) : batch.answers;
    if (batch.events.length === 0 && batch.answered.length === 0) return { answers, change: null };
    const board = boardOf(batch.state);
    const registrations = registrationsOf(batch.state, batch.events);
    await this.store(row, batch, board, registrations);
    const qualified = new Set(registrations.filter(({ isQualified }) => isQualified).map(({ id }) => id));
    await this.facts.record(row, batch.events, qualified);
    const { state: after } = batch;
    const lines = batch.events.flatMap(({ line }) => line ?? []);
    const nextBid = (registrationId: string | null) => nextValidBid(after, registrationId);
    const change: LotChange | null = lines.length > 0 ? { lotId: row.id, board, lines, nextBid } : null;
    return { answers, change, next: { state: after, version: row.version + 1 } };
  }

  /** The clock stood while the exchange was down: the lot hears of it before anything else (R26). */
  private outageOf({ state, lastAt, terms }: DeskRow): Ask | null {
    const outage = this.pulse.outageSince(lastAt);
    if (!outage || FINAL.has(state)) return null;
    if (state === 'SCHEDULED' && terms!.opensAt >= outage.to) return null;
    const command = {
      type: 'outage',
      by: ROLES.exchange,
      requestId: `outage-${outage.to}`,
      ...outage,
    } as const;
    return { command, by: systemViewer, receivedAt: outage.to };
  }

  private async known(lotId: string, asks: Ask[]): Promise<AnsweredCommand[]> {
    const keys = asks.flatMap(({ command }) => (command.type === 'tick' ? [] : [command]));
    if (keys.length === 0) return [];
    return this.db.query<AnsweredCommand>(
      `SELECT participant AS by, request_id AS "requestId", content, reply, answer
         FROM lot_reply JOIN unnest($2::text[], $3::text[]) AS asked (participant, request_id)
              USING (participant, request_id)
        WHERE lot_id = $1`,
      [lotId, keys.map(({ by }) => by), keys.map(({ requestId }) => requestId)],
    );
  }

  /** Events, replies, registrations and the lot in one statement. @throws when the lock did not hold */
  private async store(
    row: DeskRow,
    { state, events, answered }: DecidedBatch,
    board: LotBoard,
    registrations: ReturnType<typeof registrationsOf>,
  ): Promise<void> {
    const last = events.findLast(({ line }) => line)?.line;
    const [publicN, head] = last ? [last.seq, last.hash] : [row.publicN, row.head];
    const lastAt = state.ledger.lastCommandAt!;
    const stored = await this.db.query(STORE_BATCH, [
      row.id,
      JSON.stringify(
        events.map(({ event, line }) => ({ ...line, seq: event.seq, at: event.at, event, n: line?.seq })),
      ),
      JSON.stringify(answered),
      JSON.stringify(registrations),
      JSON.stringify({ ...board, publicN, head, lastAt, seq: state.seq, version: row.version }),
      JSON.stringify(serializeState(state, { replies: false })),
      FINAL.has(board.state) ? JSON.stringify(this.signHead.run(row.terms!, publicN, head, lastAt)) : null,
    ]);
    if (stored.length !== 1) throw new Error('the lot changed under its lock');
  }
}

/** What the batch has changed of registrations. A deposit that comes after the opening no longer qualifies (R12). */
function registrationsOf({ qualifiedAtOpening, lot }: LotState, events: DecidedEvent[]) {
  return events.flatMap(({ event }) => {
    if (event.type === 'BID') return { id: event.data.bidder, hasBid: true, isQualified: false };
    if (event.type !== 'DEPOSIT_SET') return [];
    const { bidder: id, held } = event.data;
    const isInTime = qualifiedAtOpening === null || qualifiedAtOpening.has(id);
    return { id, held, hasBid: false, isQualified: isInTime && BigInt(held) >= lot.depositRequired };
  });
}

const refusedUnscheduled = (command: Command): DeskReply => ({
  accepted: false,
  code: command.type === 'bid' ? 'LOT_NOT_OPEN' : 'WRONG_PHASE',
});
