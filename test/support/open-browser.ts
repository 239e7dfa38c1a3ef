import type { TestContext } from 'node:test';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import type { TestApp } from './start-app.ts';

/** The browser that npm brought, without the package's own arguments: they switch web security off. Closed after the test. */
export async function openBrowser(test: TestContext): Promise<Browser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  test.after(() => browser.close());
  return browser;
}

export type Visit = { page: Page; problems: string[] };

/** A signed-in page. `problems` collects script errors, refused resources and requests to other hosts. */
export async function visit(browser: Browser, app: TestApp, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: app.url, locale: 'zh-CN', ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(`script: ${error.message}`));
  page.on('console', message => {
    // Statuses are what the tests look at themselves.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(`console: ${message.text()}`);
  });
  page.on('request', request => {
    if (!request.url().startsWith(app.url)) problems.push(`foreign: ${request.url()}`);
  });
  await page.goto('/login');
  await page.locator('input[name="token"]').fill(app.token);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL('/');
  return { page, problems };
}
