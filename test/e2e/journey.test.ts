import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { api } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const asset = 'lifeline-asset-survey';

/** From the start page to the form of the lifeline area. */
async function startAssessment(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: '新建评价' }).click();
  await page.getByLabel('城市或单位', { exact: true }).fill('澜川市');
  await page.getByRole('button', { name: '开始评价' }).click();
  await page.waitForURL(/\/assessments\/[^/]+$/);
  await page.getByRole('link', { name: /下一个未答：A1/ }).click();
  await page.waitForURL(/\/areas\/lifeline/);
}

async function storedAnswers(app: TestApp): Promise<Record<string, Record<string, unknown>>> {
  const { body: list } = await api(app).get('/api/v1/assessments');
  const { body } = await api(app).get(`/api/v1/assessments/${list[0].id}`);
  return body.answers;
}

test('with scripts each item is saved as it is answered, by mouse and by keyboard, and the report shows it', async t => {
  const app = await startApp(t);
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, { viewport: { width: 390, height: 844 } });
  await startAssessment(page);
  const card = page.locator(`[data-item="${asset}"]`);
  await card.locator('input[type="radio"][value="3"]').check();
  await card.locator('[data-part="state"]', { hasText: '已保存' }).waitFor();
  assert.equal((await storedAnswers(app))[asset]?.value, 3);

  await card.getByLabel('备注').fill('现场抽查 20 处');
  await card.getByLabel('备注').blur();
  await page.waitForFunction('!document.querySelector(".saved-state.is-unsaved[data-busy]")');
  await card.locator('input[type="radio"][value="3"]').focus();
  await page.keyboard.press('4');
  await page.waitForResponse(response => response.request().method() === 'POST' && response.ok());
  await assertSoon(async () => {
    const answer = (await storedAnswers(app))[asset];
    return answer?.value === 4 && answer.note === '现场抽查 20 处';
  });

  await page.getByRole('link', { name: '报告' }).click();
  await page.getByRole('heading', { name: /报告/, level: 1 }).waitFor();
  assert.match((await page.locator('main').textContent()) ?? '', /80\.0/);
  assert.deepEqual(problems, []);
});

test('without scripts the whole area is one form, and the report is reached', async t => {
  const app = await startApp(t);
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await startAssessment(page);
  const first = page.locator(`[data-item="${asset}"]`);
  const plan = page.locator('[data-item="lifeline-renewal-plan"]');
  await first.locator('input[type="radio"][value="2"]').check();
  await first.getByLabel('备注').fill('第一项');
  await plan.locator('input[type="radio"][value="withheld"]').check();
  await plan.getByRole('button', { name: /保存/ }).click();

  await page.getByRole('alert').waitFor();
  assert.deepEqual(
    Object.keys(await storedAnswers(app)),
    [asset],
    'the complete item is saved, the one without a reason is not',
  );
  assert.ok(await plan.locator('input[type="radio"][value="withheld"]').isChecked(), 'what was typed stays');
  await plan.locator('select').first().selectOption('work-secret');
  await plan.getByRole('button', { name: /保存/ }).click();
  await page.waitForLoadState();
  assert.equal((await storedAnswers(app))['lifeline-renewal-plan']?.reason, 'work-secret');

  await page.getByRole('link', { name: '报告' }).click();
  await page.getByRole('heading', { name: /报告/, level: 1 }).waitFor();
  assert.deepEqual(problems, []);
});

test('two tabs on one item: both versions are shown and the person chooses', async t => {
  const app = await startApp(t);
  const browser = await openBrowser(t);
  const { page } = await visit(browser, app);
  await startAssessment(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  const radio = (tab: Page, value: string) =>
    tab.locator(`[data-item="${asset}"] input[type="radio"][value="${value}"]`);
  await radio(page, '2').check();
  await page.locator(`[data-item="${asset}"] [data-part="state"]`, { hasText: '已保存' }).waitFor();
  await radio(second, '5').check();
  const conflict = second.locator(`[data-item="${asset}"] [data-part="conflict"]`);
  await conflict.getByRole('button').first().waitFor();
  assert.equal((await storedAnswers(app))[asset]?.value, 2, 'nothing is overwritten unseen');
  await conflict.getByRole('button', { name: /^用我填的/ }).click();
  await assertSoon(async () => (await storedAnswers(app))[asset]?.value === 5);
});

test('typing goes on being saved after the network was away', async t => {
  const app = await startApp(t);
  const browser = await openBrowser(t);
  const { page } = await visit(browser, app);
  await startAssessment(page);
  const card = page.locator(`[data-item="${asset}"]`);
  await page.context().setOffline(true);
  await card.locator('input[type="radio"][value="1"]').check();
  await card.locator('[data-part="state"]', { hasText: /没有保存|未保存/ }).waitFor();
  await page.context().setOffline(false);
  await card.locator('[data-part="state"]', { hasText: '已保存' }).waitFor();
  assert.equal((await storedAnswers(app))[asset]?.value, 1);
});

async function assertSoon(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) if (await holds()) return;
  assert.fail('it did not come true');
}
