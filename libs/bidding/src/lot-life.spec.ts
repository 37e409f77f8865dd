import { anonymous, newId, verifyJournal, type Viewer } from '@stx/platform';
import { member, requestId } from '@stx/testing';
import { BiddingExchange, eventually } from './testing/bidding-exchange.js';

describe('a lot', () => {
  let exchange: BiddingExchange;
  beforeAll(async () => void (exchange = await BiddingExchange.start()), 60_000);
  afterAll(() => exchange.stop());

  it('is offered, scheduled, registered for, bid on, sold, and everybody concerned learns of it', async () => {
    const seller = member('OFFICER');
    const achievementId = await exchange.announced(seller.organizationId!);
    const offer = await eventually(async () => {
      const made = await exchange.offered({}, seller, achievementId);
      expect(made.ref).toMatch(/^L\d{4}-\d{6}$/);
      return made;
    });
    const lot = await exchange.scheduled({ opensInMs: 4_000, lastsMs: 1_500 }, offer);
    const [one, two] = [member('BUYER'), member('BUYER')];
    for (const bidder of [one, two]) {
      await exchange.deposited(lot.id, bidder);
      await eventually(async () => {
        expect(await exchange.lot(lot.ref, bidder)).toMatchObject({ myRegistration: { state: 'QUALIFIED' } });
      });
    }
    await exchange.reaches(lot, 'LIVE');
    const first = await exchange.bid(one!, lot.id, '100000');
    expect(first).toMatchObject({
      __typename: 'BidAccepted',
      seq: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await exchange.bid(two!, lot.id, '101000')).toMatchObject({ seq: 3 });
    expect(await exchange.lot(lot.ref, two)).toMatchObject({
      myRegistration: { standing: 'LEADING' },
      nextValidBid: null,
    });
    expect(await exchange.lot(lot.ref, one)).toMatchObject({
      myRegistration: { standing: 'OUTBID', state: 'QUALIFIED' },
      nextValidBid: { amount: '102000' },
      viewerActions: ['BID'],
    });

    const sold = await exchange.reaches(lot, 'SOLD');
    const { bidderCode } = (await exchange.lot(lot.ref, two)).myRegistration;
    expect(sold).toMatchObject({
      finalPrice: { amount: '101000' },
      winnerCode: bidderCode,
      bidCount: 2,
      publicSequence: 5,
    });
    const events = await exchange.events(lot.id);
    expect(events.map(({ n, type }) => `${n} ${type}`)).toEqual([
      '1 OPENED',
      '2 BID',
      '3 BID',
      '4 CLOSED',
      '5 SOLD',
    ]);
    expect(events[1]!.hash).toBe(first.hash);
    expect(events.at(-1)!.hash).toBe(sold.chronicleHead);
    const [fact] = await exchange.facts('LotSold');
    expect(fact).toMatchObject({
      subjectId: lot.id,
      data: {
        ref: lot.ref,
        buyerId: two!.organizationId,
        sellerId: lot.seller.organizationId,
        finalPrice: '101000',
        fieldCode: 'C23',
      },
    });
    expect(await exchange.facts('LotOpened')).toHaveLength(1);
    expect(await verifyJournal(exchange.db)).toMatchObject({ brokenAt: null });
  }, 20_000);

  it('closes later for a bid in its last moments', async () => {
    const lot = await exchange.live(2, { lastsMs: 1_500, windowSeconds: 5, extensionSeconds: 2 });
    const before = await exchange.lot(lot.ref);
    const { receivedAt } = await exchange.bid(lot.bidders[0]!, lot.id, '100000');
    const { closesAt } = await exchange.lot(lot.ref);
    expect(Date.parse(closesAt)).toBe(Date.parse(receivedAt) + 2_000);
    expect(Date.parse(closesAt)).toBeGreaterThan(Date.parse(before.closesAt));
    await exchange.reaches(lot, 'SOLD');
    const events = await exchange.events(lot.id);
    expect(events.find(({ type }) => type === 'CLOSED').at).toBe(closesAt);
  }, 20_000);

  it('answers a repeated bid as the first time, refusals too, and another bid under its number not at all', async () => {
    const lot = await exchange.live(2);
    const [one, two] = lot.bidders;
    const [good, bad] = [requestId(), requestId()];
    const accepted = await exchange.bid(one!, lot.id, '100000', good);
    const refused = await exchange.bid(two!, lot.id, '100000', bad);
    expect(refused).toMatchObject({
      code: 'TOO_LOW',
      ruleId: 'R27',
      message: expect.stringContaining('1,010.00'),
    });
    await exchange.bid(two!, lot.id, '105000');
    expect(await exchange.bid(one!, lot.id, '100000', good)).toEqual(accepted);
    expect(await exchange.bid(two!, lot.id, '100000', bad)).toEqual(refused);
    expect(await exchange.bid(one!, lot.id, '120000', good)).toMatchObject({ code: 'REQUEST_ID_REUSED' });
    expect(await exchange.bid(one!, lot.id, '106500')).toMatchObject({
      code: 'NOT_ON_STEP',
      field: 'amount',
    });
    expect(await exchange.bid(two!, lot.id, '106000')).toMatchObject({ code: 'SELF_OUTBID', ruleId: 'R28' });
    expect(await exchange.bid(one!, lot.id, '1e5')).toMatchObject({ code: 'BAD_AMOUNT', ruleId: 'R1' });
    expect((await exchange.lot(lot.ref)).bidCount).toBe(2);
  }, 20_000);

  it('decides 64 bidders at once in one order', async () => {
    const lot = await exchange.live(64);
    const replies = await Promise.all(
      lot.bidders.flatMap((bidder, i) =>
        [0, 1, 2].map((round) =>
          exchange.bid(bidder, lot.id, String(100_000 + ((i * 7 + round * 31) % 190) * 1_000)),
        ),
      ),
    );
    const accepted = replies.filter(({ __typename }) => __typename === 'BidAccepted');
    const events = await exchange.db.query<any>(
      'SELECT n, seq, at::float8 AS at, type, data, hash FROM lot_event WHERE lot_id = $1 ORDER BY seq',
      [lot.id],
    );
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(events.every(({ at }, i) => i === 0 || at >= events[i - 1]!.at)).toBe(true);
    const bids = events.filter(({ type }) => type === 'BID');
    expect(bids.map(({ n }) => n).sort()).toEqual(accepted.map(({ seq }) => seq).sort());
    expect(bids.every(({ data }, i) => i === 0 || BigInt(data.price) > BigInt(bids[i - 1]!.data.price))).toBe(
      true,
    );
    expect(
      replies.filter(({ code }) => code).every(({ code }) => ['TOO_LOW', 'SELF_OUTBID'].includes(code)),
    ).toBe(true);
  }, 30_000);

  it('stands still while its broker has paused it', async () => {
    const lot = await exchange.live(1, { lastsMs: 60_000 });
    const act = (name: string, reason?: string) =>
      exchange.mutate(lot.broker, name, { lotId: lot.id, reason });
    await expect(act('pauseLot')).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'reason' });
    const paused = await act('pauseLot', 'Two screens disagree');
    expect(paused).toMatchObject({
      state: 'PAUSED',
      closesAt: null,
      remainingMs: expect.any(Number),
      viewerActions: ['RESUME', 'WITHDRAW'],
    });
    expect(await exchange.bid(lot.bidders[0]!, lot.id, '100000')).toMatchObject({ code: 'LOT_PAUSED' });
    const resumed = await act('resumeLot');
    expect(resumed).toMatchObject({ state: 'LIVE', remainingMs: null });
    const events = await exchange.events(lot.id);
    expect(Date.parse(resumed.closesAt)).toBe(Date.parse(events[2]!.at) + paused.remainingMs);
    const [fact] = await exchange.facts('LotPaused');
    expect(fact).toMatchObject({ actorId: lot.broker.personId, reason: 'Two screens disagree' });
    expect(await act('withdrawLot', 'The seller has died')).toMatchObject({
      state: 'WITHDRAWN',
      outcomeReason: 'The seller has died',
    });
    expect((await exchange.facts('LotEndedWithoutSale')).at(-1)).toMatchObject({
      subjectId: lot.id,
      data: { reason: 'The seller has died' },
    });
    expect(await exchange.bid(lot.bidders[0]!, lot.id, '100000')).toMatchObject({ code: 'LOT_NOT_OPEN' });
  }, 20_000);

  it('waits for the hammer of its own broker', async () => {
    const lot = await exchange.live(1, { lastsMs: 700, hammerByHand: true });
    await exchange.bid(lot.bidders[0]!, lot.id, '100000');
    await exchange.reaches(lot, 'CLOSED');
    const strange = exchange.mutate(member('BROKER'), 'hammerLot', { lotId: lot.id });
    await expect(strange).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await exchange.mutate(lot.broker, 'hammerLot', { lotId: lot.id })).toMatchObject({
      state: 'SOLD',
      finalPrice: { amount: '100000' },
    });
  }, 20_000);

  it('takes no bid of its own side, of strangers, or without a deposit', async () => {
    const lot = await exchange.scheduled();
    const seller = { ...lot.seller, roles: ['BUYER'] };
    const register = (viewer: Viewer, acceptsTerms = true) =>
      exchange.mutate(viewer, 'registerToBid', { lotId: lot.id, acceptsTerms }, 'id bidderCode state');
    expect(await register(seller)).toMatchObject({ code: 'SELF_BID' });
    expect(await register({ ...lot.broker, roles: ['BUYER'] })).toMatchObject({ code: 'SELF_BID' });
    const poor = member('BUYER');
    expect(await register(poor, false)).toMatchObject({ code: 'TERMS_NOT_ACCEPTED' });
    const registration = await register(poor);
    expect(registration).toMatchObject({
      state: 'REQUESTED',
      bidderCode: expect.stringMatching(/^\d{3}[A-Z]$/),
    });
    expect(await register(poor)).toMatchObject({ code: 'ALREADY_REGISTERED' });
    await exchange.qualified(lot.id);
    await exchange.reaches(lot, 'LIVE');
    expect(await exchange.bid(seller, lot.id, '100000')).toMatchObject({ code: 'SELF_BID' });
    expect(await exchange.bid(poor, lot.id, '100000')).toMatchObject({
      code: 'NOT_QUALIFIED',
      ruleId: 'R12',
    });
    expect(await exchange.bid(member('BUYER'), lot.id, '100000')).toMatchObject({
      code: 'UNKNOWN_PARTICIPANT',
    });
    await expect(exchange.bid(anonymous(), lot.id, '100000')).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    expect(await register(member('BUYER'))).toMatchObject({ code: 'REGISTRATION_CLOSED' });
  }, 20_000);

  it('ends unsold without a qualified bidder', async () => {
    const lot = await exchange.scheduled({ opensInMs: 300 });
    expect(await exchange.reaches(lot, 'UNSOLD')).toMatchObject({
      outcomeReason: 'NO_QUALIFIED_BIDDER',
      currentPrice: null,
    });
  });

  it('can be offered by the holder of a published achievement only', async () => {
    const achievementId = await exchange.published(newId());
    const input = { achievementId, startPriceAmount: '100000', bidStepAmount: '1000', depositAmount: '0' };
    expect(await exchange.mutate(member('OFFICER'), 'offerLot', input)).toMatchObject({
      code: 'ACHIEVEMENT_NOT_YOURS',
    });
    await expect(exchange.mutate(member('BUYER'), 'offerLot', input)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const wrong = { ...input, startPriceAmount: '-5' };
    expect(await exchange.mutate(member('OFFICER'), 'offerLot', wrong)).toMatchObject({
      code: 'BAD_AMOUNT',
      field: 'startPriceAmount',
    });
  });

  it('is seen by its seller and by brokers until it is announced', async () => {
    const { ref, seller } = await exchange.offered();
    const broker = member('BROKER');
    expect(await exchange.lot(ref)).toBeNull();
    expect(await exchange.lot(ref, seller)).toMatchObject({ state: 'SUBMITTED', viewerActions: [] });
    expect(await exchange.lot(ref, broker)).toMatchObject({ viewerActions: ['SCHEDULE'] });
    const refs = async (viewer: Viewer, query: string) =>
      Object.values<any>(await exchange.query(viewer, query))[0].nodes.map(
        (node: { ref: string }) => node.ref,
      );
    expect(await refs(broker, '{ lotQueue(first: 100) { nodes { ref } } }')).toContain(ref);
    expect(await refs(member('BUYER'), '{ lots(first: 100, state: [SUBMITTED]) { nodes { ref } } }')).toEqual(
      [],
    );
    expect(await refs(seller, '{ lots(state: [SUBMITTED]) { nodes { ref } } }')).toEqual([ref]);
  });

  it('keeps a chronicle that its own role cannot rewrite', async () => {
    await expect(exchange.db.query('UPDATE lot_event SET at = 0')).rejects.toThrow(/permission denied/);
    await expect(exchange.db.query('DELETE FROM lot_reply')).rejects.toThrow(/permission denied/);
  });
});
