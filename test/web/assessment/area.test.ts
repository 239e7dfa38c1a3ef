import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const updates = 'lifeline-asset-updates';
const roads = 'lifeline-smart-roads';

test('an unknown assessment or area is not found', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  await agent.get('/assessments/none/areas/lifeline').expect(404);
  await agent.get(`/assessments/${id}/areas/none`).expect(404);
  await agent.get(`/assessments/${id}/areas/__proto__`).expect(404);
  await agent.post(`/assessments/${id}/areas/none`).type('form').send({}).expect(404);
});

test('the form shows every item with all its levels in full', async t => {
  const app = await startApp(t);
  const { agent, area } = await openForm(app);
  const { text } = await agent.get(area).expect(200);
  assert.equal([...text.matchAll(/data-part="card"/g)].length, 11);
  assert.equal([...text.matchAll(/type="radio" name="lifeline-asset-survey:choice" value="[0-5]"/g)].length, 6);
  assert.match(text, /四类必查设施中，至少 1 类有市级部门可查的逐段台账/);
  assert.match(text, /严禁录入国家秘密/);
  assert.match(text, /等级逐级累进/);
});

test('the form speaks English to whom it should', async t => {
  const app = await startApp(t);
  const { agent, area } = await openForm(app);
  await agent.get('/language/en');
  await agent
    .get(area)
    .expect(/0<\/strong> \/ 11 answered/)
    .expect(/Every city has this/);
});

test('a whole form left as it is records nothing', async t => {
  const app = await startApp(t);
  const { id, send, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, note: ' 两行\r\n备注 ', reason: '多余的' });
  await putAnswer(app, { id, item: updates }, { answer: 'scored', value: 62.5 });
  const before = await stored();
  const response = await send({});
  assert.equal(response.status, 303, response.text);
  assert.deepEqual(await stored(), before);
});

test('saving records the items that changed and leads back to the one whose button was pressed', async t => {
  const app = await startApp(t);
  const { area, send, stored } = await openForm(app);
  const response = await send({
    [`${survey}:choice`]: '3',
    [`${survey}:note`]: '已核对',
    [`${updates}:number`]: '６２.5',
    [`${plan}:choice`]: 'withheld',
    [`${plan}:withheld-reason`]: 'trade-secret',
    save: survey,
  });
  assert.equal(response.status, 303, response.text);
  assert.equal(response.headers.location, `${area}#A1`);
  const answers = await stored();
  assert.deepEqual(answers, {
    [survey]: { rev: 1, answer: 'scored', value: 3, note: '已核对' },
    [updates]: { rev: 1, answer: 'scored', value: 62.5 },
    [plan]: { rev: 1, answer: 'withheld', reason: 'trade-secret' },
  });
});

test('what is faulty comes back as typed with its reason, what is right is saved', async t => {
  const app = await startApp(t);
  const { send, stored } = await openForm(app);
  const note = 'x'.repeat(1_000_000);
  const response = await send({
    [`${survey}:choice`]: '3',
    [`${survey}:note`]: note,
    [`${plan}:choice`]: '4',
    [`${updates}:number`]: '92%',
  });
  assert.equal(response.status, 422);
  assert.match(response.text, /备注最多 50000 字（现 1000000 字）/);
  assert.match(response.text, /“92%”不是数/);
  assert.match(
    response.text,
    /<div class="notice is-stop form-notice" role="alert"[^>]*>.*href="#lifeline-asset-survey:note"/s,
  );
  assert.ok(response.text.includes(note));
  assert.match(response.text, /value="92%"/);
  assert.deepEqual(Object.keys(await stored()), [plan]);
});

test('a form larger than 6 MB is refused', async t => {
  const app = await startApp(t);
  const { send } = await openForm(app);
  const { status } = await send({ [`${survey}:note`]: 'x'.repeat(6_300_000) });
  assert.equal(status, 413);
});

