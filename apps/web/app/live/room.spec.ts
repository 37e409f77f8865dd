import { hasGap, type LotSnapshot, nextBid, type Room, roomAfter, type WireEvent } from './room';

const room: Room = {
  lotId: 'l',
  currency: 'CNY',
  state: 'LIVE',
  price: null,
  startPrice: '100000000',
  step: '1000000',
  leaderCode: null,
  bidCount: 0,
  opensAt: 0,
  closesAt: 1_000,
  remainingMs: null,
  watchers: null,
  n: 1,
  events: [],
};

const bid = (n: number, price: string, code = '017'): WireEvent => ({
  n,
  at: '2026-11-05T06:00:00.000Z',
  type: 'BID',
  data: { code, price, leader: code, bids: n - 1, closesAt: '2026-11-05T06:10:00.000Z' },
  hash: 'h',
});

const snapshot: LotSnapshot = {
  lotId: 'l',
  state: 'LIVE',
  currentPrice: '105000000',
  leaderCode: '023',
  bidCount: 5,
  closesAt: 2_000,
  nextValidBid: '106000000',
  publicSequence: 6,
  remainingMs: null,
  serverTime: 0,
  watcherCount: 3,
};

test('the next valid bid is the start price, then one step over the current price', () => {
  expect(nextBid(room)).toBe(100000000n);
  expect(nextBid({ ...room, price: '100000000' })).toBe(101000000n);
});

test('bids change price, leader, count and end, newest first', () => {
  const after = roomAfter(room, {
    kind: 'events',
    events: [bid(2, '100000000'), bid(3, '101000000', '023')],
  });
  expect(after).toMatchObject({ n: 3, price: '101000000', leaderCode: '023', bidCount: 2 });
  expect(after.closesAt).toBe(Date.parse('2026-11-05T06:10:00.000Z'));
  expect(after.events.map(({ n }) => n)).toEqual([3, 2]);
});

test('an event that came twice counts once, and one from the future is not applied', () => {
  const once = roomAfter(room, { kind: 'events', events: [bid(2, '100000000')] });
  expect(roomAfter(once, { kind: 'events', events: [bid(2, '100000000'), bid(9, '900000000')] })).toEqual(
    once,
  );
});

test('a missing number is a gap; known and next numbers are not', () => {
  expect(hasGap(room, [bid(2, '1')])).toBe(false);
  expect(hasGap(room, [bid(1, '1'), bid(2, '1')])).toBe(false);
  expect(hasGap(room, [bid(1, '1')])).toBe(false);
  expect(hasGap(room, [bid(3, '1')])).toBe(true);
});

test('a picture of the past does not turn the price back, but still counts watchers', () => {
  const ahead = { ...room, n: 9, price: '109000000' };
  expect(roomAfter(ahead, { kind: 'state', snapshot })).toEqual({ ...ahead, watchers: 3 });
  expect(roomAfter(room, { kind: 'state', snapshot })).toMatchObject({
    price: '105000000',
    leaderCode: '023',
    closesAt: 2_000,
  });
});

test('a page read before the news does not undo it', () => {
  const ahead = { ...room, n: 9, price: '109000000' };
  expect(roomAfter(ahead, { kind: 'loaded', room })).toBe(ahead);
  expect(roomAfter({ ...room, watchers: 4 }, { kind: 'loaded', room: ahead })).toMatchObject({
    n: 9,
    watchers: 4,
  });
});

test('pause keeps the time left, resume sets the end', () => {
  const paused = roomAfter(room, {
    kind: 'events',
    events: [{ n: 2, at: 0, type: 'PAUSED', data: { reason: 'r', remaining: 420_000 }, hash: 'h' }],
  });
  expect(paused).toMatchObject({ state: 'PAUSED', remainingMs: 420_000 });
  const resumed = roomAfter(paused, {
    kind: 'events',
    events: [{ n: 3, at: 0, type: 'RESUMED', data: { closesAt: 5_000 }, hash: 'h' }],
  });
  expect(resumed).toMatchObject({ state: 'LIVE', closesAt: 5_000, remainingMs: null });
});
