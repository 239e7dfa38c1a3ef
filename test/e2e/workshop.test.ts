import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { api, createAssessment } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { exampleItems } from '../support/workshop-client.ts';

const [survey = '', renewal = '', hydrants = ''] = exampleItems;
const step = '.step-line [aria-current]';

/** Everything that a script of any page complains of. */
type Room = { app: TestApp; browser: Browser; problems: string[] };

async function openPage({ app, browser, problems }: Room, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: app.url, locale: 'zh-CN', viewport: { width: 390, height: 844 } },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('pageerror', error => problems.push(error.message));
  page.on('request', request => {
    if (!request.url().startsWith(app.url)) problems.push(`foreign: ${request.url()}`);
  });
  return page;
}

/** A phone that scanned the code on the wall. */
async function joinByLink(room: Room, code: string): Promise<Page> {
  const page = await openPage(room);
  await page.goto(`/join#${code}`);
  await page.locator('form[action$="/join"] button').click();
  await page.locator('#phone-screen').waitFor();
  return page;
}

/** A phone that runs no scripts: the code is typed, and the page loaded anew by its link. */
async function joinByForm(room: Room, code: string): Promise<Page> {
  const page = await openPage(room, { javaScriptEnabled: false });
  await page.goto('/join');
  await page.locator('[name="code"]').fill(code.toLowerCase());
  await page.locator('form[action="/join"] button').click();
  await page.locator('form[action$="/join"] button').click();
  await page.locator('#phone-screen').waitFor();
  return page;
}

/** The same seat on another phone. */
async function moveTo(room: Room, old: Page, code: string): Promise<Page> {
  const seat = (await old.locator('.seat-code strong').textContent()) ?? '';
  await old.context().close();
  const page = await openPage(room);
  await page.goto(`/join#${code}`);
  await page.locator('.phone-part summary').click();
  await page.locator('#seat').fill(seat);
  await page.locator('form[action$="/rejoin"] button').click();
  await page.locator('#phone-screen').waitFor();
  return page;
}

/** Shown, and past the moment in which it takes no taps. */
const shows = (phone: Page, key: string) => phone.locator(`[data-key^="${key}"]:not([data-fresh])`).waitFor();

async function cast(phone: Page, { item, round, value }: { item: string; round: number; value: number }) {
  await shows(phone, `running ${item} ${round} open`);
  await phone.locator(`.vote-button[value="${value}"]`).click();
  await phone.locator('.receipt', { hasText: `已计入：${value} 级` }).waitFor();
}

async function castByForm(phone: Page, { item, round, value }: { item: string; round: number; value: number }) {
  await phone.reload();
  await cast(phone, { item, round, value });
}

/** A workshop of three items, planned on its page; gives the id and the code. */
async function plan(page: Page, assessment: string): Promise<{ id: string; code: string }> {
  await page.goto(`/assessments/${assessment}/workshops/new`);
  await page.locator('#title').fill('生命线专题集中会商');
  for (const folded of await page.locator('.plan-areas details:not([open]) > summary').all()) await folded.click();
  for (const item of exampleItems) await page.locator(`[name="chosen"][value="${item}"]`).check();
  await page.locator('button[name="create"]').click();
  await page.getByText('投影').first().waitFor();
  const cockpit = page.locator('.page-head-actions a.button').last();
  const id = /\/workshops\/([^/?]+)/.exec((await cockpit.getAttribute('href')) ?? '')?.[1] ?? '';
  const code = (await page.locator('.page-head strong').first().textContent()) ?? '';
  await cockpit.click();
  await page.locator('#room').waitFor();
  return { id, code };
}

async function record(cockpit: Page, fill: () => Promise<void> = async () => undefined): Promise<void> {
  await fill();
  await cockpit.locator('#do-record').click();
  await cockpit.locator(step, { hasText: '已记录' }).waitFor();
}

/** A clock that is moved by hand. */
function movedClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    pass: (seconds: number) => {
      ahead += seconds * 1_000;
    },
  };
}

async function openRoom(t: TestContext) {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now });
  const browser = await openBrowser(t);
  const { page: cockpit, problems } = await visit(browser, app, { viewport: { width: 1440, height: 900 } });
  return { clock, cockpit, room: { app, browser, problems } };
}

