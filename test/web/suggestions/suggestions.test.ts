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
