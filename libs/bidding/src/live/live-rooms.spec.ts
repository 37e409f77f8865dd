import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anonymous, type Viewer } from '@stx/platform';
import { requestId } from '@stx/testing';
import { io, type Socket } from 'socket.io-client';
import { BiddingExchange, eventually, type ReadyLot } from '../testing/bidding-exchange.js';
import { LiveRooms, type RunningLiveRooms } from './live-rooms.js';

const OWN = 'http://exchange.test';

interface Follower {
  socket: Socket;
  events: any[];
  states: any[];
  ask(name: string, input: object): Promise<any>;
}

describe('live rooms', () => {
  let exchange: BiddingExchange;
  let server: Server;
  let live: RunningLiveRooms;
  let url: string;
  const people = new Map<string, Viewer>();
  const open: Socket[] = [];

  beforeAll(async () => {
    exchange = await BiddingExchange.start();
    server = createServer((_, response) => response.writeHead(404).end());
    live = exchange.process.get(LiveRooms).attach(server, {
      viewerOf: async ({ headers }) => people.get(String(headers['x-test-person'])) ?? anonymous('en'),
      allowedOrigins: new Set([OWN]),
      recheckMs: 50,
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, 60_000);

  afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
  afterAll(async () => {
    await live.close();
    server.close();
    await exchange.stop();
  });

  const connect = (viewer: Viewer | null, headers: Record<string, string> = { origin: OWN }): Socket => {
    if (viewer) people.set(viewer.personId!, viewer);
    const extraHeaders = { ...headers, 'x-test-person': viewer?.personId ?? '' };
    const socket = io(url, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
    open.push(socket);
    return socket;
  };

  const follow = (viewer: Viewer | null): Follower => {
    const socket = connect(viewer);
    const follower: Follower = {
      socket,
      events: [],
      states: [],
      ask: (name, input) => socket.timeout(5_000).emitWithAck(name, input),
    };
    socket.on('lot:events', ({ events }) => follower.events.push(...events));
    socket.on('lot:state', (state) => follower.states.push(state));
    return follower;
  };

  const bid = (follower: Follower, lot: ReadyLot, amount: string, id = requestId()) =>
    follower.ask('bid', { requestId: id, lotId: lot.id, amount });

  it('passes bids on to bidders and watchers, and lets a late one catch up', async () => {
    const lot = await exchange.live(2);
    const [one, two] = lot.bidders.map((bidder) => follow(bidder)) as [Follower, Follower];
    const watcher = follow(null);
    for (const follower of [one, two, watcher]) {
      const seen = await follower.ask('watch', { lotId: lot.id, after: 0 });
      expect(seen).toMatchObject({
        ok: true,
        lot: { state: 'LIVE', nextValidBid: '100000', publicSequence: 1 },
      });
      expect(seen.events).toMatchObject([{ n: 1, type: 'OPENED', data: { hasReserve: false } }]);
    }
    const id = requestId();
    const accepted = await bid(one, lot, '100000', id);
    expect(accepted).toMatchObject({ accepted: true, seq: 2, receivedAt: expect.stringMatching(/Z$/) });
    expect(await bid(one, lot, '100000', id)).toEqual(accepted);
    expect(await bid(two, lot, '100000')).toMatchObject({
      accepted: false,
      code: 'TOO_LOW',
      ruleId: 'R27',
      nextValidBid: '101000',
      message: 'Too low. The least valid bid is CNY 1,010.00.',
    });
    for (const follower of [one, two, watcher]) {
      await eventually(() =>
        expect(follower.events).toMatchObject([{ n: 2, type: 'BID', hash: accepted.hash }]),
      );
    }
    await eventually(() =>
      expect(one.states.at(-1)).toMatchObject({ currentPrice: '100000', nextValidBid: null }),
    );
    await eventually(() => expect(two.states.at(-1)).toMatchObject({ bidCount: 1, nextValidBid: '101000' }));
    await eventually(() =>
      expect(watcher.states.at(-1)).toMatchObject({ watcherCount: 3, nextValidBid: '101000' }),
    );

    watcher.socket.disconnect();
    await bid(two, lot, '101000');
    await bid(one, lot, '102000');
    const back = await follow(null).ask('watch', { lotId: lot.id, after: 2 });
    expect(back.events.map(({ n }: { n: number }) => n)).toEqual([3, 4]);
    expect(back.lot).toMatchObject({ publicSequence: 4, currentPrice: '102000' });
  }, 20_000);

  it('gives watchers at most ten messages of a kind a second, and loses none of the events', async () => {
    const lot = await exchange.live(4);
    const bidders = lot.bidders.map((bidder) => follow(bidder));
    const watcher = follow(null);
    await watcher.ask('watch', { lotId: lot.id, after: 0 });
    let messages = 0;
    watcher.socket.on('lot:events', () => messages++);
    const started = performance.now();
    for (let i = 0; i < 40; i++) await bid(bidders[i % 4]!, lot, String(100_000 + i * 1_000));
    await eventually(() =>
      expect(watcher.events.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, i) => i + 2)),
    );
    expect(messages).toBeLessThanOrEqual((performance.now() - started) / 100 + 2);
  }, 20_000);

  it('turns other sites away', async () => {
    const failure = await new Promise<Error>((done) =>
      connect(null, { origin: 'https://evil.test' }).on('connect_error', done),
    );
    expect(failure.message).toMatch(/websocket error/);
  });

  it('shows nobody how many follow a lot before it opens, and no offer at all', async () => {
    const { id } = await exchange.scheduled({ opensInMs: 60_000 });
    const seen = await follow(null).ask('watch', { lotId: id, after: 0 });
    expect(seen.lot).toMatchObject({ state: 'SCHEDULED', watcherCount: null, nextValidBid: null });
    const offer = await exchange.offered();
    expect(await follow(null).ask('watch', { lotId: offer.id, after: 0 })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    });
  });

  it('asks visitors who bid to sign in', async () => {
    const lot = await exchange.live(1);
    expect(await bid(follow(null), lot, '100000')).toMatchObject({
      accepted: false,
      code: 'SIGN_IN_REQUIRED',
    });
  }, 20_000);

  it('slows a flood of one bidder down, not the other', async () => {
    const lot = await exchange.live(2);
    const [one, two] = lot.bidders.map((bidder) => follow(bidder)) as [Follower, Follower];
    const answers = await Promise.all(Array.from({ length: 60 }, () => bid(one, lot, '1')));
    expect(answers.filter(({ code }) => code === 'TOO_MANY').length).toBeGreaterThan(10);
    expect(await bid(two, lot, '100000')).toMatchObject({ accepted: true });
  }, 20_000);

  it('holds at most five sockets of one account', async () => {
    const { bidders } = await exchange.live(1);
    const held = Array.from({ length: 5 }, () => connect(bidders[0]!));
    await Promise.all(held.map((socket) => new Promise<void>((done) => socket.on('connect', done))));
    const failure = await new Promise<Error>((done) => connect(bidders[0]!).on('connect_error', done));
    expect(failure.message).toBe('TOO_MANY');
  }, 20_000);

  it("closes the sockets of whoever signs out or loses a role, and nobody else's", async () => {
    const { bidders } = await exchange.live(2);
    const [one, two] = bidders as [Viewer, Viewer];
    const gone = (viewer: Viewer) => new Promise<string>((done) => connect(viewer).on('disconnect', done));
    const stays = connect(null);
    await new Promise<void>((done) => stays.on('connect', done));
    const closed = [gone(one), gone({ ...two, roles: [...two.roles, 'OFFICER'] })];
    await eventually(() => expect(open.every(({ connected }) => connected)).toBe(true));
    people.delete(one.personId!); // signed out
    people.set(two.personId!, two); // an officer no longer
    expect(await Promise.all(closed)).toEqual(['io server disconnect', 'io server disconnect']);
    expect(stays.connected).toBe(true);
  }, 20_000);

  it('tells its time', async () => {
    const { t0, serverTime } = await follow(null).ask('time', { t0: 17 });
    expect(t0).toBe(17);
    expect(Math.abs(Date.parse(serverTime) - Date.now())).toBeLessThan(1_000);
  });
});
