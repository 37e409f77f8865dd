import { totpCode } from '@stx/testing';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser, newPerson, type Person } from './browser.js';
import { until } from './api-client.js';
import { stx } from './command-line.js';
import { ExchangeProcess } from './exchange-process.js';

const EMAIL = 'first@example.org';
const PASSWORD = 'a-long-enough-password';

describe('an account outside the demonstration', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'off' });
  let browser: Browser;
  let person: Person;
  let page: Page;
  let secret = '';
  let backupCode = '';
  let bystander: Person;
  beforeAll(async () => {
    await exchange.start();
    browser = await launchBrowser();
    person = await newPerson(browser, exchange.url, { javaScript: false });
    bystander = await newPerson(browser, exchange.url, { width: 390 });
    page = person.page;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await exchange.stop();
  }, 60_000);

  /** The link in the newest letter of a kind. */
  const linkIn = async (kind: string): Promise<string> => {
    const [letter] = await until(
      () =>
        exchange.sql<{ text: string }>(
          `SELECT text FROM identity.mail WHERE kind = '${kind}' ORDER BY id DESC LIMIT 1`,
        ),
      (letters) => letters.length === 1,
    );
    const { pathname, search } = new URL(/http\S+token=\S+/.exec(letter!.text)![0]);
    return pathname + search;
  };
  const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
  const says = async (text: string) => expect(await page.locator('body').innerText()).toContain(text);
  const looksFine = async () => {
    const { pathname, search } = new URL(page.url());
    await bystander.page.context().addCookies(await page.context().cookies());
    await bystander.page.goto(pathname + search);
    expect(await axeFindings(bystander.page)).toEqual([]);
    expect(await bystander.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  };
  const signIn = async (password: string) => {
    await page.goto('/en/sign-in');
    await page.fill('input[name=email]', EMAIL);
    await page.fill('input[name=password]', password);
    await press('Sign in');
  };

  it('is opened, and confirmed by the button behind the link of the letter', async () => {
    await page.goto('/en/sign-up');
    await page.fill('input[name=name]', 'First Person');
    await page.fill('input[name=email]', EMAIL);
    await page.fill('input[name=password]', 'short');
    await press('Sign up');
    await says('Use 10 to 128 characters');
    await page.fill('input[name=password]', PASSWORD);
    await press('Sign up');
    await says('Look into your mail');
    await looksFine();
    await signIn(PASSWORD);
    await says('Your e-mail is not confirmed yet');
    const link = await linkIn('confirm-email');
    await page.goto(`/en${link}`);
    await looksFine(); // a second reader opens the link too, and uses nothing up
    await press('Confirm your e-mail');
    await says('Your e-mail is confirmed');
    await page.goto(`/en/sign-up/confirm?token=wrong`);
    await press('Confirm your e-mail');
    await says('The link is not valid');
  }, 90_000);

  it('becomes the first operator by a command of the machine', async () => {
    const words = ['operator', 'appoint', EMAIL, '--code', '91440300708461136T', '--name', '某交易所'];
    const appoint = () =>
      stx([...words, '--reason', 'start', '--json'], {
        STX_DATA_DIR: exchange.dataDir,
        STX_DEMO: 'off',
      });
    const first = await appoint();
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ role: 'OPERATOR' });
    const again = await appoint();
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ refusal: { code: 'ALREADY_MEMBER' } });
    await page.goto('/en/o/admissions');
    await says('Some of your roles rest until you show a second factor');
  }, 60_000);

  it('sets up a second factor, and signs in with it', async () => {
    await page.goto('/en/account/security');
    await looksFine();
    await page.fill('input[name=password]', 'not-the-password');
    await press('Set up the second factor');
    await says('is not right');
    await page.fill('input[name=password]', PASSWORD);
    await press('Set up the second factor');
    secret = await page.locator('main code').first().innerText();
    backupCode = await page.locator('main li code').first().innerText();
    await page.fill('input[name=code]', totpCode(secret, -1));
    await press('Finish');
    await says('The second factor is on');
    await looksFine();
    await page.fill('input[name=password]', PASSWORD);
    await press('Make new backup codes');
    const renewed = await page.locator('main li code').first().innerText();
    expect(renewed).not.toBe(backupCode);
    backupCode = renewed;
    await page.goto('/en/o/admissions');
    expect(await page.locator('body').innerText()).not.toContain('Some of your roles rest');

    await page.context().clearCookies(); // another device
    await signIn(PASSWORD);
    await says('Enter the code that your authenticator app shows');
    await looksFine();
    await page.fill('input[name=code]', '000000');
    await press('Sign in');
    await says('The code is wrong');
    await page.fill('input[name=code]', totpCode(secret, 0));
    await press('Sign in');
    await page.goto('/en/account/security');
    await says('this one');
  }, 90_000);

  it('makes a token for a program and takes it back', async () => {
    await page.goto('/en/account/tokens');
    await looksFine();
    await page.fill('input[name=name]', 'sync');
    await page.check('input[name="scope.OPERATOR"]');
    await press('Create the token');
    const token = await page.locator('main code').first().innerText();
    const ask = async () => {
      const answer = await fetch(`${exchange.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ admissionQueue { totalCount } viewer { email roles } }' }),
      });
      return (await answer.json()) as { data?: { viewer: { email: string; roles: string[] } | null } };
    };
    expect((await ask()).data!.viewer).toEqual({ email: EMAIL, roles: ['OPERATOR'] });
    await page.goto('/en/account/tokens');
    await press('Revoke');
    await says('The token is revoked');
    expect((await ask()).data?.viewer ?? null).toBeNull();
  }, 60_000);

  it('gets a new password by mail, which ends every session; a backup code signs in once', async () => {
    await page.goto('/en/recover');
    await looksFine();
    await page.fill('input[name=email]', EMAIL);
    await press('Send the letter');
    await says('a letter is on its way');
    const link = await linkIn('recover-password');
    await page.goto(`/en${link}`);
    await looksFine();
    await page.fill('input[name=password]', `${PASSWORD}-2`);
    await press('Set the new password');
    await says('Your password is changed');
    await page.goto('/en/account/security');
    expect(page.url()).toContain('/sign-in');
    await signIn(`${PASSWORD}-2`);
    await page.fill('input[name=code]', backupCode);
    await press('Sign in');
    await page.goto('/en/account/security');
    await says('The second factor is on');
    await press('End all sessions, this one too');
    await signIn(`${PASSWORD}-2`);
    await page.fill('input[name=code]', backupCode);
    await press('Sign in');
    await says('The code is wrong');
  }, 90_000);

  it('leaves nothing to complain of', () => {
    expect([...person.errors, ...bystander.errors, ...person.foreign, ...bystander.foreign]).toEqual([]);
  });
});
