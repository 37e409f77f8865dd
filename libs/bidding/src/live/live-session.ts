import type { IncomingMessage } from 'node:http';
import { anonymous, isId, log, Refused, refusalMessage, toRefusal, type Viewer } from '@stx/platform';
import type { Socket } from 'socket.io';
import { refusalOf } from '../bid/desk-refusal.js';
import type { PlaceBid, PlaceBidInput } from '../bid/place-bid.js';
import { TokenBuckets } from '../bid/token-buckets.js';
import { toLiveEvent } from './lot-snapshot.js';
import type { OpenRooms } from './open-rooms.js';

interface Services {
  placeBid: PlaceBid;
  rooms: OpenRooms;
}

type Ack = (answer: object) => void;

/** A viewer is looked up again when this old: a socket must not outlive its session or role by 5 s (S32). */
const VIEWER_MS = 4_000;
const CURRENCY = 'CNY';

/** One socket and its person. Handlers are guard, call, answer. */
export class LiveSession {
  private seenAt = Date.now();
  private readonly messages = new TokenBuckets(20, 40);
  private readonly refresher: NodeJS.Timeout;

  constructor(
    private readonly socket: Socket,
    private viewer: Viewer,
    private readonly viewerOf: (request: IncomingMessage) => Promise<Viewer>,
    private readonly services: Services,
    recheckMs = VIEWER_MS,
  ) {
    this.refresher = setInterval(() => void this.recheck(), recheckMs);
    this.refresher.unref();
    if (viewer.personId === null) clearInterval(this.refresher);
  }

  listen(): void {
    this.on('watch', (input) => this.watch(input));
    this.on('time', async ({ t0 }) => ({ t0, serverTime: new Date().toISOString() }));
    this.on('bid', (input, receivedAt) => this.bid(input, receivedAt));
    this.socket.on('disconnect', () => clearInterval(this.refresher));
  }

  /** Every message has an object and an acknowledgement; a flood of them is answered TOO_MANY. */
  private on(
    name: string,
    handle: (input: Record<string, unknown>, receivedAt: number) => Promise<object>,
  ): void {
    this.socket.on(name, (input: unknown, ack: unknown) => {
      const receivedAt = Date.now();
      if (typeof ack !== 'function' || typeof input !== 'object' || input === null) return;
      const answer = this.messages.take('')
        ? handle(input as Record<string, unknown>, receivedAt)
        : refusedFlood();
      void answer.catch((error: unknown) => this.refusal(error)).then(ack as Ack);
    });
  }

  private async watch({ lotId, after }: Record<string, unknown>): Promise<object> {
    const { rooms } = this.services;
    const lot = isId(lotId) ? await rooms.lots.follow(this.viewer, lotId) : null;
    if (!lot) throw new Refused('NOT_FOUND');
    const registrationId = await rooms.lots.registrationOf(this.viewer, lot.id);
    const room = await rooms.open(lot);
    room.enter(this.socket, registrationId); // first: what happens from here on is pushed
    const from = Number.isSafeInteger(after) ? Math.max(0, after as number) : 0;
    const events = await rooms.eventsAfter(lot.id, from);
    const snapshot = room.snapshot(registrationId);
    return { ok: true, serverTime: snapshot.serverTime, lot: snapshot, events: events.map(toLiveEvent) };
  }

  private async bid(input: Record<string, unknown>, receivedAt: number): Promise<object> {
    if (Date.now() - this.seenAt > VIEWER_MS) await this.refresh();
    const reply = await this.services.placeBid.run(
      this.viewer,
      input as unknown as PlaceBidInput,
      receivedAt,
    );
    if (reply.accepted) return { ...reply, receivedAt: new Date(reply.receivedAt).toISOString() };
    const { code, message, ruleId } = toRefusal(refusalOf(reply, CURRENCY), this.viewer.language);
    return { accepted: false, code, message, ruleId, nextValidBid: reply.nextValidBid ?? null };
  }

  /** Whom nobody can vouch for any more is let go; coming back is looked at anew. */
  private async recheck(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      log.error('live viewer failed', error, { domain: 'bidding' });
      this.socket.disconnect(true);
    }
  }

  private async refresh(): Promise<void> {
    const viewer = await this.viewerOf(this.socket.request);
    const isSame =
      viewer.personId === this.viewer.personId &&
      viewer.organizationId === this.viewer.organizationId &&
      this.viewer.roles.every((role) => viewer.roles.includes(role));
    if (!isSame) this.socket.disconnect(true);
    this.viewer = isSame ? viewer : anonymous(this.viewer.language);
    this.seenAt = Date.now();
  }

  private refusal(error: unknown): object {
    const isExpected = error instanceof Refused;
    if (!isExpected) log.error('live message failed', error, { domain: 'bidding' });
    const code = isExpected ? error.code : 'INTERNAL_ERROR';
    const { language } = this.viewer;
    const message = isExpected ? refusalMessage(code, language, error.details.params) : FAILED[language];
    const ruleId = isExpected ? (error.details.ruleId ?? null) : null;
    return { ok: false, accepted: false, code, message, ruleId, nextValidBid: null };
  }
}

const FAILED = { 'zh-CN': '系统出现问题，请重试。', en: 'Something went wrong. Try again.' };

const refusedFlood = async (): Promise<never> => {
  throw new Refused('TOO_MANY');
};
