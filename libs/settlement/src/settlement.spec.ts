import {
  anonymous,
  DomainDatabase,
  domainDataSource,
  newId,
  rewind,
  systemViewer,
  verifyJournal,
} from '@stx/platform';
import { member, requestId } from '@stx/testing';
import { LedgerCheck, SeedDeals } from './index.js';
import { SpecBidding } from './spec-bidding.js';

const CONFIRM_DEPOSIT = `mutation ($input: ConfirmDepositInput!) { confirmDeposit(input: $input) {
  ... on Deposit { id state } ... on Refusal { code field } } }`;
const CONFIRM_PAYMENT = `mutation ($input: ConfirmPaymentInput!) { confirmPayment(input: $input) {
  ... on Deal { id state dueAmount { amount } } ... on Refusal { code field } } }`;
const DEAL = `id ref state mode title { zh en } lot { id } price { amount currency } fieldCode closedAt seller { id } buyer { id }
  dueAmount { amount } journals { kind currency entries { account amount } } isDemonstration`;

describe('settlement', () => {
  const operator = member('OPERATOR');
  let spec: SpecBidding;
  let line = 0;
  beforeAll(async () => void (spec = await SpecBidding.start()), 60_000);
  afterAll(() => spec.stop());

  const ask = (
    viewer: Parameters<SpecBidding['exchange']['query']>[1],
    document: string,
    variables?: object,
  ) => spec.exchange.query('settlement', viewer, document, variables as Record<string, unknown>);
  const newLine = () => `ICBC-${++line}`;

  async function confirmDeposit(depositId: string, amount: string, more: object = {}) {
    const input = { requestId: requestId(), depositId, amount, bankReference: newLine(), ...more };
    return (await ask(operator, CONFIRM_DEPOSIT, { input })).confirmDeposit;
  }
  async function confirmPayment(dealId: string, amount: string, more: object = {}) {
    const input = { requestId: requestId(), dealId, amount, bankReference: newLine(), ...more };
    return (await ask(operator, CONFIRM_PAYMENT, { input })).confirmPayment;
  }
  /** A registered bidder whose deposit is held. */
  async function bidder(lotId: string, amount = '50000') {
    const organizationId = newId();
    const registrationId = await spec.register(lotId, organizationId, amount);
    const { id } = await spec.deposit(registrationId);
    expect(await confirmDeposit(id, amount)).toEqual({ id, state: 'HELD' });
    return { organizationId, registrationId, depositId: id };
  }
  async function dealOfLot(lotId: string) {
    const { deals } = await ask(operator, `{ deals(first: 100) { nodes { ${DEAL} } } }`);
    return deals.nodes.find((deal: any) => deal.lot?.id === lotId);
  }
  const check = () => spec.exchange.get(LedgerCheck).run(systemViewer);

  afterEach(async () => expect(await check()).toMatchObject({ isBalanced: true }));

  it('asks each bidder for a deposit once, under a reference of its own', async () => {
    const organizationId = newId();
    const registrationId = await spec.register(newId(), organizationId, '50000');
    const { myDeposits } = await ask(
      member('BUYER', { organizationId }),
      '{ myDeposits { totalCount nodes { id state amount { amount } organization { id } paymentReference } } }',
    );
    expect(myDeposits).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: (await spec.deposit(registrationId)).id,
          state: 'REQUESTED',
          amount: { amount: '50000' },
          organization: { id: organizationId },
          paymentReference: expect.stringMatching(/^STX-\d{4}-\d{4}-\d{4}$/),
        },
      ],
    });
  });

  it('holds a deposit once its exact amount came by a bank line that paid for nothing else', async () => {
    const registrationId = await spec.register(newId(), newId(), '50000');
    const { id } = await spec.deposit(registrationId);
    expect(await confirmDeposit(id, '49999')).toEqual({ code: 'AMOUNT_MISMATCH', field: 'amount' });
    expect(await confirmDeposit(id, '-1')).toEqual({ code: 'BAD_AMOUNT', field: 'amount' });
    expect(await confirmDeposit('no-id', '1')).toEqual({ code: 'NOT_FOUND', field: 'depositId' });
    const input = { requestId: requestId(), depositId: id, amount: '50000', bankReference: 'icbc 900' };
    const first = await ask(operator, CONFIRM_DEPOSIT, { input });
    expect(first.confirmDeposit).toEqual({ id, state: 'HELD' });
    expect(await ask(operator, CONFIRM_DEPOSIT, { input })).toEqual(first);
    expect(await confirmDeposit(id, '50000')).toMatchObject({ code: 'DEPOSIT_STATE' });
    const other = await spec.deposit(await spec.register(newId(), newId(), '50000'));
    expect(await confirmDeposit(other.id, '50000', { bankReference: ' ＩＣＢＣ900' })).toEqual({
      code: 'BANK_REFERENCE_USED',
      field: 'bankReference',
    });
    expect(await spec.facts(id)).toMatchObject([
      { type: 'DepositHeld', data: { registrationId, amount: '50000' } },
    ]);
  });

  it('opens a deal for a sold lot, applies the winner and releases the others', async () => {
    const [lotId, sellerId] = [newId(), newId()];
    const [winner, loser] = [await bidder(lotId), await bidder(lotId)];
    await spec.sell(lotId, sellerId, winner.organizationId, '1280000');
    const deal = await dealOfLot(lotId);
    expect(deal).toMatchObject({
      ref: expect.stringMatching(/^T2026-\d{6}$/),
      state: 'OPEN',
      mode: 'BIDDING',
      price: { amount: '1280000', currency: 'CNY' },
      fieldCode: 'NEW_MATERIALS',
      seller: { id: sellerId },
      buyer: { id: winner.organizationId },
      dueAmount: { amount: '1230000' },
    });
    expect(deal.journals.map((journal: any) => journal.kind)).toEqual(['DEAL_OPENED', 'DEPOSIT_APPLIED']);
    expect(await spec.deposit(winner.registrationId)).toMatchObject({ state: 'APPLIED', applied: '50000' });
    expect(await spec.deposit(loser.registrationId)).toMatchObject({ state: 'RELEASED', applied: '0' });
    expect((await spec.facts(loser.depositId)).map(({ type }) => type)).toEqual([
      'DepositHeld',
      'DepositReleased',
    ]);
    expect((await spec.facts(winner.depositId)).map(({ type }) => type)).toEqual([
      'DepositHeld',
      'DepositApplied',
    ]);
    expect(await spec.facts(deal.id)).toMatchObject([
      {
        type: 'DealOpened',
        data: { contractKind: 'TRANSFER', price: '1280000', closedAt: Date.UTC(2026, 4, 6, 7) },
      },
    ]);
  });

  it('is paid by exactly what is due, and the seller gets the price', async () => {
    const lotId = newId();
    const winner = await bidder(lotId);
    await spec.sell(lotId, newId(), winner.organizationId, '200000');
    const { id } = await dealOfLot(lotId);
    expect(await confirmPayment(id, '200000')).toEqual({ code: 'AMOUNT_MISMATCH', field: 'amount' });
    const input = { requestId: requestId(), dealId: id, amount: '150000', bankReference: newLine() };
    const first = await ask(operator, CONFIRM_PAYMENT, { input });
    expect(first.confirmPayment).toEqual({ id, state: 'PAID', dueAmount: { amount: '0' } });
    expect(await ask(operator, CONFIRM_PAYMENT, { input })).toEqual(first);
    expect(await confirmPayment(id, '150000')).toMatchObject({ code: 'DEAL_ALREADY_PAID' });
    const { journals } = await dealOfLot(lotId);
    expect(journals.slice(2)).toEqual([
      {
        kind: 'PAYMENT_RECEIVED',
        currency: 'CNY',
        entries: [
          { account: 'BANK', amount: '150000' },
          { account: `BUYER_RECEIVABLE:${id}`, amount: '-150000' },
        ],
      },
      {
        kind: 'SELLER_PAID',
        currency: 'CNY',
        entries: [
          { account: `SELLER_PAYABLE:${id}`, amount: '200000' },
          { account: 'BANK', amount: '-200000' },
        ],
      },
    ]);
    expect((await spec.facts(id)).map(({ type }) => type)).toEqual(['DealOpened', 'DealPaid']);
  });

  it('pays a deal wholly from a deposit above the price and releases the rest', async () => {
    const lotId = newId();
    const winner = await bidder(lotId, '80000');
    await spec.sell(lotId, newId(), winner.organizationId, '30000');
    const deal = await dealOfLot(lotId);
    expect(deal).toMatchObject({ state: 'PAID', dueAmount: { amount: '0' } });
    expect(await spec.deposit(winner.registrationId)).toMatchObject({ state: 'APPLIED', applied: '30000' });
    expect((await spec.facts(deal.id)).map(({ type }) => type)).toEqual(['DealOpened', 'DealPaid']);
  });

  it('releases every deposit of a lot that was not sold, and one that comes later', async () => {
    const lotId = newId();
    const early = await bidder(lotId);
    const lateRegistration = await spec.register(lotId, newId(), '50000');
    await spec.endWithoutSale(lotId);
    expect(await spec.deposit(early.registrationId)).toMatchObject({ state: 'RELEASED' });
    const late = await spec.deposit(lateRegistration);
    expect(late.state).toBe('REQUESTED');
    expect(await confirmDeposit(late.id, '50000')).toMatchObject({ state: 'RELEASED' });
    expect((await spec.facts(late.id)).map(({ type }) => type)).toEqual(['DepositHeld', 'DepositReleased']);
  });

  it("applies the winner's deposit even when it comes after the sale", async () => {
    const [lotId, buyerId] = [newId(), newId()];
    const { id } = await spec.deposit(await spec.register(lotId, buyerId, '50000'));
    await spec.sell(lotId, newId(), buyerId, '90000');
    expect(await confirmDeposit(id, '50000')).toEqual({ id, state: 'APPLIED' });
    expect(await dealOfLot(lotId)).toMatchObject({ state: 'OPEN', dueAmount: { amount: '40000' } });
  });

  it('holds a deposit of zero from the start', async () => {
    const lotId = newId();
    const registrationId = await spec.register(lotId, newId(), '0');
    const { id, state } = await spec.deposit(registrationId);
    expect(state).toBe('HELD');
    await spec.endWithoutSale(lotId);
    expect((await spec.facts(id)).map(({ type }) => type)).toEqual(['DepositHeld', 'DepositReleased']);
  });

  it('loses no deposit that is confirmed while its lot ends', async () => {
    for (let round = 0; round < 8; round++) {
      const lotId = newId();
      const { id } = await spec.deposit(await spec.register(lotId, newId(), '50000'));
      await Promise.all([confirmDeposit(id, '50000'), spec.endWithoutSale(lotId)]);
      expect((await spec.facts(id)).map(({ type }) => type)).toEqual(['DepositHeld', 'DepositReleased']);
    }
  });

  it('lets one bank line pay once, however many try at the same time', async () => {
    const deposits = [];
    for (let i = 0; i < 4; i++)
      deposits.push(await spec.deposit(await spec.register(newId(), newId(), '50000')));
    const bankReference = newLine();
    const answers = await Promise.all(
      deposits.map(({ id }) => confirmDeposit(id, '50000', { bankReference })),
    );
    expect(answers.filter(({ state }) => state === 'HELD')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'BANK_REFERENCE_USED')).toHaveLength(3);
  });

  it('does nothing new when every fact is handled again', async () => {
    const state = () =>
      spec.settlement.query(
        `SELECT (SELECT count(*) FROM fact) AS facts, (SELECT count(*) FROM journal) AS journals,
                (SELECT count(*) FROM deposit) AS deposits, (SELECT count(*) FROM deal) AS deals`,
      );
    const before = await state();
    await rewind(spec.settlement, 'settlement.follow-bidding');
    await spec.settlement.query('SELECT platform.wake_subscribers($1, $2)', ['bidding', ['LotSold']]);
    await spec.caughtUp();
    expect(await state()).toEqual(before);
  });

  it('shows parties and money to the parties, operators and supervisors only', async () => {
    const [lotId, sellerId] = [newId(), newId()];
    const winner = await bidder(lotId);
    await spec.sell(lotId, sellerId, winner.organizationId, '200000');
    const { ref } = await dealOfLot(lotId);
    const read = async (viewer: ReturnType<typeof anonymous>) =>
      (await ask(viewer, `{ deal(ref: "${ref}") { ${DEAL} } }`)).deal;
    const hidden = {
      ref,
      price: { amount: '200000' },
      seller: null,
      buyer: null,
      dueAmount: null,
      journals: [],
    };
    const open = { seller: { id: sellerId }, dueAmount: { amount: '150000' } };
    for (const viewer of [anonymous(), member('BUYER'), member('BROKER'), systemViewer]) {
      expect(await read(viewer)).toMatchObject(hidden);
    }
    const parties = [sellerId, winner.organizationId].map((organizationId) =>
      member('BUYER', { organizationId }),
    );
    for (const viewer of [...parties, operator, member('SUPERVISOR')])
      expect(await read(viewer)).toMatchObject(open);
    const { myDeals } = await ask(parties[0]!, '{ myDeals { totalCount nodes { ref } } }');
    expect(myDeals).toEqual({ totalCount: 1, nodes: [{ ref }] });
    expect((await ask(anonymous(), '{ deal(ref: "nothing") { id } }')).deal).toBeNull();
  });

  it('answers the gateway by id with the same face', async () => {
    const { deals } = await ask(anonymous(), '{ deals(first: 1) { nodes { id ref } } }');
    const [{ id, ref }] = deals.nodes;
    const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Deal { ref seller { id } journals { id } } } }`;
    const of = (key: string) => ({ __typename: 'Deal', id: key });
    const { _entities } = await ask(anonymous(), document, { r: [of(id), of(newId()), of('no-id')] });
    expect(_entities).toEqual([{ ref, seller: null, journals: [] }, null, null]);
  });

  it('lets nobody but operators near the money', async () => {
    const input = { requestId: requestId(), depositId: newId(), amount: '1', bankReference: 'x' };
    const paid = { requestId: requestId(), dealId: newId(), amount: '1', bankReference: 'x' };
    const tries = [
      ['{ depositQueue { totalCount } }', {}],
      ['{ ledgerCheck { isBalanced } }', {}],
      [CONFIRM_DEPOSIT, { input }],
      [CONFIRM_PAYMENT, { input: paid }],
    ] as const;
    for (const [document, variables] of tries) {
      await expect(ask(member('BUYER'), document, variables)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(ask(anonymous(), document, variables)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    }
    for (const list of ['myDeals', 'myDeposits']) {
      await expect(ask(anonymous(), `{ ${list} { totalCount } }`)).rejects.toMatchObject({
        code: 'SIGN_IN_REQUIRED',
      });
    }
    await expect(ask(member('SUPERVISOR'), CONFIRM_DEPOSIT, { input })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect((await ask(member('SUPERVISOR'), '{ ledgerCheck { isBalanced } }')).ledgerCheck.isBalanced).toBe(
      true,
    );
  });

  it('seeds past deals with their journals, numbered by year and pageable', async () => {
    const seller = newId();
    const seed = (year: number, price: string) => ({
      titleZh: '示例',
      titleEn: null,
      sellerId: seller,
      buyerId: newId(),
      fieldCode: 'ENERGY',
      contractKind: 'LICENSE',
      mode: 'LISTING' as const,
      price,
      technologyAmount: '1',
      originRegion: '440100',
      destinationRegion: '450100',
      closedAt: new Date(Date.UTC(year, 5, 1)),
    });
    await spec.exchange
      .get(SeedDeals)
      .run([seed(2024, '700'), seed(2023, '900'), seed(2023, '999999999999999999')]);
    const viewer = member('BUYER', { organizationId: seller });
    const page =
      'query ($after: String) { myDeals(first: 2, after: $after) { nodes { ref state isDemonstration dueAmount { amount } journals { kind } } totalCount pageInfo { endCursor hasNextPage } } }';
    const first = (await ask(viewer, page)).myDeals;
    const second = (await ask(viewer, page, { after: first.pageInfo.endCursor })).myDeals;
    expect([...first.nodes, ...second.nodes].map(({ ref }) => ref)).toEqual([
      'T2024-000001',
      'T2023-000002',
      'T2023-000001',
    ]);
    expect(first.nodes[0]).toMatchObject({
      state: 'PAID',
      isDemonstration: true,
      dueAmount: { amount: '0' },
    });
    expect(first.nodes[0].journals.map(({ kind }: any) => kind)).toEqual([
      'DEAL_OPENED',
      'PAYMENT_RECEIVED',
      'SELLER_PAID',
    ]);
    expect(second).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    const forged = Buffer.from('["yesterday", "x"]').toString('base64url');
    await expect(ask(viewer, page, { after: forged })).rejects.toMatchObject({ code: 'CURSOR' });
  });

  it('keeps its journal of facts whole', async () => {
    expect(await verifyJournal(spec.settlement)).toMatchObject({ brokenAt: null });
  });

  it('names origin and destination as identity said on admission', async () => {
    const [seller, buyer, lotId] = [newId(), newId(), newId()];
    const source = await domainDataSource(spec.exchange.databaseUrl, 'identity', [], 1).initialize();
    const identity = new DomainDatabase('identity', source);
    const admit = (subjectId: string, regionCode: string) =>
      identity.record({
        type: 'OrganizationAdmitted',
        subjectId,
        data: { ref: 'O', kind: 'ENTERPRISE', regionCode },
        by: systemViewer,
      });
    await identity.change(async () => {
      admit(seller, '440300');
      admit(buyer, '440100');
    });
    await source.destroy();
    const regions = () =>
      spec.settlement.query('SELECT 1 FROM organization_region WHERE organization_id = ANY ($1)', [
        [seller, buyer],
      ]);
    const deadline = Date.now() + 10_000;
    while ((await regions()).length < 2 && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 20));
    await spec.sell(lotId, seller, buyer, '900000');
    const { id } = await dealOfLot(lotId);
    const opened = (await spec.facts(id)).find(({ type }) => type === 'DealOpened')!;
    expect(opened.data).toMatchObject({ originRegion: '440300', destinationRegion: '440100' });
  });
});
