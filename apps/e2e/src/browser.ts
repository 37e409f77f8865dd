import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The package's own arguments are for tiny functions: one process for all people, no web security. Ours are few. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** A real Chromium, from npm like everything else. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ARGUMENTS,
    headless: true,
  });
}

export interface Person {
  page: Page;
  /** Addresses of other hosts that a page asked for. */
  foreign: string[];
  /** Errors of scripts, and requests that our own server failed. */
  errors: string[];
}

/** A person with a browser of their own: no shared cookies. */
export async function newPerson(
  browser: Browser,
  url: string,
  options: { width?: number; javaScript?: boolean } = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const person: Person = { page, foreign: [], errors: [] };
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (/^(https?|wss?):$/.test(asked.protocol) && asked.host !== new URL(url).host)
      person.foreign.push(request.url());
  });
  page.on('pageerror', (error) => person.errors.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) person.errors.push(`${response.status()} ${response.url()}`);
  });
  return person;
}

/** What axe has against the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`),
  );
}