test('a revision that is no number saves nothing at all', async t => {
  const app = await startApp(t);
  const { send, stored } = await openForm(app);
  const { status } = await send({ [`${survey}:choice`]: '3', [`${plan}:rev`]: '1; drop' });
  assert.equal(status, 400);
  assert.deepEqual(await stored(), {});
});

test('an item that somebody answered while the page stood untouched is left alone', async t => {
  const app = await startApp(t);
  const { agent, area, fields, id, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 1 });
  const old = await fields();
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 2 });
  await putAnswer(app, { id, item: updates }, { answer: 'scored', value: 50 });
  await agent
    .post(area)
    .type('form')
    .send({ ...old, [`${plan}:choice`]: '5' })
    .expect(303);
  assert.deepEqual(await stored(), {
    [survey]: { rev: 2, answer: 'scored', value: 2 },
    [updates]: { rev: 1, answer: 'scored', value: 50 },
    [plan]: { rev: 1, answer: 'scored', value: 5 },
  });
});

test('two versions of an item are shown side by side, and nothing is written', async t => {
  const app = await startApp(t);
  const { agent, area, fields, id, stored } = await openForm(app);
  const old = await fields();
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2, note: '甲写的' });
  const response = await agent
    .post(area)
    .type('form')
    .send({ ...old, [`${survey}:choice`]: '4', [`${survey}:note`]: '乙写的', [`${plan}:choice`]: '1' });
  assert.equal(response.status, 412);
  assert.match(
    response.text,
    /不同之处.*作答.*备注.*<mark>甲<\/mark>写的.*<mark>乙<\/mark>写的.*都改了的 1 处用现在存的/s,
  );
  assert.match(response.text, /name="resolve" value="use-mine:lifeline-asset-survey"/);
  assert.deepEqual(await stored(), {
    [survey]: { rev: 1, answer: 'scored', value: 2, note: '甲写的' },
    [plan]: { rev: 1, answer: 'scored', value: 1 },
  });
});

for (const [way, expected] of [
  ['use-mine', { rev: 2, value: 4, note: '乙写的' }],
  ['keep-stored', { rev: 1, value: 2, note: '甲写的' }],
  ['join', { rev: 2, value: 2, note: '甲写的\n乙写的' }],
] as const) {
  test(`a conflict is settled by “${way}”`, async t => {
    const app = await startApp(t);
    const { agent, area, fields, id, stored } = await openForm(app);
    const old = await fields();
    await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2, note: '甲写的' });
    const typed = { ...old, [`${survey}:choice`]: '4', [`${survey}:note`]: '乙写的' };
    const settle = { ...typed, [`${survey}:seen`]: '1', resolve: `${way}:${survey}` };
    await agent.post(area).type('form').send(typed).expect(412);
    await agent.post(area).type('form').send(settle).expect(303);
    assert.deepEqual((await stored())[survey], { answer: 'scored', ...expected });
  });
}

test('a third version that came while two were compared is not written over', async t => {
  const app = await startApp(t);
  const { agent, area, fields, id, stored } = await openForm(app);
  const old = await fields();
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2 });
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 3 });
  const choice = { [`${survey}:choice`]: '4', [`${survey}:seen`]: '1', resolve: `use-mine:${survey}` };
  await agent
    .post(area)
    .type('form')
    .send({ ...old, ...choice })
    .expect(412);
  assert.deepEqual((await stored())[survey], { rev: 2, answer: 'scored', value: 3 });
});

test('a cleared answer is gone and its revision counts on', async t => {
  const app = await startApp(t);
  const { agent, area, id, send, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2 });
  const response = await send({ clear: survey, [`${plan}:choice`]: '2' });
  assert.equal(response.status, 303);
  assert.deepEqual(Object.keys(await stored()), [plan]);
  await agent.get(area).expect(/name="lifeline-asset-survey:rev" value="2"/);
});

