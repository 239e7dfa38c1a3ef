import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../support/workshop-client.ts';

const [item = '', second = ''] = exampleItems;

async function phoneAt(t: TestContext, options: BrowserContextOptions = {}, overrides: { mode?: 'department' } = {}) {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app, overrides);
  await command(app, workshop, 'start');
  const browser = await openBrowser(t);
  const context = await browser.newContext({ baseURL: app.url, viewport: { width: 390, height: 844 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  page.on('request', request => {
    if (!request.url().startsWith(app.url)) problems.push(`foreign: ${request.url()}`);
  });
  await page.goto(`/join#${workshop.code}`);
  // Without its scripts the page would not notice anything: they have come once it listens.
  const listening = page.waitForResponse(response => response.url().includes('/events'));
  if (overrides.mode === 'department') await page.locator('#department').selectOption('fire');
  await page.locator('form[action$="/join"] button').click();
  await page.locator('#phone-screen').waitFor();
  await listening;
  return {
    app,
    workshop,
    context,
    page,
    problems,
    /** Shown, and past the moment in which it takes no taps. */
    screen: (key: string) => page.locator(`[data-key^="${key}"]:not([data-fresh])`).waitFor(),
  };
}

test('the phone follows the workshop by itself and says what is counted', async t => {
  const { app, workshop, page, problems, screen } = await phoneAt(t);
  await command(app, workshop, { command: 'brief', item }, { command: 'open', seconds: 60 });
  await screen(`running ${item} 1 open`);
  await page.locator('.vote-button[value="3"]').click();
  await page.locator('.receipt', { hasText: '已计入：3 级' }).waitFor();
  const answered = page.waitForResponse(response => response.url().endsWith('/votes') && response.status() === 200);
  await page.locator('#reason').fill('有台账');
  await page.locator('#reason').blur();
  await answered;
  await command(app, workshop, 'close');
  await screen(`running ${item} 1 closed`);
  await page.locator('.receipt', { hasText: '计入的是：3 级' }).waitFor();
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`);
  assert.equal(body.results.n, 1);
  await command(app, workshop, 'reveal', 'discuss');
  await screen(`running ${item} 1 discussion`);
  assert.deepEqual(problems, []);
});

test('an open vote form stays the same element while counts and seconds change, with what is typed in it', async t => {
  const { app, workshop, page, screen } = await phoneAt(t);
  await command(app, workshop, { command: 'brief', item }, 'open');
  await screen(`running ${item} 1 open`);
  const form = await page.locator('#vote-form').elementHandle();
  await page.locator('#reason').fill('写到一半');
  const others = await Promise.all(Array.from({ length: 3 }, () => join(app, workshop)));
  for (const other of others) await vote(app, workshop, other, { item, round: 1, value: 2 }).expect(200);
  await command(app, workshop, { command: 'extend', seconds: 90 }, 'blank', 'lock');
  await page.locator('.timer, #vote-form').first().waitFor();
  assert.equal(await form?.evaluate(element => element.isConnected), true);
  assert.equal(await page.locator('#reason').inputValue(), '写到一半');
});

test('a page that the program fails to make leaves the phone as it is, and is asked for again', async t => {
  const { app, workshop, context, page, screen } = await phoneAt(t);
  const address = `**/w/${workshop.code}`;
  await context.route(address, route => route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>500</h1>' }));
  const failed = page.waitForResponse(response => response.status() === 500);
  await command(app, workshop, { command: 'brief', item });
  await failed;
  await context.unroute(address);
  await screen(`running ${item} 0 briefing`);
});

test('a vote that a breakdown left under way is sent when the workshop goes on', async t => {
  const { app, workshop, context, page, screen } = await phoneAt(t);
  await command(app, workshop, { command: 'brief', item }, 'open');
  await screen(`running ${item} 1 open`);
  await context.route('**/votes', route => route.abort());
  await page.locator('.vote-button[value="4"]').click();
  await page.locator('.receipt', { hasText: '正在重试' }).waitFor();
  await command(app, workshop, 'pause');
  await context.unroute('**/votes');
  await page.locator('.receipt', { hasText: '会商暂停，恢复后自动送出' }).waitFor();
  await command(app, workshop, 'resume');
  await page.locator('.receipt', { hasText: '已计入：4 级' }).waitFor();
});

test('a reason belongs to its round: it is not in the field of the next one', async t => {
  const { app, workshop, page, screen } = await phoneAt(t);
  await command(app, workshop, { command: 'brief', item }, 'open');
  await screen(`running ${item} 1 open`);
  await page.locator('#reason').fill('没有台账');
  await page.locator('.vote-button[value="1"]').click();
  await page.locator('.receipt', { hasText: '已计入：1 级' }).waitFor();
  await command(app, workshop, 'pause');
  await screen(`paused ${item} 1 open`);
  await command(app, workshop, 'resume');
  await screen(`running ${item} 1 open`);
  assert.equal(await page.locator('#reason').inputValue(), '没有台账');
  await command(app, workshop, 'close', 'reveal', 'discuss', 'open');
  await screen(`running ${item} 2 open`);
  assert.equal(await page.locator('#reason').inputValue(), '');
});

test('of two phones of a department both say what counts for it', async t => {
  const { app, workshop, page, screen } = await phoneAt(t, {}, { mode: 'department' });
  const other = await join(app, workshop, { department: 'fire' });
  await command(app, workshop, { command: 'brief', item }, 'open');
  await screen(`running ${item} 1 open`);
  await page.locator('.receipt', { hasText: '贵部门还没有投票' }).waitFor();
  await vote(app, workshop, other, { item, round: 1, value: 2 }).expect(200);
  await page.locator('.receipt', { hasText: '已计入：2 级' }).waitFor();
  await page.locator('.vote-button[value="4"][aria-pressed="false"]').click();
  await page.locator('.receipt', { hasText: '已计入：4 级' }).waitFor();
  await vote(app, workshop, other, { item, round: 1, value: 3 }).expect(200);
  await page.locator('.receipt', { hasText: '已计入：3 级' }).waitFor();
  assert.equal(await page.locator('.vote-button[value="3"]').getAttribute('aria-pressed'), 'true');
});

test('a vote that meets a dead network is sent again until it is counted', async t => {
  const { app, workshop, context, page, screen } = await phoneAt(t);
  await command(app, workshop, { command: 'brief', item }, 'open');
  await screen(`running ${item} 1 open`);
  await context.route('**/votes', route => route.abort());
  await page.locator('.vote-button[value="4"]').click();
  await page.locator('.receipt', { hasText: '正在重试' }).waitFor();
  await page.locator('.vote-button[value="5"]').click();
  await context.unroute('**/votes');
  await page.locator('.receipt', { hasText: '已计入：5 级' }).waitFor();
  const closed = await command(app, workshop, 'close');
  assert.deepEqual([closed.results.n, closed.voted], [1, 1]);
});

test('a vote that comes too late is said not to be counted', async t => {
  const { app, workshop, context, page, screen } = await phoneAt(t);
  await command(app, workshop, { command: 'brief', item }, 'open');
  await screen(`running ${item} 1 open`);
  await context.route('**/votes', route => route.abort());
  await page.locator('.vote-button[value="4"]').click();
  await page.locator('.receipt', { hasText: '正在重试' }).waitFor();
  await command(app, workshop, 'close');
  await context.unroute('**/votes');
  await page.locator('#phone-live', { hasText: '没有计入' }).waitFor();
  await page.locator('.receipt', { hasText: '没有您的票' }).waitFor();
});

test('a phone that was away shows the present state when it comes back', async t => {
  const { app, workshop, context, page, screen } = await phoneAt(t);
  await context.setOffline(true);
  await page.locator('#phone-live', { hasText: '正在重连' }).waitFor();
  await command(app, workshop, { command: 'brief', item }, 'park', { command: 'brief', item: second });
  await context.setOffline(false);
  await screen(`running ${second} 0 briefing`);
});

test('every screen of a phone, in both languages, light and dark, meets WCAG 2.2 AA, with large targets and no sideways scrolling', async t => {
  const { app, workshop, context, page, screen } = await phoneAt(t, { reducedMotion: 'reduce' });
  const others = await Promise.all(Array.from({ length: 6 }, () => join(app, workshop)));
  const look = async (name: string) => {
    for (const language of ['en', 'zh-CN']) {
      await page.goto(`/join/language/${language}?back=/w/${workshop.code}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findViolations(page), [], `${name} in ${language}, ${colorScheme}`);
      }
      for (const width of [320, 390, 768, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        const overflow = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth);
        assert.equal(overflow, 0, `${name} at ${width} px in ${language}`);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      for (const target of await page.locator('button:visible, a:visible, summary:visible, select:visible').all()) {
        const box = await target.boundingBox();
        assert.ok(
          (box?.height ?? 0) >= 43.5 || (await target.getAttribute('class')) === 'skip-link',
          `${name}: ${await target.textContent()} is ${box?.height} px high`,
        );
      }
    }
  };
  await look('lobby');
  await command(app, workshop, { command: 'brief', item });
  await screen(`running ${item} 0 briefing`);
  await look('briefing');
  await command(app, workshop, { command: 'open', seconds: 90 });
  await look('open');
  for (const [index, other] of others.entries()) await vote(app, workshop, other, { item, round: 1, value: index % 4 });
  await command(app, workshop, 'close');
  await look('closed');
  await command(app, workshop, 'reveal', 'discuss');
  await look('discussion');
  await command(app, workshop, { command: 'record', value: 2, rationale: '折中' });
  await look('recorded');
  await command(app, workshop, 'pause');
  await look('paused');
  await context.clearCookies();
  await look('seat');
});
