import { DEMO_PASSWORD } from '@stx/gateway';
import type { Browser } from 'playwright-core';
import { ApiClient, until } from './api-client.js';
import { axeFindings, launchBrowser, newPerson } from './browser.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';

describe('the inbox in a browser', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'on' });
  let browser: Browser;
  beforeAll(async () => {
    await exchange.start();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await exchange.stop();
  }, 60_000);

  async function signedIn(email: string, options: { width?: number; javaScript?: boolean }) {
    const person = await newPerson(browser, exchange.url, options);
    await person.page.goto('/en/sign-in');
    await person.page.fill('input[name=email]', email);
    await person.page.fill('input[name=password]', DEMO_PASSWORD);
    await person.page.click('main button[type=submit]');
    await person.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    return person;
  }

  it('groups by case, marks read, filters and says what will be here, without JavaScript and at 390 px', async () => {
    const [email] = cast.buyers;
    const api = await new ApiClient(exchange.url).signIn(email!, DEMO_PASSWORD);
    const { unreadNotifications: unread } = await until(
      () => api.ask('{ unreadNotifications }'),
      (data) => data.unreadNotifications > 1,
    );
    const { page, foreign, errors } = await signedIn(email!, { width: 390, javaScript: false });
    await page.goto('/en/inbox');
    expect(await page.locator('h1').innerText()).toBe('Inbox');
    expect(await page.locator('.masthead .unread-count').innerText()).toContain(String(unread));
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const first = page.locator('main ol > li').first();
    const lines = await first.locator('.tag').count();
    expect(lines).toBeGreaterThan(0);
    await first.getByRole('button', { name: 'Mark as read' }).click();
    expect(await page.locator('main [role=status]').innerText()).toContain(`${unread - lines} unread`);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    expect(await page.locator('.masthead .unread-count').count()).toBe(0);
    await page.check('input[name=unread]');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await page.locator('main').innerText()).toContain('No notification fits these filters');
    await page.goto('/en/inbox?topic=OPERATIONS');
    expect(await page.locator('main').innerText()).toContain('No notification fits these filters');
    expect([foreign, errors]).toEqual([[], []]);
  }, 90_000);

  it('lets a person choose which mails to get, and keeps the choice', async () => {
    const { page } = await signedIn(cast.officer, { javaScript: false });
    await page.goto('/en/account/notifications');
    expect(await page.locator('main').innerText()).toContain('Mandatory');
    await page.uncheck('input[type=checkbox][value=IMPORT_FINISHED]');
    await page.selectOption('select[name=mailLanguage]', 'EN');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.locator('main [role=status]').innerText()).toContain('Settings saved');
    await page.goto('/en/account/notifications');
    expect(await page.isChecked('input[type=checkbox][value=IMPORT_FINISHED]')).toBe(false);
    expect(await page.isChecked('input[type=checkbox][value=IMPORT_FAILED]')).toBe(true);
    expect(await page.inputValue('select[name=mailLanguage]')).toBe('EN');
  }, 60_000);

  it.each([1280, 390])(
    'has nothing that axe finds at %s px',
    async (width) => {
      const { page, errors } = await signedIn(cast.officer, { width });
      for (const path of [
        '/inbox',
        '/en/inbox',
        '/en/account/notifications',
        '/en/unsubscribe?token=x',
        '/home',
      ]) {
        await page.goto(path);
        expect([path, await axeFindings(page)]).toEqual([path, []]);
      }
      expect(errors).toEqual([]);
    },
    90_000,
  );

  it('sends a visitor to sign in and back', async () => {
    const { page } = await newPerson(browser, exchange.url);
    await page.goto('/en/inbox');
    expect(new URL(page.url()).searchParams.get('next')).toBe('/en/inbox');
  }, 30_000);
});
