import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { api, createAssessment } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const feed = 'onenet-feed-matrix';
const cardOf = (page: Page) => page.locator(`[data-item="${feed}"]`);
const choice = (page: Page, row: string, column: string, value: string) =>
  page.locator(`[name="${feed}:cell:${row}:${column}"][value="${value}"]`);
const saved = (page: Page) => cardOf(page).locator('[data-part="state"]', { hasText: '已保存' }).waitFor();
const joined = (page: Page) => cardOf(page).getByText('已与本机管理员').waitFor();

async function storedTable(app: TestApp, id: string) {
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  return body.answers[feed];
}

/** Two people in one table that nobody had begun; the first has saved. */
async function twoPeople(t: Parameters<typeof openBrowser>[0]) {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  const browser = await openBrowser(t);
  const { page: fire } = await visit(browser, app);
  const { page: health, problems } = await visit(browser, app);
  for (const page of [fire, health]) await page.goto(`/assessments/${id}/areas/onenet`);
  await choice(fire, 'fire', 'gas', '3').check();
  await cardOf(fire).getByLabel('备注').focus();
  await saved(fire);
  return { app, id, fire, health, problems };
}

test('two people in different cells of one table are joined without being asked, and the focus stays where it is', async t => {
  const { app, id, health, problems } = await twoPeople(t);
  await choice(health, 'health', 'weather', '1').check();
  await joined(health);
  assert.deepEqual((await storedTable(app, id)).value, { fire: { gas: 3 }, health: { weather: 1 } });
  assert.ok(await choice(health, 'fire', 'gas', '3').isChecked(), 'the page shows the cell of the other');
  assert.equal(await health.evaluate('document.activeElement.name'), `${feed}:cell:health:weather`);

  await health.keyboard.press('ArrowRight');
  await health.keyboard.press('2');
  await cardOf(health).getByLabel('备注').focus();
  await saved(health);
  assert.deepEqual((await storedTable(app, id)).value, { fire: { gas: 3 }, health: { weather: 1, gas: 2 } });
  assert.equal(await cardOf(health).locator('.is-joined').count(), 1, 'that it was joined can still be read');
  assert.deepEqual(problems, []);
});

test('what is typed while two versions are being joined is kept and saved next', async t => {
  const { app, id, health, problems } = await twoPeople(t);
  let letGo = () => {};
  const held = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const sent = new Promise<void>(resolve => {
    health.route(`**/items/${feed}`, async route => {
      resolve();
      await held;
      await route.continue();
    });
  });
  await choice(health, 'health', 'weather', '1').check();
  await cardOf(health).locator('.evidence-new > summary').click();
  await sent;
  await cardOf(health).locator('.evidence-new').getByLabel('种类').selectOption('audit');
  await cardOf(health).locator('.evidence-new').getByLabel('名称').fill('接口清单');
  await health.keyboard.press('ArrowLeft');
  letGo();
  await joined(health);
  assert.equal(await health.evaluate('document.activeElement.value'), '接口清单');
  assert.equal(await health.evaluate('document.activeElement.selectionStart'), 3);
  await cardOf(health).getByLabel('备注').focus();
  await cardOf(health).locator('.evidence-record', { hasText: '接口清单' }).waitFor();
  await saved(health);
  const { value, evidence } = await storedTable(app, id);
  assert.deepEqual(value, { fire: { gas: 3 }, health: { weather: 1 } });
  assert.equal(evidence.length, 1);
  assert.deepEqual(problems, []);
});
