import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, visit } from '../support/open-browser.ts';
import { joinAll, votesOf } from '../support/open-cockpit.ts';
import { startApp } from '../support/start-app.ts';
import { command, exampleItems, makeWorkshop } from '../support/workshop-client.ts';

const [levels = '', , figure = ''] = exampleItems;
const step = '.step-line [aria-current]';

test('the space bar leads through an item, and the projector follows without being touched', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, { viewport: { width: 1440, height: 900 } });
  const address = `/workshops/${workshop.id}`;
  const wall = await page.context().newPage();
  await wall.goto(`${address}/screen`);
  await page.goto(address);
  await page.keyboard.press('Space');
  await page.getByText('等候入场').first().waitFor();
  const phones = await joinAll(app, workshop, 6);
  await wall.getByText('已入场 6 人').waitFor();
  await page.keyboard.press('Space');
  await page.locator(step, { hasText: '说明' }).waitFor();
  await wall.getByText('请看题，还没有开始投票').waitFor();
  await page.keyboard.press('v');
  await page.locator(step, { hasText: '投票中' }).waitFor();
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3, 3, 3, 4, 3] });
  await wall.locator('.projector-count .big', { hasText: /^6/ }).waitFor();
  await page.locator('.count-row dd', { hasText: /^6/ }).first().waitFor();
  await page.keyboard.press('Space');
  await page.locator(step, { hasText: '已截止' }).waitFor();
  for (const key of ['PageDown', 'PageUp', 'ArrowRight']) await page.keyboard.press(key);
  await wall.getByText('投票已截止').first().waitFor();
  assert.equal(await page.locator(step).textContent(), '已截止', 'a clicker never reveals');
  await page.keyboard.press('r');
  await page.locator(step, { hasText: '已公布' }).waitFor();
  await wall.locator('svg.distribution').waitFor();
  await page.keyboard.press('Space');
  assert.equal(
    await page.evaluate('document.activeElement.name'),
    `${levels}:choice`,
    'the form that records is at hand',
  );
  await page.locator('#do-record').click();
  await page.locator(step, { hasText: '已记录' }).waitFor();
  await wall.getByText('这个结果可以接受吗').waitFor();
  await page.locator('#do-undo').click();
  await page.locator(step, { hasText: '已公布' }).waitFor();
  assert.deepEqual(problems, []);
});

test('why a command was refused stays to be read while the room goes on, until the next one', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start', { command: 'brief', item: levels });
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/workshops/${workshop.id}`);
  await page.locator('#commands [name="expectedRev"]').evaluate(field => field.setAttribute('value', '0'));
  await page.locator('#do-next').click();
  await page.locator('#refused', { hasText: '没有执行' }).waitFor();
  await command(app, workshop, 'open');
  await page.locator(step, { hasText: '投票中' }).waitFor();
  const phones = await joinAll(app, workshop, 2);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3] });
  await page.locator('.count-row dd', { hasText: /^2/ }).first().waitFor();
  assert.equal(await page.locator('#refused').count(), 1);
  await page.locator('#do-next').click();
  await page.locator(step, { hasText: '已截止' }).waitFor();
  await page.locator('#refused').waitFor({ state: 'detached' });
  assert.deepEqual(problems, []);
});

test('a key counts while the answer to the one before is on its way, and a late answer takes nothing back', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/workshops/${workshop.id}`);
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route(
    '**/commands',
    async route => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await page.keyboard.press('Space');
  await page.locator(step, { hasText: '说明' }).waitFor();
  await page.keyboard.press('Space');
  await page.locator(step, { hasText: '投票中' }).waitFor();
  await page.evaluate(
    `globalThis.shown = [];
     new MutationObserver(() => shown.push(document.querySelector('${step}').textContent))
       .observe(document.querySelector('#room'), { subtree: true, childList: true });`,
  );
  const late = page.waitForResponse('**/commands');
  release();
  await (await late).finished();
  await command(app, workshop, 'lock');
  await page.getByText('恢复入场').waitFor();
  assert.deepEqual(await page.evaluate('[...new Set(shown)]'), ['投票中']);
  assert.deepEqual(problems, []);
});

