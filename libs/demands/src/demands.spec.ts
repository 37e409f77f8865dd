import { systemViewer, verifyJournal, DomainDatabase, anonymous } from '@stx/platform';
import { member, requestId, startDomains, type TestDomain } from '@stx/testing';
import { DemandsModule, demandsSchema } from './index.js';

const POST = `mutation ($input: PostDemandInput!) { postDemand(input: $input) {
  ... on Demand { id ref isMine organization { id } } ... on Refusal { code field message } } }`;
const input = (more: object = {}) => ({
  requestId: requestId(),
  titleEn: 'Coating that keeps blades free of ice',
  problemEn: 'Blades of coastal turbines lose a tenth of their yield to ice each winter.',
  cooperationMode: 'LICENSE',
  isAnonymous: false,
  ...more,
});

describe('demands', () => {
  let exchange: TestDomain;
  beforeAll(async () => void (exchange = await startDomains([DemandsModule], [demandsSchema])), 60_000);
  afterAll(() => exchange.stop());

  it('is posted once however often the request is repeated', async () => {
    const buyer = member('BUYER');
    const variables = { input: input() };
    const first = await exchange.query('demands', buyer, POST, variables);
    const again = await exchange.query('demands', buyer, POST, variables);
    expect(first.postDemand).toMatchObject({ isMine: true, organization: { id: buyer.organizationId } });
    expect(again).toEqual(first);
    const { myDemands } = await exchange.query('demands', buyer, '{ myDemands { totalCount } }');
    expect(myDemands.totalCount).toBe(1);
  });

  it('refuses the same request id for another text', async () => {
    const buyer = member('BUYER');
    const one = input();
    await exchange.query('demands', buyer, POST, { input: one });
    await expect(
      exchange.query('demands', buyer, POST, { input: { ...one, titleEn: 'Other' } }),
    ).rejects.toMatchObject({
      code: 'REQUEST_ID_REUSED',
    });
  });

  it('hides an anonymous poster from everybody else', async () => {
    const buyer = member('BUYER');
    const posted = await exchange.query('demands', buyer, POST, { input: input({ isAnonymous: true }) });
    const read = `{ demand(ref: "${posted.postDemand.ref}") { isMine organization { id } } }`;
    expect((await exchange.query('demands', anonymous(), read)).demand).toEqual({
      isMine: false,
      organization: null,
    });
  });

  it('names the field that is missing, in the language of the person', async () => {
    const zh = { ...member('BUYER'), language: 'zh-CN' as const };
    const { postDemand } = await exchange.query('demands', zh, POST, { input: input({ problemEn: ' ' }) });
    expect(postDemand).toEqual({
      code: 'DEMAND_PROBLEM_REQUIRED',
      field: 'problemZh',
      message: expect.stringContaining('技术难题'),
    });
  });

  it('refuses visitors', async () => {
    await expect(exchange.query('demands', anonymous(), POST, { input: input() })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    await expect(exchange.query('demands', systemViewer, POST, { input: input() })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
  });

  it('pages without skipping or repeating', async () => {
    const buyer = member('BUYER');
    for (let i = 0; i < 5; i++)
      await exchange.query('demands', buyer, POST, { input: input({ titleEn: `Page test ${i}` }) });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { demands }: any = await exchange.query(
        'demands',
        anonymous(),
        'query ($after: String) { demands(text: "page test", first: 2, after: $after) { nodes { ref } totalCount pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      expect(demands.totalCount).toBe(5);
      seen.push(...demands.nodes.map((node: { ref: string }) => node.ref));
      after = demands.pageInfo.hasNextPage ? demands.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
  });

  it('refuses a cursor that is not one of ours', async () => {
    const forged = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');
    for (const after of ['%%%', forged(['x', 'y']), forged(['2026-01-01T00:00:00.000Z', 'y']), forged({})]) {
      await expect(
        exchange.query(
          'demands',
          anonymous(),
          'query ($after: String) { demands(after: $after) { totalCount } }',
          { after },
        ),
      ).rejects.toMatchObject({ code: 'CURSOR' });
    }
  });

  it('keeps a hash-chained journal that its own role cannot rewrite', async () => {
    const db = exchange.get(DomainDatabase);
    expect(await verifyJournal(db)).toMatchObject({ domain: 'demands', brokenAt: null });
    await expect(db.query("UPDATE fact SET type = 'x'")).rejects.toThrow(/permission denied/);
  });
});
