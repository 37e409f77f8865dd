import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@stx/gateway';
import type { Browser, Page } from 'playwright-core';
import { until } from './api-client.js';
import { axeFindings, launchBrowser, newPerson, type Person } from './browser.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';

const root = join(import.meta.dirname, '../../..');
const shared = process.env['STX_SHARED_DATA'] ?? join(root, '../shared/data');
const zh = JSON.parse(readFileSync(join(root, 'apps/web/messages/zh-CN.json'), 'utf8')) as Record<
  string,
  string
>;
const FILES = ['achievements-en-nasa-patents.ndjson', 'achievements-zh-csl.ndjson'].map((name) =>
  join(shared, name),
);
const hasData = FILES.every((file) => existsSync(file));

/** The button of the form that takes the amount, whatever stands around it. */
const BID_BUTTON = 'form:has([name=amount]) button[type=submit]';

/** The label as a person reads it, up to its first placeholder. */
const says = (key: string) => zh[key]!.split('{')[0]!.trim();

/** UTC+8 as the forms take it, to the second. */
const venueTime = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The real files are read where they are present; without them this walk has nothing real to carry. */
const walk = hasData ? describe : describe.skip;

walk('the main job, in a real browser', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'on' });
  let browser: Browser;
  const people: Person[] = [];
  const findings: string[] = [];
  let officer: Page;
  let lotRef = '';
  let demandRef = '';
  let bidders: Page[] = [];
  let watcher: Page;

  const arrive = async (options: Parameters<typeof newPerson>[2] = {}) => {
    const person = await newPerson(browser, exchange.url, options);
    people.push(person);
    return person.page;
  };
  const signedIn = async (email: string, width?: number) => {
    const page = await arrive({ width });
    await page.goto('/sign-in');
    await page.fill('main form input[name=email]', email);
    await page.fill('main form input[name=password]', DEMO_PASSWORD);
    await page.locator('main form').first().locator('button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return page;
  };
  /** Every page a person looks at is also looked at by axe. */
  const look = async (page: Page) => {
    for (const finding of await axeFindings(page))
      findings.push(`${new URL(page.url()).pathname} ${finding}`);
  };

  beforeAll(async () => {
    await exchange.start();
    browser = await launchBrowser();
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await exchange.stop();
  }, 60_000);

  it('1. imports two real files, says what was created and refused, and changes nothing the second time', async () => {
    officer = await signedIn(cast.officer);
    const importFile = async (file: string) => {
      await officer.goto('/u/imports');
      await officer.setInputFiles('input[type=file]', file);
      await officer.getByRole('button', { name: says('import_start') }).click();
      await officer.waitForURL(/\/u\/imports\/.+/);
      await officer.getByText(says('import_created'), { exact: true }).first().waitFor();
      await until(
        () => officer.locator('[role=status]').first().innerText(),
        (text) => !text.includes(says('import_running')),
      );
      const facts = await officer.locator('dl').first().innerText();
      const numbers = facts
        .split('\n')
        .map((line) => line.replaceAll(',', '').trim())
        .filter((line) => /^\d+$/.test(line))
        .map(Number);
      return numbers;
    };
    const first = await importFile(FILES[0]!);
    expect(first[0]).toBe(1211);
    await look(officer);
    await officer.getByRole('button', { name: new RegExp(says('publish_drafts')) }).click();
    await officer.getByText(says('see_in_public')).waitFor();
    const chinese = await importFile(FILES[1]!);
    expect(chinese[0]).toBe(2000);
    await officer.getByRole('button', { name: new RegExp(says('publish_drafts')) }).click();
    await officer.getByText(says('see_in_public')).waitFor();
    const again = await importFile(FILES[0]!);
    expect(again).toContain(1211);
    expect(again.filter((number) => number === 1211)).toHaveLength(2); // read and unchanged
    expect(await officer.getByRole('button', { name: new RegExp(says('publish_drafts')) }).count()).toBe(0);
  }, 120_000);

  it('2. lets the public find them in Chinese and English, without JavaScript, with structured data', async () => {
    const visitor = await arrive({ javaScript: false });
    for (const words of ['carbon nanotubes', '飞行器 控制']) {
      await until(
        async () => {
          await visitor.goto(`/achievements?q=${encodeURIComponent(words)}`);
          return visitor.locator('main mark').count();
        },
        (marks) => marks > 0,
      );
    }
    await visitor.locator('main mark').first().waitFor();
    await visitor.goto('/achievements?q=carbon+nanotubes');
    await visitor.locator('main a[href*="/achievements/A"]').first().click();
    expect(await visitor.locator('h1').count()).toBe(1);
    const structured = await visitor.locator('script[type="application/ld+json"]').first().textContent();
    expect(JSON.parse(structured!)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': expect.any(String),
      name: expect.any(String),
    });
  }, 60_000);

  it('3. shows an enterprise which achievements fit its demand, and why', async () => {
    const buyer = await signedIn(cast.buyers[0]!);
    await buyer.goto('/e/demands/new');
    await look(buyer);
    await buyer.fill('[name=titleZh]', '碳纳米管复合材料制备');
    await buyer.fill(
      '[name=problemZh]',
      '需要可控生长单壁碳纳米管阵列的方法，用于 carbon nanotube array growth with patterned catalyst。',
    );
    await buyer.selectOption('[name=cooperationMode]', { index: 1 });
    await buyer
      .locator('main form')
      .filter({ has: buyer.locator('[name=titleZh]') })
      .locator('button[type=submit]')
      .click();
    await buyer.waitForURL(/\/demands\/D\d{4}-\d+/);
    demandRef = /D\d{4}-\d+/.exec(buyer.url())![0];
    await until(
      async () => {
        await buyer.goto(`/demands/${demandRef}`);
        return buyer.locator('main details').count();
      },
      (count) => count > 0,
    );
    await buyer.locator('main details summary').first().click();
    await buyer.getByText(says('match_evidence'), { exact: true }).first().waitFor();
    await look(buyer);
  }, 60_000);

  it('4. carries a lot from offer to hammer with two bidders and a watcher, through a kill', async () => {
    await officer.goto('/achievements?q=carbon+nanotubes');
    await officer.locator('main a[href*="/achievements/A"]').first().click();
    await officer.locator('[name=startPriceAmount]').waitFor();
    const offer: Record<string, string> = {
      startPriceAmount: '100000',
      bidStepAmount: '10000',
      reservePriceAmount: '110000',
      depositAmount: '20000',
    };
    for (const [name, value] of Object.entries(offer)) await officer.fill(`[name=${name}]`, value);
    await officer
      .locator('main form')
      .filter({ has: officer.locator('[name=startPriceAmount]') })
      .locator('button[type=submit]')
      .click();
    await officer.waitForURL(/\/lots\/L\d{4}-\d+/);
    lotRef = /L\d{4}-\d+/.exec(officer.url())![0];

    const broker = await signedIn(cast.broker);
    await broker.goto('/b/queue');
    await look(broker);
    await broker.goto(`/lots/${lotRef}`);
    const opensAt = Math.ceil(Date.now() / 1000) * 1000 + 60_000;
    const closesAt = opensAt + 60_000;
    await broker.fill('[name=opensAt]', venueTime(opensAt));
    await broker.fill('[name=closesAt]', venueTime(closesAt));
    await broker.fill('[name=extensionWindowSeconds]', '55');
    await broker.fill('[name=extensionSeconds]', '20');
    await broker
      .locator('main form')
      .filter({ has: broker.locator('[name=opensAt]') })
      .locator('button[type=submit]')
      .click();
    await broker.locator('[name=opensAt]').waitFor({ state: 'detached' });

    bidders = [await signedIn(cast.buyers[0]!), await signedIn(cast.buyers[1]!, 390)];
    for (const bidder of bidders) {
      await bidder.goto(`/lots/${lotRef}`);
      await bidder.check('[name=acceptsTerms]');
      await bidder
        .locator('main form')
        .filter({ has: bidder.locator('[name=acceptsTerms]') })
        .locator('button[type=submit]')
        .click();
      await bidder.waitForURL(/registered/);
    }
    const operator = await signedIn(cast.operator);
    for (let confirmed = 0; confirmed < 2; confirmed++) {
      const mine = operator
        .locator('li.panel')
        .filter({ has: operator.locator(`a[href$="/lots/${lotRef}"]`) });
      await until(
        async () => {
          await operator.goto('/o/deposits');
          return mine.count();
        },
        (count) => count === 2 - confirmed,
      );
      await mine.first().locator('input[name^=bankReference]').fill(`E2E-${lotRef}-${confirmed}`);
      await mine.first().locator('button[name=confirm]').click();
      await until(
        () => mine.count(),
        (count) => count === 1 - confirmed,
      );
    }

    watcher = await arrive();
    for (const page of [...bidders, watcher]) await page.goto(`/lots/${lotRef}/live`);
    // qualified once bidding has heard of the deposit, open once the clock says so: the page finds out by itself
    for (const bidder of bidders) await bidder.locator(BID_BUTTON).waitFor({ timeout: 150_000 });
    await look(watcher);

    const bid = async (bidder: Page, amount: string) => {
      await bidder.locator(BID_BUTTON).waitFor();
      await bidder.fill('[name=amount]', amount);
      await bidder.locator(BID_BUTTON).click();
      const confirm = bidder.locator('dialog[open] button').filter({ hasText: says('confirm_bid') });
      const accepted = bidder.getByText(says('bid_accepted')).first();
      await confirm.or(accepted).first().waitFor();
      if (await confirm.count()) await confirm.click();
      await bidder.getByText(says('bid_accepted')).first().waitFor();
    };
    const price = (page: Page) => page.locator('#price output').innerText();
    await bid(bidders[0]!, '100000');
    await until(
      () => price(watcher),
      (text) => text.includes('100,000'),
    );
    await look(bidders[1]!);

    // in the middle of it the process is killed, and started again on the same folder
    await exchange.end('SIGKILL');
    await exchange.start();
    for (const page of [...bidders, watcher]) await page.reload();
    expect(await price(watcher)).toContain('100,000');
    const before = await watcher.evaluate(() => document.body.innerText);
    expect(before).toContain('100,000');

    await bid(bidders[1]!, '110000');
    for (const page of [bidders[0]!, watcher])
      await until(
        () => price(page),
        (text) => text.includes('110,000'),
      );

    const sold = says('lot_state_sold');
    for (const page of [...bidders, watcher, officer]) {
      await until(
        async () => {
          if (page === officer) await page.goto(`/lots/${lotRef}`);
          return page.locator('main').innerText();
        },
        (text) => text.includes(sold) && text.includes('110,000'),
        150_000,
      );
    }
    await watcher.goto(`/lots/${lotRef}/chronicle`);
    await look(watcher);
  }, 300_000);

  it('5. turns the sale into a deal with balanced money, and into the statistics', async () => {
    const [loser, winner] = bidders;
    await until(
      async () => {
        await winner!.goto('/deals');
        return winner!.locator('main').innerText();
      },
      (text) => text.includes('110,000'),
    );
    await winner!.locator('main a[href*="/deals/T"]').first().click();
    await winner!.getByText('90,000').first().waitFor(); // price less the deposit
    await look(winner!);
    await loser!.goto('/e/deposits');
    await until(
      async () => {
        await loser!.goto('/e/deposits');
        return loser!.locator('main').innerText();
      },
      (text) => text.includes(says('deposit_released')),
    );
    await watcher.goto('/statistics');
    await look(watcher);
    await watcher
      .getByText(zh['mode_bidding'] ?? '竞价')
      .first()
      .waitFor();
  }, 60_000);

  it('leaves nothing to complain of: no accessibility finding, no foreign host, no error on any page', () => {
    expect(findings).toEqual([]);
    expect(people.flatMap(({ foreign }) => foreign)).toEqual([]);
    expect(people.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