test('what is typed stays while others command, and keys are letters in a field', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start', 'next', 'open');
  const phones = await joinAll(app, workshop, 6);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [0, 0, 1, 4, 5, 5] });
  await command(app, workshop, 'close', 'reveal');
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/workshops/${workshop.id}`);
  await page.locator('#record-fold > summary').click();
  const note = page.locator(`[id="${levels}:note"]`);
  await note.pressSequentially('rvpb 按时会商');
  await command(app, workshop, 'lock');
  await page.getByText('恢复入场').waitFor();
  assert.equal(await note.inputValue(), 'rvpb 按时会商');
  assert.equal(await page.evaluate('document.activeElement.id'), `${levels}:note`, 'the cursor stays too');
  await page.locator('#do-record').click();
  await page.getByText('还没有记录，请先改正').waitFor();
  assert.equal(await note.inputValue(), 'rvpb 按时会商');
  await page.evaluate('document.querySelector("#question").removeAttribute("maxlength")');
  await page.locator('#question').fill('长'.repeat(141));
  await page.locator('#question').press('Enter');
  await page.locator('#said', { hasText: '有内容需要改正' }).waitFor();
  assert.equal(await page.locator('#question').inputValue(), '长'.repeat(141), 'and the page is still there');
  await page.locator('#record .level-radios label', { hasText: '建章' }).click();
  await page.locator('#do-record').click();
  await page.locator(step, { hasText: '已记录' }).waitFor();
  assert.deepEqual(problems, []);
});

test('what the scribe writes during a round comes back after it, also past an amendment and paper ballots', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app, { items: [figure, levels] });
  await command(app, workshop, 'start', 'next', { command: 'record', value: 92 }, 'next', 'open');
  const phones = await joinAll(app, workshop, 3);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [0, 3, 5] });
  await command(app, workshop, 'close', 'reveal');
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/workshops/${workshop.id}/scribe`);
  const note = page.locator(`[id="${levels}:note"]`);
  await note.fill('两个区没有纪要');
  await page.getByRole('link', { name: '更正 A8 的记录' }).click();
  await page.locator(`[id="${figure}:number"]`).fill('91');
  await page.locator('#reason').fill('数错了');
  await command(app, workshop, 'open');
  await page.locator(step, { hasText: '投票中' }).waitFor();
  await page.locator('#do-record').click();
  await page.getByText('91%，3 级，已记录').waitFor();
  const three = page.locator('[id="count:3"]');
  await three.fill('4');
  await page.getByRole('button', { name: '录入票数' }).click();
  await page.getByText('已录入 4 张').waitFor();
  assert.equal(await three.inputValue(), '4');
  await three.fill('5');
  await page.getByRole('button', { name: '录入票数' }).click();
  await page.getByText('已录入 5 张').waitFor();
  assert.equal(await three.inputValue(), '5');
  await command(app, workshop, 'close', 'reveal');
  await note.waitFor();
  assert.equal(await note.inputValue(), '两个区没有纪要');
  assert.deepEqual(problems, []);
});

test('planning works out the day as items are ticked', async t => {
  const app = await startApp(t);
  const { assessment } = await makeWorkshop(app);
  const browser = await openBrowser(t);
  const { page, problems } = await visit(browser, app, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/assessments/${assessment}/workshops/new`);
  await page.locator('#title').fill('下午场');
  await page.locator('.plan-areas summary').first().click();
  await page.locator(`[name="chosen"][value="${levels}"]`).check();
  await page.getByText('08:30–08:42').waitFor();
  await page.locator('[id="minutes:lifeline-asset-survey"]').fill('20');
  await page.locator('#start').fill('14:00');
  await page.locator('#end').focus();
  await page.getByText('14:00–14:20').waitFor();
  await page.locator('#start').fill('25:00');
  await page.locator('#end').focus();
  await page.locator('#start-error').waitFor();
  assert.equal(await page.locator('#start').getAttribute('aria-invalid'), 'true');
  await page.locator('#start').fill('14:00');
  await page.locator('#end').focus();
  await page.locator('#start-error').waitFor({ state: 'detached' });
  assert.equal(await page.locator('#title').inputValue(), '下午场');
  assert.equal(await page.locator('.plan-areas details').first().getAttribute('open'), '');
  assert.deepEqual(problems, []);
});
