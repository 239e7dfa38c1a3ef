import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { api, createAssessment, putAnswer } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const feed = 'onenet-feed-matrix';
const cardOf = (page: Page) => page.locator(`[data-item="${feed}"]`);
const choice = (page: Page, row: string, column: string, value: string) =>
  page.locator(`[name="${feed}:cell:${row}:${column}"][value="${value}"]`);
const saved = (page: Page) => cardOf(page).locator('[data-part="state"]', { hasText: '已保存' }).waitFor();

async function openTable(
  app: TestApp,
  browser: Awaited<ReturnType<typeof openBrowser>>,
  id: string,
  options: BrowserContextOptions = {},
) {
  const { page, problems } = await visit(browser, app, options);
  await page.goto(`/assessments/${id}/areas/onenet`);
  return { page, problems };
}

async function storedTable(app: TestApp, id: string): Promise<unknown> {
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  return body.answers[feed]?.value;
}

const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement.name || document.activeElement.className');

test('a table is filled in by keyboard alone: one stop of the Tab key, arrows, digits, a whole row, undo', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  const { page, problems } = await openTable(app, await openBrowser(t), id, { viewport: { width: 1440, height: 900 } });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await cardOf(page).locator('.guidance > summary').focus();
  await press('Tab');
  assert.equal(await focused(page), `${feed}:cell:emergency:weather`);

  await press('3', 'ArrowRight', '2', 'ArrowDown', '1', 'End', '0', 'Home', 'Backspace');
  assert.equal(await focused(page), `${feed}:cell:industry:weather`);
  await press('Control+End', '3', 'Control+Home', 'ArrowUp', 'ArrowLeft');
  assert.equal(await focused(page), `${feed}:cell:emergency:weather`, 'the table ends where it ends');
  assert.match(
    (await cardOf(page).locator('[data-matrix="here"]').textContent()) ?? '',
    /应急管理：极端天气　3 准实时/,
  );
  await press('ArrowDown', 'ArrowDown', 'Shift+Digit2');
  await saved(page);
  const publicSecurity = { weather: 2, gas: 2, flood: 2, security: 2 };
  const first = { emergency: { weather: 3, gas: 2 }, industry: { gas: 1, security: 0 }, seismology: { security: 3 } };
  assert.deepEqual(await storedTable(app, id), { ...first, 'public-security': publicSecurity });
  assert.equal(await cardOf(page).locator('[data-part="filled"]').textContent(), '已填 9 / 56 格');

  await press('7', 'Control+z');
  await saved(page);
  assert.deepEqual(await storedTable(app, id), first);
  assert.equal(await page.locator('[name$=":choice"]:checked').count(), 1, 'no digit chose a level of an item');

  await press('Tab');
  assert.match(await focused(page), /button/, 'the next stop is outside of the table');
  await press('Shift+Tab');
  assert.equal(await focused(page), `${feed}:cell:public-security:weather`, 'and back where one was');
  assert.deepEqual(problems, []);
});

test('a run of cells is one change of the record', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  const { page } = await openTable(app, await openBrowser(t), id);
  await choice(page, 'fire', 'weather', '1').check();
  for (const column of ['gas', 'flood', 'security']) await choice(page, 'fire', column, '2').check();
  await cardOf(page).getByLabel('备注').focus();
  await saved(page);
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  assert.equal(body.answers[feed].rev, 1);
});

test('on a phone one row stands at a time with targets of 44 pixels, and nothing scrolls sideways', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  const { page, problems } = await openTable(app, await openBrowser(t), id, { viewport: { width: 390, height: 844 } });
  const rows = cardOf(page).locator('.matrix-table tbody tr');
  const shown = () => rows.locator('visible=true').locator('th').allTextContents();
  assert.deepEqual(await shown(), ['应急管理0 / 4']);
  const box = await cardOf(page).locator('.matrix-choice label').first().boundingBox();
  assert.ok(box && box.height >= 44 && box.width >= 44, JSON.stringify(box));
  await choice(page, 'emergency', 'gas', '2').check();
  await cardOf(page).getByRole('button', { name: '下一行' }).click();
  assert.deepEqual(await shown(), ['工业和信息化0 / 4']);
  await choice(page, 'industry', 'weather', '1').check();
  await cardOf(page).getByRole('button', { name: '本行都填这个值' }).click();
  await saved(page);
  assert.deepEqual(await storedTable(app, id), {
    emergency: { gas: 2 },
    industry: { weather: 1, gas: 1, flood: 1, security: 1 },
  });
  assert.equal(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0);
  assert.deepEqual(problems, []);
});

