import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const record = { id: 'r1', kind: 'document', title: '普查报告' };

async function openShared(app: TestApp) {
  const form = await openForm(app);
  await putAnswer(app, { id: form.id, item: survey }, { answer: 'scored', value: 3, evidence: [record] });
  await putAnswer(app, { id: form.id, item: plan }, { answer: 'scored', value: 2, evidence: [{ id: 'r1' }] });
  return form;
}

test('without scripts a record of the register is chosen from a list and used by the item', async t => {
  const app = await startApp(t);
  const { id, agent, area, send, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence: [record] });
  const { text } = await agent.get(area).expect(200);
  assert.match(text, /<optgroup label="文件"><option value="r1">普查报告（A1）<\/option><\/optgroup>/);
  const response = await send({ [`${plan}:choice`]: '2', [`${plan}:use`]: 'r1' });
  assert.equal(response.status, 303, response.text);
  assert.deepEqual((await stored())[plan], { rev: 1, answer: 'scored', value: 2, evidence: [record] });
});

test('choosing a record twice uses it once, choosing one that is not there says so and keeps the rest', async t => {
  const app = await startApp(t);
  const { send, sendItem, stored } = await openShared(app);
  assert.equal((await send({ [`${plan}:use`]: 'r1' })).status, 303);
  assert.equal((await stored())[plan]?.rev, 1);
  const response = await sendItem(plan, { rev: '1', choice: '4', note: '备注', use: '"><script>' });
  assert.equal(response.status, 422);
  assert.match(response.text, /佐证登记里没有这份佐证/);
  assert.match(response.text, /备注<\/textarea>/);
  assert.doesNotMatch(response.text, /"><script>/);
});

test('a record of several items is shown for reading, with where else it is used', async t => {
  const app = await startApp(t);
  const { agent, area, id, fields } = await openShared(app);
  const { text } = await agent.get(area).expect(200);
  assert.match(text, /普查报告.*也用于 A3，内容在登记中统一修改/s);
  assert.match(text, new RegExp(`href="/assessments/${id}/evidence/r1"`));
  const sent = await fields();
  assert.equal(sent[`${survey}:e0:ref`], 'on');
  assert.equal(sent[`${survey}:e0:title`], undefined);
});

test('a form with records of several items left as it is records nothing, also after the register changed', async t => {
  const app = await startApp(t);
  const { agent, area, id, fields, send, stored } = await openShared(app);
  const before = await stored();
  assert.equal((await send({})).status, 303);
  assert.deepEqual(await stored(), before);
  const old = await fields();
  const page = await agent.get(`/assessments/${id}/evidence/r1`);
  const seen = /name="seen" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
  await agent
    .post(`/assessments/${id}/evidence/r1`)
    .type('form')
    .send({ seen, kind: 'audit', title: '改名' })
    .expect(303);
  await agent.post(area).type('form').send(old).expect(303);
  assert.deepEqual((await stored())[survey], {
    ...before[survey],
    rev: 2,
    evidence: [{ id: 'r1', kind: 'audit', title: '改名' }],
  });
});

test('taking a record off one item leaves it to the other', async t => {
  const app = await startApp(t);
  const { send, stored } = await openShared(app);
  assert.equal((await send({ [`${survey}:e0:remove`]: 'on' })).status, 303);
  const answers = await stored();
  assert.deepEqual(answers[survey], { rev: 2, answer: 'scored', value: 3 });
  assert.deepEqual(answers[plan]?.evidence, [record]);
});

test('who typed into a record that another item has begun to use is told, and keeps what was typed', async t => {
  const app = await startApp(t);
  const { id, agent, area, fields, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence: [record] });
  const old = await fields();
  await putAnswer(app, { id, item: plan }, { answer: 'scored', value: 2, evidence: [{ id: 'r1' }] });
  const response = await agent
    .post(area)
    .type('form')
    .send({ ...old, [`${survey}:e0:title`]: '我改的名' });
  assert.equal(response.status, 422);
  assert.match(response.text, /这份佐证也用于 A3，内容请到佐证登记中修改/);
  assert.match(response.text, /value="我改的名"/);
  assert.deepEqual((await stored())[survey]?.evidence, [record]);
});

test('each record warns of what is wrong with its dates', async t => {
  const app = await startApp(t);
  const { agent, area, id } = await openForm(app);
  const evidence = [
    { kind: 'audit', title: '快到期', date: '2026-01-01', validUntil: '2026-12-31' },
    { kind: 'audit', title: '无日期' },
    { kind: 'audit', title: '倒置', date: '2026-02-01', validUntil: '2026-01-01' },
  ];
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 4, evidence });
  const { text } = await agent.get(area).expect(200);
  assert.match(
    text,
    /快到期.*基准日后 31 天到期.*支持到 5 级.*无日期.*没有日期.*支持到 5 级.*倒置.*有效期早于日期，不计入/s,
  );
});

test('the history of an item tells a change that came through the register', async t => {
  const app = await startApp(t);
  const { agent, id } = await openShared(app);
  const page = await agent.get(`/assessments/${id}/evidence/r1`);
  const seen = /name="seen" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
  await agent.post(`/assessments/${id}/evidence/r1`).type('form').send({ seen, kind: 'document', title: '普查总报告' });
  const { text } = await agent.get(`/assessments/${id}/items/${plan}/history`).expect(200);
  assert.match(text, /第 2 次　在佐证登记中修改.*修改佐证.*普查<ins>总<\/ins>报告.*第 1 次　首次作答/s);
});
