import { canonicalJson, type Json, type PlatformOptions } from '@stx/platform';
import { BiddingExchange, type ReadyLot } from '../testing/bidding-exchange.js';
import { ExportChronicle } from './export-chronicle.js';
import { lineHash, termsHash, type ChronicleLine } from './chronicle-line.js';
import { SignHead, type SignedHead } from './sign-head.js';
import { verifyChronicle } from './verify-chronicle.js';

describe('the bid chronicle', () => {
  let exchange: BiddingExchange;
  let lot: ReadyLot;
  let lines: string[];
  let receipt: { seq: number; hash: string };

  beforeAll(async () => {
    exchange = await BiddingExchange.start();
    lot = await exchange.live(2, {
      lastsMs: 1_500,
      reserve: '101000',
      windowSeconds: 5,
      extensionSeconds: 1,
    });
    receipt = await exchange.bid(lot.bidders[0]!, lot.id, '100000');
    await exchange.mutate(lot.broker, 'pauseLot', { lotId: lot.id, reason: 'A question' });
    await exchange.mutate(lot.broker, 'resumeLot', { lotId: lot.id });
    await exchange.bid(lot.bidders[1]!, lot.id, '103000');
    await exchange.reaches(lot, 'SOLD');
    lines = await exchange.process.get(ExportChronicle).run(lot.ref);
  }, 60_000);
  afterAll(() => exchange.stop());

  const parsed = () => lines.slice(0, -1).map((line) => JSON.parse(line) as ChronicleLine);

  /** What an insider would do: change the record and make every hash fit again. */
  const forged = (signer: SignHead, change: (events: ChronicleLine[]) => void): string[] => {
    const events = parsed();
    change(events);
    const { terms, at } = JSON.parse(lines.at(-1)!) as SignedHead;
    let prev = termsHash(terms);
    events.forEach((event, i) => {
      event.seq = i + 1;
      event.prev = prev;
      prev = event.hash = lineHash(event);
    });
    const head = signer.run(terms, events.length, prev, at);
    return [...events, head].map((line) => canonicalJson(line as unknown as Json));
  };

  it('verifies offline, with its result', () => {
    const { publicKey } = exchange.process.get(SignHead);
    expect(verifyChronicle(lines, { publicKey, receipts: [receipt] })).toMatchObject({
      verifies: true,
      fault: null,
      lot: lot.ref,
      events: 7,
      result: { state: 'SOLD', price: '103000', reason: null },
    });
    expect(parsed().map(({ type }) => type)).toEqual([
      'OPENED',
      'BID',
      'PAUSED',
      'RESUMED',
      'BID',
      'CLOSED',
      'SOLD',
    ]);
  });

  it('does not verify after any one byte is changed', () => {
    const text = lines.join('\n');
    for (let i = 0; i < text.length; i++) {
      const other = text[i] === '1' ? '2' : '1';
      const changed = text.slice(0, i) + other + text.slice(i + 1);
      expect([i, verifyChronicle(changed.split('\n')).verifies]).toEqual([i, false]);
    }
  }, 60_000);

  it('does not verify with a line missing, moved or cut off', () => {
    expect(verifyChronicle(lines.toSpliced(2, 1))).toMatchObject({ fault: 'CHAIN', line: 3 });
    expect(verifyChronicle(lines.toSpliced(1, 2, lines[2]!, lines[1]!))).toMatchObject({
      fault: 'CHAIN',
      line: 2,
    });
    expect(verifyChronicle(lines.toSpliced(5, 2))).toMatchObject({ fault: 'HEAD' });
    expect(verifyChronicle(lines.slice(0, -1)).verifies).toBe(false);
    expect(verifyChronicle([]).verifies).toBe(false);
  });

  it('does not verify when somebody else, or the exchange itself, has written it anew', () => {
    const own = exchange.process.get(SignHead);
    const other = new SignHead({ secret: 'another installation' } as PlatformOptions);
    const { publicKey } = own;
    const dropPause = (events: ChronicleLine[]) => void events.splice(2, 2);
    expect(
      verifyChronicle(
        forged(own, () => undefined),
        { publicKey },
      ).verifies,
    ).toBe(true);
    expect(
      verifyChronicle(
        forged(other, () => undefined),
        { publicKey },
      ),
    ).toMatchObject({ fault: 'HEAD' });
    expect(verifyChronicle(forged(own, dropPause), { publicKey })).toMatchObject({ fault: 'RULES' });
    const otherWinner = (events: ChronicleLine[]) =>
      void (events.at(-1)!.data['winner'] = events[1]!.data['code']!);
    expect(verifyChronicle(forged(own, otherWinner), { publicKey })).toMatchObject({
      fault: 'RULES',
      line: 7,
    });
    const laterBid = (events: ChronicleLine[]) => void (events[1]!.at += 1);
    const receipts = [receipt];
    expect(verifyChronicle(forged(own, laterBid), { receipts })).toMatchObject({
      fault: expect.stringMatching(/RECEIPT|RULES/),
    });
  });

  it('does not verify when it was written anew behind a hash that somebody has seen', () => {
    const own = exchange.process.get(SignHead);
    const seen = parsed()[3]!.hash;
    const { publicKey } = own;
    // the exchange, with its own key and by the rules: the first bid a moment later, all else made to fit
    const anew = forged(own, (events) => void (events[1]!.at += 1));
    expect(verifyChronicle(lines, { publicKey, heads: [seen, parsed().at(-1)!.hash] })).toMatchObject({
      verifies: true,
    });
    expect(verifyChronicle(anew, { publicKey }).verifies).toBe(true);
    expect(verifyChronicle(anew, { publicKey, heads: [seen] })).toMatchObject({
      fault: 'REWRITTEN',
      line: anew.length,
    });
  });

  it('is published when the lot has ended', async () => {
    const { ref } = await exchange.scheduled({ opensInMs: 60_000 });
    const chronicle = exchange.process.get(ExportChronicle);
    await expect(chronicle.run(ref)).rejects.toMatchObject({ code: 'LOT_NOT_ENDED' });
    await expect(chronicle.run('L2026-999999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const unsold = await exchange.scheduled({ opensInMs: 200 });
    await exchange.reaches(unsold, 'UNSOLD');
    expect(verifyChronicle(await chronicle.run(unsold.ref))).toMatchObject({
      verifies: true,
      result: { reason: 'NO_QUALIFIED_BIDDER' },
    });
  });
});