for (const height of [844, 667]) {
  test(`on a phone of 390 by ${height} the row stands between the header and the buttons, on arrival and after each next one`, async t => {
    const app = await startApp(t);
    const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
    const { page } = await visit(await openBrowser(t), app, { viewport: { width: 390, height } });
    await page.goto(`/assessments/${id}/areas/onenet#D2M`);
    const header = page.locator('.progress-strip');
    const tools = cardOf(page).locator('.matrix-tools');
    const row = cardOf(page).locator('.matrix-table tr.is-current');
    const between = async () => {
      const [top, bottom, th, cell] = await Promise.all(
        [header, tools, row.locator('th'), row.locator('td').first()].map(part => part.boundingBox()),
      );
      assert.ok(top && bottom && th && cell);
      assert.ok(bottom.height <= 110, `the buttons take ${bottom.height} px`);
      assert.ok(th.y >= top.y + top.height, `the row begins at ${th.y}, below ${top.y + top.height}`);
      return { room: bottom.y - (cell.y + cell.height), last: await row.locator('td').last().boundingBox(), bottom };
    };
    if (height > 700) assert.ok((await between()).room >= 0, 'the first cell can be seen');
    for (const name of ['工业和信息化', '公安', '自然资源']) {
      await cardOf(page).locator('[data-matrix="next"]').click();
      await row.getByText(name).waitFor();
      const { last, bottom } = await between();
      assert.ok(last && last.y + last.height <= bottom.y, 'the whole row can be seen');
    }
  });
}

test('a digit that the table does not take is refused where it can be seen, until the next one', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  const { page } = await openTable(app, await openBrowser(t), id);
  await choice(page, 'emergency', 'weather', '0').focus();
  await page.keyboard.press('7');
  const refusal = cardOf(page).getByText('本表只填 0 到 3');
  const box = await refusal.boundingBox();
  assert.ok(box && box.height > 10 && box.width > 50, JSON.stringify(box));
  await page.keyboard.press('3');
  await refusal.waitFor({ state: 'detached' });
  await saved(page);
  assert.deepEqual(await storedTable(app, id), { emergency: { weather: 3 } });
});

test('on a phone without scripts every row is there and is saved', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  const { page } = await openTable(app, await openBrowser(t), id, phone);
  assert.equal(await cardOf(page).locator('.matrix-table tbody tr').locator('visible=true').count(), 14);
  await choice(page, 'seismology', 'weather', '3').check();
  await choice(page, 'emergency', 'weather', '0').check();
  await cardOf(page).getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/#D2M$/);
  assert.deepEqual(await storedTable(app, id), { emergency: { weather: 0 }, seismology: { weather: 3 } });
});

test('on paper the form says its reading rules once and shows the table as numerals with their meaning', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  await putAnswer(app, { id, item: feed }, { answer: 'scored', value: { fire: { gas: 3 } } });
  const { page } = await openTable(app, await openBrowser(t), id, { javaScriptEnabled: false });
  const rules = page.getByText('等级逐级累进').locator('visible=true');
  assert.equal(await rules.count(), 0, 'folded on the screen');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await rules.count(), 1);
  assert.equal(await cardOf(page).locator('.matrix-choice span').locator('visible=true').count(), 56);
  assert.ok(await cardOf(page).getByText('准实时：1 小时内自动到达').isVisible());
});

test('two departments change one cell at once: the later sees which cells differ and joins them', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['onenet'] } });
  await putAnswer(app, { id, item: feed }, { answer: 'scored', value: { data: { gas: 1 } } });
  const browser = await openBrowser(t);
  const { page: fire } = await openTable(app, browser, id);
  const { page: health, problems } = await openTable(app, browser, id);
  await choice(fire, 'fire', 'gas', '3').check();
  await choice(fire, 'data', 'gas', '2').check();
  await cardOf(fire).getByLabel('备注').focus();
  await saved(fire);

  await choice(health, 'health', 'weather', '1').check();
  await choice(health, 'data', 'gas', '3').check();
  const conflict = cardOf(health).locator('[data-part="conflict"]');
  await conflict.getByRole('row', { name: /消防救援：燃气爆炸.*准实时.*用现在存的/ }).waitFor();
  await conflict.getByRole('row', { name: /数据管理：燃气爆炸.*定时.*准实时.*两边都改了，用现在存的/ }).waitFor();
  assert.equal(await cardOf(health).locator('.matrix-cell.is-differing').count(), 3);
  await conflict.getByRole('button', { name: '两边合并' }).click();
  await saved(health);
  const joined = { fire: { gas: 3 }, data: { gas: 2 }, health: { weather: 1 } };
  assert.deepEqual(await storedTable(app, id), joined);
  assert.ok(await choice(health, 'fire', 'gas', '3').isChecked(), 'the page shows what was joined');

  await choice(health, 'health', 'weather', '2').focus();
  await health.keyboard.press('ArrowRight');
  assert.equal(await focused(health), `${feed}:cell:health:gas`, 'the keys act on the fresh table');
  assert.deepEqual(problems, []);
});
