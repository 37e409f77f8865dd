import { DEMO_PASSWORD } from '@stx/gateway';
import fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { ApiClient, until } from './api-client.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';
import { pageDocument } from './page-documents.js';
import { randomDocument } from './random-document.js';

/** Documents in one run; the long run asks for 50,000. */
const DOCUMENTS = Number(process.env['STX_TEST_DOCUMENTS'] ?? 1_500);

describe('what may be asked at /graphql', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'on' });
  let visitor: ApiClient;
  beforeAll(async () => {
    await exchange.start();
    visitor = new ApiClient(exchange.url);
  }, 120_000);
  afterAll(() => exchange.stop(), 60_000);

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${exchange.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: exchange.url, ...headers },
      body,
    });
  const codeOf = async (query: string) => (await visitor.send(query)).errors?.[0]?.extensions.code;

  it('is limited in depth, cost, aliases, tokens, rows and size', async () => {
    const deep =
      '{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } serverTime }';
    expect(await codeOf(deep)).toBe('QUERY_TOO_DEEP');
    expect(await codeOf(`{ ${Array.from({ length: 40 }, (_, i) => `a${i}: serverTime`).join(' ')} }`)).toBe(
      'QUERY_TOO_MANY_ALIASES',
    );
    expect(await codeOf(`{ ${'serverTime '.repeat(1_200)} }`)).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('{ achievements(first: 101) { totalCount } }')).toBe('PAGE_SIZE');
    expect(
      (await post(JSON.stringify({ query: '{ serverTime }', variables: { a: 'x'.repeat(300_000) } }))).status,
    ).toBe(413);
    expect((await post('[{"query":"{ serverTime }"},{"query":"{ serverTime }"}]')).status).toBe(400);
    const act = encodeURIComponent('mutation { markAllRead }');
    expect(
      (
        await fetch(`${exchange.url}/graphql?query=${act}`, {
          headers: { 'apollo-require-preflight': 'yes' },
        })
      ).status,
    ).toBe(405);
  });

  it('costs a visitor more than somebody with a token', async () => {
    const dear =
      '{ achievements(first: 100) { nodes { achievement { id ref kind state title { zh en } organization { ref name { zh en } } } } } }';
    expect(await codeOf(dear)).toBe('QUERY_TOO_COSTLY');
    const member = await new ApiClient(exchange.url).signIn(cast.officer, DEMO_PASSWORD);
    await until(
      () => member.ask(dear),
      ({ achievements }) => achievements.nodes.length > 24,
    );
  });

  it('runs with the cookie of a browser only what our own pages ask', async () => {
    const signedIn = await fetch(`${exchange.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: exchange.url },
      body: new URLSearchParams({ email: cast.officer, password: DEMO_PASSWORD }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const free = await post('{"query":"{ serverTime }"}', { cookie, 'accept-language': 'en' });
    expect(free.status).toBe(403);
    expect(await free.json()).toMatchObject({
      errors: [
        { extensions: { code: 'DOCUMENT_NOT_REGISTERED' }, message: expect.stringContaining('API token') },
      ],
    });
    const own = await post(JSON.stringify({ query: pageDocument('query UnreadCount') }), { cookie });
    expect(await own.json()).toMatchObject({ data: { unreadNotifications: expect.any(Number) } });
    expect((await post('{"query":"{ serverTime }"}')).status).toBe(200);
  });

  it(`answers ${DOCUMENTS} generated documents, and none with a failure of its own`, async () => {
    const schema = buildClientSchema(
      (await visitor.ask(getIntrospectionQuery({ descriptions: false }))) as never,
    );
    const people = [visitor];
    for (const email of [cast.officer, cast.broker, cast.operator, cast.buyers[0]!])
      people.push(await new ApiClient(exchange.url).signIn(email, DEMO_PASSWORD));
    await fc.assert(
      fc.asyncProperty(randomDocument(schema), fc.constantFrom(...people), async (query, person) => {
        const { status, errors } = await person.send(query);
        const own = errors?.find(({ extensions }) => extensions.code === 'INTERNAL_ERROR');
        if (status >= 500 || own) throw new Error(`${status} ${JSON.stringify(own)}`);
      }),
      { numRuns: DOCUMENTS },
    );
    expect(await visitor.ask('{ serverTime }')).toHaveProperty('serverTime');
  }, 900_000);
});
