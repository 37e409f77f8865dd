import { newId, systemViewer } from '@stx/platform';
import pg from 'pg';
import { LedgerCheck } from './ledger-check.js';
import { WatchLedger } from './watch-ledger.js';
import { SpecBidding } from '../spec-bidding.js';

describe('the ledger in the database', () => {
  let spec: SpecBidding;
  /** The database's owner: no trigger is weaker for it. */
  let owner: pg.Client;
  beforeAll(async () => {
    spec = await SpecBidding.start();
    owner = new pg.Client({ connectionString: spec.exchange.databaseUrl });
    await owner.connect();
    await owner.query('SET search_path TO settlement, public');
    await owner.query(`INSERT INTO ledger_account VALUES ('BANK', 'CNY'), ('BANK', 'HKD'), ('OTHER', 'CNY')`);
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await spec.stop();
  });
  afterEach(() => owner.query('ROLLBACK'));

  async function post(...entries: [account: string, currency: string, amount: string][]): Promise<string> {
    const id = newId();
    await owner.query(`INSERT INTO journal (id, kind, at) VALUES ($1, 'TEST', now())`, [id]);
    for (const [position, entry] of entries.entries()) {
      await owner.query('INSERT INTO ledger_entry VALUES ($1, $2, $3, $4, $5)', [id, position, ...entry]);
    }
    return id;
  }

  it.each([
    [
      'that does not sum to zero',
      [
        ['BANK', 'CNY', '5'],
        ['OTHER', 'CNY', '-4'],
      ],
    ],
    [
      'in two currencies',
      [
        ['BANK', 'CNY', '5'],
        ['BANK', 'HKD', '-5'],
      ],
    ],
    ['without entries', []],
    ['of one entry', [['BANK', 'CNY', '5']]],
  ] as [string, [string, string, string][]][])('refuses at COMMIT a journal %s', async (_, entries) => {
    await owner.query('BEGIN');
    await post(...entries);
    await expect(owner.query('COMMIT')).rejects.toMatchObject({ code: '23514' });
  });

  it('refuses an entry added to a posted journal', async () => {
    await owner.query('BEGIN');
    const id = await post(['BANK', 'CNY', '5'], ['OTHER', 'CNY', '-5']);
    await owner.query('COMMIT');
    await expect(
      owner.query(`INSERT INTO ledger_entry VALUES ($1, 9, 'BANK', 'CNY', 1)`, [id]),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it.each([
    'UPDATE ledger_entry SET amount = amount + 1',
    'DELETE FROM ledger_entry',
    'TRUNCATE ledger_entry',
    `UPDATE journal SET kind = 'x'`,
    'DELETE FROM journal',
    'TRUNCATE journal CASCADE',
    `UPDATE ledger_account SET currency = 'USD'`,
    'DELETE FROM ledger_account',
  ])('refuses %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toMatchObject({ code: '23001' });
    await expect(spec.settlement.query(sql)).rejects.toThrow(/only grows|permission denied/);
  });

  it('is found out of balance when somebody got past the triggers', async () => {
    const check = () => spec.exchange.get(LedgerCheck).run(systemViewer);
    expect((await check()).isBalanced).toBe(true);
    await owner.query(`SET session_replication_role = 'replica'`);
    const id = await post(['BANK', 'CNY', '5'], ['OTHER', 'CNY', '-4']);
    expect((await check()).isBalanced).toBe(false);
    const watch = spec.exchange.get(WatchLedger);
    const told = () =>
      spec.settlement.query<{ type: string }>(
        `SELECT type FROM fact WHERE type LIKE 'LedgerCheck%' ORDER BY seq`,
      );
    await watch.run();
    await watch.run();
    expect(await told()).toEqual([{ type: 'LedgerCheckFailed' }]);
    await owner.query('UPDATE ledger_entry SET amount = -5 WHERE amount = -4');
    expect((await check()).isBalanced).toBe(true);
    await watch.run();
    expect(await told()).toHaveLength(2);
    await owner.query(
      `UPDATE ledger_entry SET account = 'DEPOSITS_HELD:' || $2 WHERE journal_id = $1 AND amount = -5`,
      [id, newId()],
    );
    expect((await check()).isBalanced).toBe(false);
  });
});
