import { newId, systemViewer } from '@stx/platform';
import { member, requestId } from '@stx/testing';
import fc from 'fast-check';
import { ConfirmPayment } from './deal/confirm-payment.js';
import { ConfirmDeposit } from './deposit/confirm-deposit.js';
import { LedgerCheck } from './ledger/ledger-check.js';
import { SpecBidding } from './spec-bidding.js';

const LOTS = 2;
const BIDDERS = 3;
const lot = fc.nat(LOTS - 1);
const bidder = fc.nat(BIDDERS - 1);
const amount = fc.bigInt(1n, 900_000n).map(String);

/** What may happen, in any order, sensible or not. */
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('register' as const),
      lot,
      bidder,
      amount: fc.oneof({ weight: 9, arbitrary: amount }, fc.constant('0')),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('deposit' as const), nth: fc.nat(9), isExact: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('sell' as const), lot, bidder, amount }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('endUnsold' as const), lot }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('pay' as const), nth: fc.nat(3), line: fc.nat(20) }) },
);

describe('any sequence of deposits, sales and releases', () => {
  const operator = member('OPERATOR');
  let spec: SpecBidding;
  beforeAll(async () => void (spec = await SpecBidding.start()), 60_000);
  afterAll(() => spec.stop());

  async function nth<Row>(sql: string, lots: string[], n: number): Promise<Row | undefined> {
    const rows = await spec.settlement.query<Row>(sql, [lots]);
    return rows[n % rows.length];
  }

  it('leaves the ledger balanced and every ended deposit ended', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), async (acts) => {
        const lots = Array.from({ length: LOTS }, newId);
        const bidders = Array.from({ length: BIDDERS }, newId);
        for (const step of acts) {
          if (step.act === 'register')
            await spec.register(lots[step.lot]!, bidders[step.bidder]!, step.amount);
          if (step.act === 'sell')
            await spec.sell(lots[step.lot]!, newId(), bidders[step.bidder]!, step.amount);
          if (step.act === 'endUnsold') await spec.endWithoutSale(lots[step.lot]!);
          if (step.act === 'deposit') {
            const deposit = await nth<any>(
              'SELECT id, amount FROM deposit WHERE lot_id = ANY ($1) ORDER BY id',
              lots,
              step.nth,
            );
            const input = {
              requestId: requestId(),
              amount: step.isExact ? deposit?.amount : '900001',
              bankReference: newId(),
            };
            if (deposit)
              await spec.exchange.get(ConfirmDeposit).run(operator, { ...input, depositId: deposit.id });
          }
          if (step.act === 'pay') {
            const deal = await nth<any>(
              `SELECT d.id, sum(e.amount)::text AS due FROM deal d JOIN ledger_entry e ON e.account = 'BUYER_RECEIVABLE:' || d.id
                WHERE lot_id = ANY ($1) GROUP BY d.id`,
              lots,
              step.nth,
            );
            const input = {
              requestId: requestId(),
              amount: deal?.due,
              bankReference: `${lots[0]} ${step.line}`,
            };
            if (deal) await spec.exchange.get(ConfirmPayment).run(operator, { ...input, dealId: deal.id });
          }
          expect(await spec.exchange.get(LedgerCheck).run(systemViewer)).toMatchObject({ isBalanced: true });
        }
        const left = await spec.settlement.query(
          "SELECT 1 FROM deposit JOIN ended_lot USING (lot_id) WHERE state = 'HELD'",
        );
        expect(left).toEqual([]);
        expect(await spec.settlement.query('SELECT 1 FROM dead_letter')).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);
});