test('a final assessment shows the form for reading only and takes nothing', async t => {
  const app = await startApp(t);
  const { agent, area, id, fields, stored } = await openForm(app);
  const old = await fields();
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  const { text } = await agent
    .get(area)
    .expect(200)
    .expect(/<fieldset class="bare" disabled>/);
  assert.doesNotMatch(text, /<button type="submit"/);
  await agent
    .post(area)
    .type('form')
    .send({ ...old, [`${survey}:choice`]: '2' })
    .expect(409);
  assert.deepEqual(await stored(), {});
});

test('an item that the city’s facts exclude is folded with its reason and not on the form', async t => {
  const app = await startApp(t);
  const { agent, area, fields } = await openForm(app, { profile: { smartRoads: false } });
  const { text } = await agent.get(area).expect(200);
  assert.match(text, /本地没有，不计/);
  assert.match(text, /0<\/strong> \/ 10 已作答/);
  assert.equal((await fields())[`${roads}:rev`], undefined);
});

test('only a conditional item offers “not applicable”', async t => {
  const app = await startApp(t);
  const { send } = await openForm(app);
  const response = await send({ [`${survey}:choice`]: 'not-applicable', [`${survey}:reason`]: '没有' });
  assert.equal(response.status, 422);
  assert.match(response.text, /A1：本项不是条件项/);
  assert.equal((await send({ [`${roads}:choice`]: 'not-applicable', [`${roads}:reason`]: '没有' })).status, 303);
});

test('the grade’s cap stands beside a bottom line only where the city switched it on', async t => {
  const app = await startApp(t);
  const off = await openForm(app);
  const on = await openForm(app, { policy: { bottomLineCap: true } });
  await off.agent.get(off.area).expect(/底线项：不低于 2 级/);
  await on.agent.get(on.area).expect(/底线项：低于 2 级时等次最高 C/);
});

test('each record says what it supports, and why it does not count', async t => {
  const app = await startApp(t);
  const { agent, area, id } = await openForm(app);
  const evidence = [
    { kind: 'operation', title: '在用台账' },
    { kind: 'audit', title: '过期报告', validUntil: '2026-01-01' },
    { kind: 'event', title: '之后的事件', date: '2026-12-24' },
  ];
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 4, evidence });
  const { text } = await agent.get(area).expect(200);
  assert.match(text, /在用台账.*支持到 3 级.*过期报告.*基准日已过期，不计入.*之后的事件.*晚于基准日，不计入/s);
  assert.match(text, /自报 4 级，现有佐证支持到 3 级。要全部有据，补一份数据报表或演练。/);
  assert.match(text, /is-evidence-top"[^>]*><input[^>]*value="3"/);
  assert.match(text, /is-above-evidence"[^>]*><input[^>]*value="4"/);
});

test('a page sent twice is the same, and another after the next answer', async t => {
  const app = await startApp(t);
  const { agent, area, id } = await openForm(app);
  const first = await agent.get(area);
  assert.equal((await agent.get(area)).text, first.text);
  await putAnswer(app, { id, item: survey }, { answer: 'unknown' });
  assert.match((await agent.get(area)).text, /1<\/strong> \/ 11 已作答/);
});

test('without the start token the form is closed', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const response = await api(app).get(`/assessments/${id}/areas/lifeline`).unset('Authorization');
  assert.equal(response.status, 401);
  const agent = await browser(app);
  await agent.post(`/assessments/${id}/areas/lifeline`).set('Origin', 'http://evil.example').send('').expect(403);
});

test('a form that is ahead of the store keeps what was typed and says that nothing is stored', async t => {
  const app = await startApp(t);
  const { send } = await openForm(app);
  const response = await send({
    'lifeline-renewal-plan:rev': '5',
    'lifeline-renewal-plan:choice': '2',
    'lifeline-renewal-plan:note': '还在',
  });
  assert.equal(response.status, 412);
  assert.match(response.text, /还在/);
  assert.match(response.text, /没有存着的作答/);
});
