import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp } from '../../support/start-app.ts';

const item = 'lifeline-asset-survey';

test("last year's answers are suggested, count for nothing, and are recorded when confirmed", async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const earlier = await createAssessment(app, { period: '2025 年度', referenceDate: '2025-11-30' });
  const other = await createAssessment(app, { city: '另一市' });
  const lapsed = { kind: 'document', title: '旧报告', date: '2024-01-01', validUntil: '2025-12-31' };
  await putAnswer(app, { id: earlier, item }, { answer: 'scored', value: 3, note: '去年的说明', evidence: [lapsed] });
  const checklist = (await api(app).get('/api/v1/checklists/resilient-city').expect(200)).body;
  const second: string = checklist.areas[0].items[1].id;
  await putAnswer(app, { id: earlier, item: second }, { answer: 'unknown' });
  const setup = readForm((await agent.get('/assessments/new').expect(200)).text);
  const typed = { ...setup, city: '示例市', period: '2026 年度', referenceDate: '2026-11-30', areas: 'lifeline' };
  const create = (origin: string) =>
    agent
      .post('/assessments')
      .type('form')
      .send({ ...typed, origin });

  await t.test('one of another unit, or none at all, cannot be chosen', async () => {
    for (const origin of [other, 'nothing', '../x']) {
      const refused = await create(origin);
      assert.equal(refused.status, 422, origin);
      assert.match(refused.text, /id="origin-error"/);
    }
  });

  const created = await create(earlier);
  assert.equal(created.status, 303, created.text);
  const address = created.headers.location ?? '';
  const id = address.split('/')[2] ?? '';
  const answers = async () => (await api(app).get(`/api/v1/assessments/${id}`).expect(200)).body.answers;
  const confirm = async (fields: object) =>
    agent
      .post(address)
      .type('form')
      .send({ ...readForm((await agent.get(address).expect(200)).text), ...fields });

  await t.test('a suggestion scores nothing, and lapsed evidence is not ticked', async () => {
    const { text } = await agent.get(address).expect(200);
    assert.match(text, /去年的说明/);
    assert.match(text, /佐证 1 条在基准日不在有效期内/);
    assert.match(text, new RegExp(`value="${second}" checked`));
    assert.doesNotMatch(text, new RegExp(`value="${item}" checked`));
    assert.deepEqual(await answers(), {});
    const { body } = await api(app).get(`/api/v1/assessments/${id}/result`).expect(200);
    assert.equal(body.claimed.shown.score, null);
  });

  await t.test('nothing is recorded from a form that is malformed, older or names other items', async () => {
    await agent.post(address).type('form').send({}).expect(400);
    assert.equal((await confirm({ seen: 'x', only: item })).status, 412);
    assert.equal((await confirm({ item: '__proto__' })).status, 303);
    await agent.get(`/assessments/${earlier}/suggestions`).expect(404);
    assert.deepEqual(await answers(), {});
  });

  await t.test('confirmed ones are answers like any other, with why in the history', async () => {
    assert.equal((await confirm({ only: item })).status, 303);
    assert.equal((await answers())[item].note, '去年的说明');
    assert.match((await agent.get(`/assessments/${id}/history`).expect(200)).text, /确认 2025 年度 的填报/);
    await agent.get('/language/en').expect(303);
    assert.match((await agent.get(`/assessments/${id}/history`).expect(200)).text, /Confirmed from 2025 年度/);
    await agent.get('/language/zh-CN').expect(303);
    assert.equal((await confirm({ item: [second] })).status, 303);
    assert.deepEqual(Object.keys(await answers()).sort(), [item, second].sort());
    assert.match((await agent.get(address).expect(200)).text, /没有可参考的填报了/);
  });

  await t.test('a final assessment confirms nothing', async () => {
    await api(app).delete(`/api/v1/assessments/${id}/answers/${item}`).set('If-Match', '"1"').expect(204);
    assert.match((await agent.get(address).expect(200)).text, /尚可确认 1 项/);
    await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    assert.equal((await confirm({ seen: 'x', only: item })).status, 409);
    const { text } = await agent.get(address).expect(200);
    assert.match(text, /评价已定稿，不再参考上一次的填报/);
    assert.doesNotMatch(text, /尚可确认|<table|没有可参考的填报了/);
  });
});

