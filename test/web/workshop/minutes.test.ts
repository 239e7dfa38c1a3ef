import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinAll, openCockpit, textOf, votesOf, withKey } from '../../support/open-cockpit.ts';
import { startApp } from '../../support/start-app.ts';
import { exampleItems, withSecret } from '../../support/workshop-client.ts';

const [levels = '', plan = ''] = exampleItems;

test('the minutes write themselves: rounds side by side, record, dissent, actions, questions and log', async t => {
  const app = await startApp(t);
  const { workshop, press, page, agent, address } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 6);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [0, 1, 2, 3, 4, 5] });
  await press('close', 'reveal', 'open');
  await votesOf(app, workshop, phones, { item: levels, round: 2, values: [3, 3, 3, 3, 4, 3] });
  await press('close', 'reveal');
  const texts = { [`${levels}:note`]: '按时会商', dissent: '一人认为是 4 级', 'action:0:what': '补齐纪要' };
  await press({ command: 'record', ...texts });
  await agent.post(`${address}/questions`).type('form').send({ text: '区县算不算' }).expect(303);
  await press(
    'next',
    'open',
    { command: 'void', round: '1', reason: '念错了题' },
    { command: 'park', reason: '等数据' },
  );
  assert.match(await page('/minutes'), /会商还没有结束/);
  await press('finish');
  const html = await page('/minutes');
  const text = textOf(html);
  for (const part of [
    '分歧图',
    '第 1 轮',
    '第 2 轮',
    '按时会商',
    '一人认为是 4 级',
    '补齐纪要',
    '区县算不算',
    '念错了题',
    '等数据',
    '已搁置',
  ])
    assert.ok(text.includes(part), part);
  assert.match(html, /aria-label="第 2 轮：[^"]*；第 1 轮：/);
  assert.doesNotMatch(text, /会商还没有结束/);
  assert.match(text, /没有议到的检查项 A8/);
  const { text: list } = await agent.get(`/assessments/${workshop.assessment}/workshops`).expect(200);
  assert.match(list, new RegExp(`href="/workshops/${workshop.id}/minutes"`));
});

test('the minutes of a workshop that has not begun say so, in both languages', async t => {
  const app = await startApp(t);
  const { page, agent } = await openCockpit(app, { items: [plan] });
  assert.match(textOf(await page('/minutes')), /1 项中已记录 0 项.*还没有操作/);
  await agent.get('/language/en').expect(303);
  assert.match(textOf(await page('/minutes')), /Nothing has been done yet/);
});

test('an item that was skipped is told as skipped, not among those that were not reached', async t => {
  const app = await startApp(t);
  const { press, page } = await openCockpit(app, { items: [levels, plan] });
  await press('start', 'next', 'skip', 'finish');
  const text = textOf(await page('/minutes'));
  assert.match(text, /A1 市政设施普查与底数 已跳过.*没有议到的检查项 (?!A1)/);
});

test('a scribe and a co-facilitator read the minutes, the page and the API say the same', async t => {
  const app = await startApp(t);
  const { workshop, press, address } = await openCockpit(app);
  await press('start');
  for (const key of [workshop.keys.scribe, workshop.keys.coFacilitator]) {
    const reader = await withKey(app, workshop, key);
    await reader
      .get(`${address}/minutes`)
      .expect(200)
      .expect(/示例会商/);
    await withSecret(app, key).get(`/api/v1${address}/minutes`).expect(200);
  }
});