test('five phones, a cockpit and a wall go through three items and two rounds to minutes, answers and report', {
  timeout: 180_000,
}, async t => {
  const { clock, cockpit, room } = await openRoom(t);
  const assessment = await createAssessment(room.app);
  const { id, code } = await plan(cockpit, assessment);
  const wall = await cockpit.context().newPage();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(`/workshops/${id}/screen?role=projector`);
  const press = async (key: string, now: string) => {
    await cockpit.keyboard.press(key);
    await cockpit.locator(step, { hasText: now }).waitFor();
  };

  await cockpit.locator('#do-next').click();
  await wall.locator('.join-code', { hasText: code }).waitFor();
  const one = await joinByLink(room, code);
  const two = await joinByLink(room, code);
  const sleeper = await joinByLink(room, code);
  const lost = await joinByLink(room, code);
  const plain = await joinByForm(room, code);
  await wall.getByText('已入场 5 人').waitFor();

  // The first item: far apart, so that there is a second round.
  await press('Space', '说明');
  await shows(one, `running ${survey} 0 briefing`);
  await press('Space', '投票中');
  await sleeper.context().setOffline(true);
  await cast(one, { item: survey, round: 1, value: 0 });
  await cast(two, { item: survey, round: 1, value: 5 });
  await cast(lost, { item: survey, round: 1, value: 5 });
  await castByForm(plain, { item: survey, round: 1, value: 0 });
  await wall.locator('.projector-count .big', { hasText: /^4/ }).waitFor();
  for (const page of [wall, one])
    assert.equal(await page.locator('svg.distribution').count(), 0, 'nothing is shown yet');

  // One wakes and votes late, one comes back on another phone and finds the vote that counts.
  await sleeper.context().setOffline(false);
  await cast(sleeper, { item: survey, round: 1, value: 2 });
  const moved = await moveTo(room, lost, code);
  await moved.locator('.receipt', { hasText: '已计入：5 级' }).waitFor();
  await wall.locator('.projector-count .big', { hasText: /^5/ }).waitFor();
  await press('Space', '已截止');
  await shows(moved, `running ${survey} 1 closed`);
  await press('r', '已公布');
  await wall.locator('svg.distribution').waitFor();
  await one.locator('[data-key*="revealed"]').waitFor();

  await press('v', '投票中');
  const phones = [one, two, sleeper, moved];
  await Promise.all(phones.map(phone => cast(phone, { item: survey, round: 2, value: 3 })));
  await castByForm(plain, { item: survey, round: 2, value: 3 });
  await press('Space', '已截止');
  await press('r', '已公布');
  await record(cockpit);
  await wall.getByText('这个结果可以接受吗').waitFor();
  await shows(two, `running ${survey} 2 recorded`);

  // The second: agreed at once.
  await press('Space', '说明');
  await press('Space', '投票中');
  await Promise.all(phones.map(phone => cast(phone, { item: renewal, round: 1, value: 4 })));
  await castByForm(plain, { item: renewal, round: 1, value: 4 });
  await press('Space', '已截止');
  await press('r', '已公布');
  await record(cockpit);

  // The third is a figure, on which nobody votes.
  await press('Space', '说明');
  await shows(one, `running ${hydrants} 0 briefing`);
  assert.equal(await one.locator('#vote-form').count(), 0);
  await record(cockpit, async () => {
    await cockpit.locator(`[id="${hydrants}:number"]`).fill('92');
    await cockpit.locator(`[id="${hydrants}:note"]`).fill('二季度巡检记录');
  });

  clock.pass(30);
  await cockpit.locator('details', { hasText: '结束会商' }).locator('summary').first().click();
  await cockpit.locator('form:has([value="finish"]) button').click();
  await cockpit.getByText('会商已结束').first().waitFor();
  await plain.reload();
  for (const page of [...phones, plain, wall]) await page.locator('h1', { hasText: '会商结束' }).waitFor();

  await cockpit.goto(`/workshops/${id}/minutes`);
  const text = await cockpit.locator('main').textContent();
  for (const part of ['第 1 轮', '第 2 轮', '分歧图', '二季度巡检记录', '3 项']) assert.ok(text?.includes(part), part);
  const { body } = await api(room.app).get(`/api/v1/assessments/${assessment}`).expect(200);
  const values = [survey, renewal, hydrants].map(item => body.answers[item]?.value);
  assert.deepEqual(values, [3, 4, 92]);
  assert.match(body.answers[survey].by, new RegExp(`^workshop:${id}:`));
  await cockpit.goto(`/assessments/${assessment}/report`);
  const discussed = cockpit.locator('section.discussion');
  assert.equal(await discussed.locator('.discussed-list > li').count(), exampleItems.length);
  assert.equal(await discussed.locator('.discussed-rounds').first().locator('.round-figure').count(), 2);
  assert.match((await discussed.textContent()) ?? '', /二季度巡检记录/);
  assert.deepEqual(room.problems, []);
});
