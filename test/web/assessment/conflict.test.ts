import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const feed = 'onenet-feed-matrix';
const at = new Date('2026-11-18T06:02:00Z');

const clear = (app: TestApp, id: string, rev: number) =>
  api(app).delete(`/api/v1/assessments/${id}/answers/${survey}`).set('If-Match', `"${rev}"`).expect(204);

/** A table that one department has begun; another then fills in on a page that is older. */
async function twoDepartments(app: TestApp) {
  const form = await openForm(app, { scope: { areas: ['onenet'] } }, 'onenet');
  const { id } = form;
  await putAnswer(
    app,
    { id, item: feed },
    { answer: 'scored', value: { fire: { gas: 1, flood: 1 }, data: { gas: 1 } } },
  );
  const old = await form.fields();
  const theirs = { answer: 'scored', value: { fire: { gas: 3, flood: 1 }, data: { gas: 2 } } };
  await putAnswer(app, { id, item: feed, rev: 1 }, theirs);
  const mine = {
    [`${feed}:cell:fire:flood`]: '2',
    [`${feed}:cell:health:weather`]: '0',
    [`${feed}:cell:data:gas`]: '3',
  };
  return { ...form, typed: { ...old, ...mine } };
}

test('everything in which two versions differ stands side by side, with who and when', async t => {
  const app = await startApp(t, { now: () => at });
  const { agent, area, fields, id } = await openForm(app);
  const record = { id: 'r1', kind: 'document', title: '普查报告' };
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2, note: '共 46 处', evidence: [record] });
  const old = await fields();
  const withheld = {
    answer: 'withheld',
    reason: 'work-secret',
    note: '共 48 处',
    evidence: [{ ...record, number: '8 号' }],
  };
  await putAnswer(app, { id, item: survey, rev: 1 }, withheld);
  const typed = { ...old, [`${survey}:choice`]: '4', [`${survey}:e0:remove`]: 'on' };
  const { status, text } = await agent.post(area).type('form').send(typed);
  assert.equal(status, 412);
  assert.match(text, /本机管理员 14:02 保存了第 2 次修改/);
  assert.match(
    text,
    /现在存的　本机管理员 14:02<\/dt><dd><span>不便公开：工作秘密<.*您填的，还没有保存<\/dt><dd>.*协同/s,
  );
  assert.match(text, /备注.*共 <mark>48<\/mark> 处.*共 <mark>46<\/mark> 处.*用现在存的/s);
  assert.match(text, /佐证.*文件《普查报告》、8 号.*没有.*两边都改了，用现在存的/s);
});

test('the cells of a table are compared one by one, and those that differ are marked', async t => {
  const app = await startApp(t);
  const { agent, area, typed } = await twoDepartments(app);
  const { status, text } = await agent.post(area).type('form').send(typed);
  assert.equal(status, 412);
  const rows = [...text.matchAll(/<tr><th scope="row">([^<]+)<\/th><td data-label="现在存的">(.*?)<\/tr>/gs)];
  const words = rows.map(([, what, rest = '']) => [
    what,
    rest
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]);
  assert.deepEqual(words, [
    ['卫生健康：极端天气', '未填 0 没有：这类风险用得上的数据没有到平台 用您填的'],
    ['数据管理：燃气爆炸', '2 定时：按周期自动更新 3 准实时：1 小时内自动到达 两边都改了，用现在存的'],
    ['消防救援：燃气爆炸', '3 准实时：1 小时内自动到达 1 按需：平台查询时才返回 用现在存的'],
    ['消防救援：城市内涝', '1 按需：平台查询时才返回 2 定时：按周期自动更新 用您填的'],
  ]);
  assert.equal([...text.matchAll(/is-differing/g)].length, 4);
});

for (const [way, expected] of [
  ['use-mine', { fire: { gas: 1, flood: 2 }, data: { gas: 3 }, health: { weather: 0 } }],
  ['keep-stored', { fire: { gas: 3, flood: 1 }, data: { gas: 2 } }],
  ['join', { fire: { gas: 3, flood: 2 }, data: { gas: 2 }, health: { weather: 0 } }],
] as const) {
  test(`two departments in one table: “${way}”`, async t => {
    const app = await startApp(t);
    const { agent, area, typed, stored } = await twoDepartments(app);
    await agent
      .post(area)
      .type('form')
      .send({ ...typed, [`${feed}:seen`]: '2', resolve: `${way}:${feed}` })
      .expect(303);
    assert.deepEqual((await stored())[feed]?.value, expected);
  });
}

test('a third department that saved meanwhile is not written over by joining', async t => {
  const app = await startApp(t);
  const { agent, area, id, typed, stored } = await twoDepartments(app);
  await putAnswer(app, { id, item: feed, rev: 2 }, { answer: 'scored', value: { market: { gas: 3 } } });
  const join = { ...typed, [`${feed}:seen`]: '2', resolve: `join:${feed}` };
  await agent.post(area).type('form').send(join).expect(412);
  assert.deepEqual((await stored())[feed]?.value, { market: { gas: 3 } });
});

test('an answer that was cleared meanwhile is said to be cleared, and mine can be stored', async t => {
  const app = await startApp(t);
  const { agent, area, fields, id, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2 });
  const typed = { ...(await fields()), [`${survey}:choice`]: '4' };
  await clear(app, id, 1);
  const { status, text } = await agent.post(area).type('form').send(typed);
  assert.equal(status, 412);
  assert.match(text, /清除了作答（第 2 次修改）/);
  assert.doesNotMatch(text, /value="join:/, 'there is nothing to join with');
  const settle = { ...typed, [`${survey}:seen`]: '2', resolve: `use-mine:${survey}` };
  await agent.post(area).type('form').send(settle).expect(303);
  assert.deepEqual((await stored())[survey], { rev: 3, answer: 'scored', value: 4 });
});

test('who wants to clear an answer that changed meanwhile sees it first, and may clear it all the same', async t => {
  const app = await startApp(t);
  const { agent, area, fields, id, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2 });
  const old = await fields();
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 3 });
  const { status, text } = await agent
    .post(area)
    .type('form')
    .send({ ...old, clear: survey });
  assert.equal(status, 412);
  assert.match(text, /您填的，还没有保存<\/dt><dd><span>未作答/);
  assert.match(text, /value="clear-anyway:lifeline-asset-survey">仍然清除/);
  assert.doesNotMatch(text, /value="use-mine:/);
  assert.equal((await stored())[survey]?.value, 3);
  const anyway = { ...old, [`${survey}:seen`]: '2', resolve: `clear-anyway:${survey}` };
  await agent.post(area).type('form').send(anyway).expect(303);
  assert.deepEqual(await stored(), {});
});