test('an assessment that was begun without an earlier one can choose it later, and put it away again', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const earlier = await createAssessment(app, { period: '2025 年度', referenceDate: '2025-11-30' });
  await createAssessment(app, { period: '2024 年度', referenceDate: '2024-11-30' });
  const other = await createAssessment(app, { city: '另一市', referenceDate: '2025-12-31' });
  await putAnswer(app, { id: earlier, item }, { answer: 'scored', value: 3 });
  const id = await createAssessment(app);
  const page = async (address = '') => (await agent.get(`/assessments/${id}${address}`).expect(200)).text;
  const originNow = async () => (await api(app).get(`/api/v1/assessments/${id}`).expect(200)).body.origin;
  const choose = (fields: object) => agent.post(`/assessments/${id}/origin`).type('form').send(fields);
  const setUp = async (changes: object) =>
    agent
      .post(`/assessments/${id}/setup`)
      .type('form')
      .send({ ...readForm(await page('/setup')), areas: 'lifeline', ...changes });

  await t.test('the overview offers the last one in which somebody answered, with one press', async () => {
    assert.match(await page(), new RegExp(`2025 年度的评价已填 1 项.*name="origin" value="${earlier}"`, 's'));
    const { headers } = await choose({ origin: earlier }).expect(303);
    assert.equal(headers.location, `/assessments/${id}/suggestions`);
    assert.match(await page('/suggestions'), /尚可确认 1 项/);
    assert.doesNotMatch(await page(), /name="origin"/);
    assert.match(await page('/history'), /参考的评价.*示例市 2025 年度/s);
  });

  await t.test('set-up shows the one that is chosen, keeps it, changes it and takes none of another unit', async () => {
    const setup = await page('/setup');
    assert.match(setup, new RegExp(`<option value="${earlier}" selected>示例市 2025 年度（2025年11月30日）`));
    assert.doesNotMatch(setup, new RegExp(`value="(${other}|${id})"`));
    assert.equal((await setUp({ period: '2026 年' })).status, 303);
    assert.equal(await originNow(), earlier);
    for (const origin of [other, id, 'nobody']) assert.equal((await setUp({ origin })).status, 422, origin);
    assert.equal((await setUp({ origin: '' })).status, 303);
    assert.equal(await originNow(), undefined);
    assert.equal((await setUp({ origin: earlier })).status, 303);
    assert.equal(await originNow(), earlier);
  });

  await t.test('a set-up that was opened before somebody chose is shown again', async () => {
    const opened = readForm(await page('/setup'));
    await choose({ origin: '' }).expect(303);
    assert.equal((await setUp({ ...opened, origin: earlier })).status, 412);
    assert.equal(await originNow(), undefined);
  });

  await t.test('programs choose it too, and it is refused at the wrong moment', async () => {
    const put = (body: object) => api(app).put(`/api/v1/assessments/${id}/origin`).send(body);
    assert.equal((await put({ origin: earlier }).expect(200)).body.origin, earlier);
    assert.equal('origin' in (await put({ origin: null }).expect(200)).body, false);
    for (const origin of ['', 7, other, id, 'nobody']) await put({ origin }).expect(422);
    await api(app).put('/api/v1/assessments/nobody/origin').send({ origin: earlier }).expect(404);
    await choose({}).expect(400);
    await choose({ origin: other }).expect(422);
    await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    await choose({ origin: earlier }).expect(409);
    await put({ origin: earlier }).expect(409);
    assert.doesNotMatch(await page(), /name="origin"/);
  });
});
