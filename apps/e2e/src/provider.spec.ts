import { freePort } from '@stx/platform';
import { OPENID_CLIENT, startOpenIdProvider, type OpenIdProvider } from '@stx/testing';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, newPerson, type Person } from './browser.js';
import { ExchangeProcess } from './exchange-process.js';

const CLAIMS = { sub: 'p-1', email: 'member@university.example', email_verified: true, name: '王小明' };

describe("signing in at an organization's own provider", () => {
  let provider: OpenIdProvider;
  let exchange: ExchangeProcess;
  let browser: Browser;
  let person: Person;
  beforeAll(async () => {
    const port = String(await freePort());
    const site = `http://127.0.0.1:${port}`;
    provider = await startOpenIdProvider(`${site}/sign-in/callback`);
    exchange = new ExchangeProcess({
      STX_DEMO: 'off',
      STX_PORT: port,
      STX_PUBLIC_URL: site,
      STX_OIDC_ISSUER: provider.issuer,
      STX_OIDC_CLIENT_ID: OPENID_CLIENT.id,
      STX_OIDC_CLIENT_SECRET: OPENID_CLIENT.secret,
      STX_OIDC_NAME: 'University sign-on',
    });
    await exchange.start();
    browser = await launchBrowser();
    person = await newPerson(browser, exchange.url, { javaScript: false });
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await exchange?.stop();
    await provider?.stop();
  }, 60_000);

  it('tells who stopped there why nobody is signed in, and shows no words of an address', async () => {
    const { page } = person;
    provider.signsIn(null);
    await page.goto('/en/sign-in?next=/en/account/security');
    await page.getByRole('link', { name: 'Sign in with University sign-on' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/sign-in');
    expect(await page.getByRole('alert').innerText()).toContain('You stopped at the sign-in provider');
    await page.goto('/en/sign-in?failed=Call+this+number');
    expect(await page.locator('body').innerText()).not.toContain('Call this number');
    const watcher = await newPerson(browser, exchange.url, { width: 390 });
    await watcher.page.goto('/sign-in?failed=PROVIDER_NOT_LINKED');
    expect(await axeFindings(watcher.page)).toEqual([]);
  }, 60_000);

  it('leads back to where the person was, and sends a page of another site away', async () => {
    const { page } = person;
    provider.signsIn(CLAIMS);
    await page.goto('/en/sign-in?next=/en/account/security');
    await page.getByRole('link', { name: 'Sign in with University sign-on' }).click();
    await page.waitForURL('**/en/account/security');
    expect(await page.getByRole('banner').innerText()).toContain(CLAIMS.name);
    await page.goto('/en/sign-in/with?next=https://evil.example');
    await page.waitForURL('**/en/home');
  }, 60_000);
});
