import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEMO_PASSWORD } from '@stx/gateway';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, until } from './api-client.js';
import { launchBrowser, newPerson } from './browser.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';
import { pageDocument } from './page-documents.js';

const id = () => crypto.randomUUID();

/** What must be found in no log line and in no answer to an error. */
const planted = {
  password: 'planted-password-4711',
  email: 'planted.person@example.org',
  reserve: '98765400',
  bankReference: 'PLANTED-BANK-REF-0815',
  term: 'planted-search-term',
};
const MARKUP = `"'></title></textarea></script><script>window.stxRan=1</script><img src=stx-planted onerror="window.stxRan=1">{{7*7}}`;

describe('people who mean harm', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'on', STX_LOG_LEVEL: 'debug' });
  let browser: Browser;
  let officer: ApiClient;
  let buyer: ApiClient;
  let operator: ApiClient;
  let victim: Page;
  beforeAll(async () => {
    await exchange.start();
    browser = await launchBrowser();
    officer = await new ApiClient(exchange.url).signIn(cast.officer, DEMO_PASSWORD);
    buyer = await new ApiClient(exchange.url).signIn(cast.buyers[0]!, DEMO_PASSWORD);
    operator = await new ApiClient(exchange.url).signIn(cast.operator, DEMO_PASSWORD);
    victim = (await newPerson(browser, exchange.url)).page;
    await victim.goto('/en/sign-in');
    await victim.fill('main form input[name=email]', cast.buyers[1]!);
    await victim.fill('main form input[name=password]', DEMO_PASSWORD);
    await victim.click('main form button[type=submit]');
    await victim.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await exchange.stop();
  }, 60_000);

  const offer = (achievementId: string, more: object = {}) =>
    officer.send(
      `mutation ($input: OfferLotInput!) { offerLot(input: $input) { __typename ... on Lot { id ref } ... on Refusal { code message } } }`,
      {
        input: {
          requestId: id(),
          achievementId,
          startPriceAmount: '10000000',
          bidStepAmount: '1000000',
          reservePriceAmount: planted.reserve,
          depositAmount: '2000000',
          ...more,
        },
      },
    );

  describe('on another site (input/cross-site)', () => {
    const servers: Server[] = [];
    afterAll(() => servers.forEach((server) => server.close()));
    /** Another origin: of the same site by its address, of another site by its name. */
    const evilOrigin = async (host: string) => {
      const server = createServer((_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>evil</title><body></body>');
      }).listen(0, '127.0.0.1');
      servers.push(server);
      await new Promise((done) => server.once('listening', done));
      return `http://${host}:${(server.address() as AddressInfo).port}/`;
    };
    const upgrade = (page: Page) =>
      page.evaluate(
        (url) =>
          new Promise<string>((done) => {
            const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
            socket.onmessage = () => done('open');
            socket.onclose = () => done('refused');
          }),
        exchange.url,
      );
    const ask = (page: Page, init: { mode?: 'no-cors'; headers: Record<string, string>; body: string }) =>
      page.evaluate(
        async ([url, options]) => {
          try {
            return (await fetch(url, options)).status;
          } catch {
            return 'unreadable';
          }
        },
        [`${exchange.url}/graphql`, { method: 'POST', credentials: 'include', ...init }] as const,
      );
    const body = JSON.stringify({ query: pageDocument('mutation MarkAllRead') });
    const json = { 'content-type': 'application/json' };

    it('is no obstacle to our own pages', async () => {
      expect(await upgrade(victim)).toBe('open');
      expect(
        await ask(victim, { headers: json, body: JSON.stringify({ query: pageDocument('query') }) }),
      ).toBe(200);
      expect(await ask(victim, { headers: json, body: '{"query":"{ viewer { email } }"}' })).toBe(403);
    }, 30_000);

    it.each(['127.0.0.1', 'localhost'])(
      'they get nowhere from %s',
      async (host) => {
        const { page } = await newPerson(browser, exchange.url);
        await page.context().addCookies(await victim.context().cookies());
        const seen: [string, number][] = [];
        page.on('response', (response) => {
          if (response.url().startsWith(exchange.url))
            seen.push([response.request().method(), response.status()]);
        });
        await page.goto(await evilOrigin(host));
        expect(await ask(page, { headers: json, body })).toBe('unreadable');
        expect(await ask(page, { mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body })).toBe(0);
        expect(
          await page.evaluate(
            (url) =>
              fetch(url, { credentials: 'include' }).then(
                () => 'read',
                () => 'unreadable',
              ),
            `${exchange.url}/account/tokens`,
          ),
        ).toBe('unreadable');
        expect(await upgrade(page)).toBe('refused');
        await page.evaluate((url) => {
          document.body.innerHTML = `<form method="post" action="${url}/account/tokens"><input name="name" value="stolen"><input name="days" value="7"></form>`;
          document.forms[0]!.submit();
        }, exchange.url);
        await page.waitForURL(`${exchange.url}/**`);
        expect(seen.filter(([method]) => method === 'POST').length).toBeGreaterThanOrEqual(2);
        expect(seen.filter(([method, status]) => method === 'POST' && status !== 403)).toEqual([]);
        await victim.goto('/en/account/tokens');
        expect(await victim.locator('main').innerText()).not.toContain('stolen');
      },
      30_000,
    );
  });

  it('write markup, and it stays text on every page (input/xss)', async () => {
    const { postDemand } = await buyer.ask(
      `mutation ($input: PostDemandInput!) { postDemand(input: $input) { __typename ... on Demand { ref } ... on Refusal { code message } } }`,
      {
        input: {
          requestId: id(),
          titleZh: MARKUP,
          titleEn: MARKUP,
          problemZh: MARKUP,
          problemEn: MARKUP,
          targetZh: MARKUP,
          cooperationMode: 'LICENSE',
          isAnonymous: false,
        },
      },
    );
    expect(postDemand).toMatchObject({ __typename: 'Demand' });
    const { createAchievement } = await officer.ask(
      `mutation ($input: CreateAchievementInput!) { createAchievement(input: $input) { __typename ... on Achievement { id ref } ... on Refusal { code message } } }`,
      {
        input: {
          requestId: id(),
          kind: 'PATENT',
          titleZh: MARKUP,
          titleEn: MARKUP,
          summaryZh: MARKUP,
          abstractZh: MARKUP,
          keywords: [MARKUP.slice(0, 40)],
        },
      },
    );
    expect(createAchievement).toMatchObject({ __typename: 'Achievement' });
    const { publishAchievements } = await officer.ask(
      `mutation ($input: PublishAchievementsInput!) { publishAchievements(input: $input) { __typename ... on Refusal { code message } } }`,
      { input: { requestId: id(), ids: [createAchievement.id] } },
    );
    expect(publishAchievements.__typename).not.toBe('Refusal');
    // bidding hears of a new achievement a little later
    const { data } = await until(
      () => offer(createAchievement.id, { titleZh: MARKUP, titleEn: MARKUP }),
      (answer) => answer.data.offerLot.__typename === 'Lot',
    );
    expect(data.offerLot).toMatchObject({ __typename: 'Lot' });
    const search = encodeURIComponent(MARKUP);
    const pages = [
      `/demands/${postDemand.ref}`,
      `/achievements/${createAchievement.ref}`,
      '/demands',
      '/achievements',
      '/lots',
      `/achievements?q=${search}`,
      `/demands?q=${search}`,
      `/sign-in?next=${search}`,
      `/${search}`,
      '/',
    ];
    const broker = (await newPerson(browser, exchange.url)).page;
    await broker.goto('/sign-in');
    await broker.fill('main form input[name=email]', cast.broker);
    await broker.fill('main form input[name=password]', DEMO_PASSWORD);
    await broker.locator('main form').first().locator('button[type=submit]').click();
    await broker.waitForURL((url) => !url.pathname.includes('sign-in'));
    const visitor = (await newPerson(browser, exchange.url)).page;
    const found: string[] = [];
    const looked: number[] = [];
    const look = async (page: Page, path: string) => {
      await page.goto(path);
      const state = await page.evaluate(() => ({
        ran: 'stxRan' in window,
        built: document.querySelectorAll('img[src="stx-planted"]').length,
        shown: document.body.innerText.includes('stx-planted'),
      }));
      if (state.ran || state.built > 0) found.push(path);
      if (state.shown) looked.push(1);
    };
    for (const path of pages) for (const prefix of ['', '/en']) await look(visitor, prefix + path);
    for (const path of ['/b/queue', `/lots/${data.offerLot.ref}`, `/demands/${postDemand.ref}`])
      await look(broker, path);
    expect(found).toEqual([]);
    expect(looked.length).toBeGreaterThan(8); // the markup was there to be seen, as text
  }, 60_000);

  it('read the log and every error, and find no secret (input/leak)', async () => {
    const errors: string[] = [];
    const keep = async (answer: Promise<{ data?: any; errors?: unknown }>) => {
      const { data, errors: said } = await answer;
      errors.push(JSON.stringify([said ?? null, data ?? null]));
      return data;
    };
    const post = async (path: string, form: Record<string, string>) => {
      const response = await fetch(exchange.url + path, {
        method: 'POST',
        headers: { origin: exchange.url },
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
      return response.status;
    };
    const { password, email, bankReference } = planted;
    await post('/sign-up', { name: 'Planted', email, password });
    await post('/sign-in', { email, password });
    await post('/sign-in', { email: cast.buyers[0]!, password });
    await post('/recover', { email });

    const mine = await officer.ask('{ myAchievements(state: PUBLISHED, first: 3) { nodes { id } } }');
    const offered = await keep(offer(mine.myAchievements.nodes[2].id));
    await keep(offer(mine.myAchievements.nodes[2].id)); // a second time is refused
    await keep(offer('not-an-id'));
    await keep(offer(mine.myAchievements.nodes[1].id, { bidStepAmount: '-1' }));
    await keep(offer(mine.myAchievements.nodes[1].id, { reservePriceAmount: Number(planted.reserve) }));
    const { ref } = offered.offerLot;
    const confirm = (deposit: string, amount: string) =>
      operator.send(
        `mutation ($input: ConfirmDepositInput!) { confirmDeposit(input: $input) { __typename ... on Refusal { code message } } }`,
        { input: { requestId: id(), depositId: deposit, amount, bankReference } },
      );
    await keep(confirm(id(), '2000000'));
    await keep(confirm('not-an-id', 'much'));
    for (const who of [buyer, new ApiClient(exchange.url)]) {
      await keep(
        who.send(`query ($ref: String!) { lot(ref: $ref) { ref hasReserve title { zh } } }`, { ref }),
      );
      await keep(who.send('{ depositQueue { nodes { id } } }'));
      await keep(who.send(`{ nothing(text: 1 }`));
      await keep(who.send(`{ lot(ref: "\\u0000${planted.term}") { id } }`));
    }
    const bad = await fetch(`${exchange.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${officer.bearer}x`,
        origin: exchange.url,
      },
      body: '{"query": "{ myAchievements { totalCount } }"}',
    });
    errors.push(await bad.text());
    await until(
      async () => exchange.output,
      (output) => output.includes('"level"'),
    );
    const secrets = [...Object.values(planted), officer.bearer, buyer.bearer, operator.bearer];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(7);
      expect(exchange.output.split('\n').filter((line) => line.includes(secret))).toEqual([]);
      expect(errors.filter((text) => text.includes(secret))).toEqual([]);
    }
    expect(errors.filter((text) => text.includes('INTERNAL_ERROR'))).toEqual([]);
    expect(errors.length).toBeGreaterThan(12);
  }, 60_000);
});
