import type { Browser, CDPSession, Page } from 'playwright-core';
import { axeFindings, launchBrowser, newPerson, type Person } from './browser.js';
import { until } from './api-client.js';
import { stx } from './command-line.js';
import { ExchangeProcess } from './exchange-process.js';

const EMAIL = 'operator@example.org';
const PASSWORD = 'a-long-enough-password';
const APPOINT = ['operator', 'appoint', EMAIL, '--code', '91440300708461136T', '--name', '某交易所'];

describe('a passkey', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'off' });
  let browser: Browser;
  let person: Person;
  let plain: Person;
  let page: Page;
  let devices: CDPSession;
  let device = '';
  beforeAll(async () => {
    await exchange.start();
    browser = await launchBrowser();
    // browsers keep passkeys for names only
    const url = exchange.url.replace('127.0.0.1', 'localhost');
    person = await newPerson(browser, url);
    plain = await newPerson(browser, url, { javaScript: false, width: 390 });
    page = person.page;
    devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    device = authenticatorId;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await exchange.stop();
  }, 60_000);

  const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
  const arrives = (path: string) => page.waitForURL(({ pathname }) => pathname === path);
  const sees = (text: string) => page.getByText(text).first().waitFor();
  const looksFine = async () => {
    expect(await axeFindings(page)).toEqual([]);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  };
  const count = async (sql: string): Promise<number> =>
    Number((await exchange.sql<{ count: string }>(`SELECT count(*) FROM identity.${sql}`))[0]!.count);
  const letters = () => count(`mail WHERE kind = 'security-changed'`);
  const verifiesUser = (isUserVerified: boolean) =>
    devices.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified });

  it('is added on the security page of an account whose roles rest', async () => {
    await page.goto('/en/sign-up');
    await page.fill('input[name=name]', 'First Person');
    await page.fill('input[name=email]', EMAIL);
    await page.fill('input[name=password]', PASSWORD);
    await press('Sign up');
    await sees('Look into your mail');
    const [letter] = await until(
      () => exchange.sql<{ text: string }>(`SELECT text FROM identity.mail WHERE kind = 'confirm-email'`),
      (letters) => letters.length === 1,
    );
    await page.goto(`/en/sign-up/confirm${/\?token=\S+/.exec(letter!.text)![0]}`);
    await press('Confirm your e-mail');
    await sees('Your e-mail is confirmed');
    const appointed = await stx([...APPOINT, '--reason', 'start', '--json'], {
      STX_DATA_DIR: exchange.dataDir,
      STX_DEMO: 'off',
    });
    expect(appointed.code).toBe(0);
    await page.goto('/en/sign-in');
    await page.fill('input[name=email]', EMAIL);
    await page.fill('input[name=password]', PASSWORD);
    await press('Sign in');
    await sees('Some of your roles rest until you show a second factor');

    await page.goto('/en/account/security');
    await sees('You have no passkey yet');
    await press('Add a passkey');
    await sees('Enter a name of at most 60 characters');
    await looksFine();
    await page.getByLabel('Name of the passkey').fill('Office computer');
    await page.locator('input[name=passkey-password]').fill('not-the-password');
    await press('Add a passkey');
    await sees('is not right');
    await page.locator('input[name=passkey-password]').fill(PASSWORD);
    await press('Add a passkey');
    await sees('The passkey is added');
    await page.getByRole('rowheader', { name: 'Office computer' }).waitFor();
    await sees('A passkey serves as your second factor');
    await looksFine();
    expect(await count(`fact WHERE type = 'PasskeyAdded'`)).toBe(1);
    expect(await letters()).toBe(1);
  }, 90_000);

  it('is not added twice to one device', async () => {
    await page.getByLabel('Name of the passkey').fill('Again');
    await page.locator('input[name=passkey-password]').fill(PASSWORD);
    await press('Add a passkey');
    await sees('already holds a passkey of yours');
    expect(await count('passkey')).toBe(1);
  }, 60_000);

  it('signs in alone, as a second factor too, and goes on to where the person wanted to be', async () => {
    await page.context().clearCookies();
    await page.goto('/en/sign-in?next=/en/o/admissions');
    await looksFine();
    await press('Sign in with a passkey');
    await arrives('/en/o/admissions');
    expect(await page.locator('body').innerText()).not.toContain('Some of your roles rest');
    await page.goto('/en/account/security');
    expect(await page.getByRole('row', { name: /Office computer/ }).innerText()).not.toContain('never');
  }, 60_000);

  it('signs nobody in when it did not verify its user', async () => {
    await page.context().clearCookies();
    await verifiesUser(false);
    await page.goto('/en/sign-in');
    await press('Sign in with a passkey');
    await sees('no passkey was given');
    await looksFine();
    // and not by a script of the person's own either, which asks the device for less
    const status = await page.evaluate(async () => {
      const post = (body: object) =>
        fetch('/en/sign-in/passkey', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const { options } = await (await post({})).json();
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      const credential = (await navigator.credentials.get({
        publicKey: { ...publicKey, userVerification: 'discouraged' },
      })) as PublicKeyCredential;
      return (await post({ response: credential.toJSON() })).status;
    });
    expect(status).toBe(422);
    await page.goto('/en/account/security');
    expect(page.url()).toContain('/sign-in');
    await verifiesUser(true);
  }, 60_000);

  it('is asked for by our own pages only', async () => {
    for (const path of ['/sign-in/passkey', '/account/passkeys']) {
      const answer = await fetch(`${exchange.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
        body: '{}',
      });
      expect(answer.status).toBe(403);
    }
  });

  it('is told not to work where the exchange is opened by a number', async () => {
    const stranger = await newPerson(browser, exchange.url);
    await stranger.page.goto('/en/sign-in');
    await stranger.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await stranger.page.getByText('Passkeys do not work at this address').waitFor();
    expect([...stranger.errors, ...stranger.foreign]).toEqual([]);
  }, 60_000);

  it('is removed without a script, and then no longer signs in', async () => {
    await page.goto('/en/sign-in');
    await press('Sign in with a passkey');
    await arrives('/en/home');
    await plain.page.context().addCookies(await page.context().cookies());
    await plain.page.goto('/en/account/security');
    expect(await plain.page.locator('body').innerText()).toContain('Passkeys need JavaScript');
    await plain.page.getByRole('button', { name: 'Remove the passkey “Office computer”' }).click();
    expect(await plain.page.locator('body').innerText()).toContain('You have no passkey yet');
    await plain.page.goto('/en/home');
    expect(await plain.page.locator('body').innerText()).toContain('Some of your roles rest');
    expect(await count(`fact WHERE type = 'PasskeyRemoved'`)).toBe(1);
    expect(await letters()).toBe(2);
    await page.context().clearCookies();
    await page.goto('/en/sign-in');
    await press('Sign in with a passkey');
    await sees('The passkey was not accepted');
    await plain.page.context().clearCookies();
    await plain.page.goto('/sign-in');
    expect(await plain.page.locator('body').innerText()).toContain('通行密钥需要浏览器启用 JavaScript');
  }, 60_000);

  it('leaves nothing to complain of', () => {
    expect([...person.errors, ...plain.errors, ...person.foreign, ...plain.foreign]).toEqual([]);
  });
});
