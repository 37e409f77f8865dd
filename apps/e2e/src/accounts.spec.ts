import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { runningPostgres } from '@stx/platform';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser, newPerson, type Person } from './browser.js';
import { until } from './api-client.js';
import { ExchangeProcess } from './exchange-process.js';

const EMAIL = 'first@example.org';
const PASSWORD = 'a-long-enough-password';
const CLI = join(import.meta.dirname, '../../cli/dist/main.js');

/** What an authenticator shows (RFC 6238); `step` periods from now, for each code is good for one use. */
function codeOf(secret: string, step = 0): string {
  const bits = [...secret.replaceAll(' ', '')]
    .map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('an account outside the demonstration', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'off' });
  let browser: Browser;
  let person: Person;
  let page: Page;
  let mails: pg.Client;
  let secret = '';
  let backupCode = '';
  let bystander: Person;
  beforeAll(async () => {
    await exchange.start();
    browser = await launchBrowser();
    person = await newPerson(browser, exchange.url, { javaScript: false });
    bystander = await newPerson(browser, exchange.url, { width: 390 });
    page = person.page;
    mails = new pg.Client({ connectionString: (await runningPostgres(exchange.dataDir))!.url });
    await mails.connect();
  }, 120_000);
  afterAll(async () => {
    await mails?.end();
    await browser?.close();
    await exchange.stop();
  }, 60_000);

  /** The link in the newest letter of a kind. */
  const linkIn = async (kind: string): Promise<string> => {
    const { rows } = await until(
      () => mails.query('SELECT text FROM identity.mail WHERE kind = $1 ORDER BY id DESC LIMIT 1', [kind]),
      ({ rowCount }) => rowCount === 1,
    );
    const { pathname, search } = new URL(/http\S+token=\S+/.exec(rows[0].text as string)![0]);
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
    const appoint = () =>
      JSON.parse(
        execFileSync(
          process.execPath,
          [
            CLI,
            'operator',
            'appoint',
            EMAIL,
            '--code',
            '91440300708461136T',
            '--name',
            '某交易所',
            '--reason',
            'start',
            '--json',
          ],
          {
            env: { ...process.env, NODE_OPTIONS: '', STX_DATA_DIR: exchange.dataDir, STX_DEMO: 'off' },
            encoding: 'utf8',
          },
        ),
      ) as { role: string };
    expect(appoint()).toMatchObject({ role: 'OPERATOR' });
    expect(appoint).toThrow(/ALREADY_MEMBER|Command failed/);
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
    await page.fill('input[name=code]', codeOf(secret, -1));
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
    await page.fill('input[name=code]', codeOf(secret, 0));
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
