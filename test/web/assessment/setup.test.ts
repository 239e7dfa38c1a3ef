import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const typed = { city: '澜川市', period: '2026 年度', referenceDate: '2026-11-30', areas: 'lifeline', items: 'all' };

test('city and period are enough to start', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  await agent
    .get('/assessments/new')
    .expect(200)
    .expect(/严禁录入国家秘密/);
  const created = await agent.post('/assessments').type('form').send(typed).expect(303);
  await agent
    .get(created.headers.location ?? '')
    .expect(200)
    .expect(/澜川市 2026 年度/);
  const { body } = await api(app).get('/api/v1/assessments').expect(200);
  assert.deepEqual(
    body.map(({ city, profile, policy }: Record<string, unknown>) => ({ city, profile, policy })),
    [{ city: '澜川市', profile: {}, policy: { bottomLineCap: false, bottomLinesOff: [] } }],
  );
});

test('facts, scope and bottom lines are stored as chosen', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const chosen = {
    'fact.smartRoads': 'no',
    items: 'core',
    bottomLineCap: 'on',
    bottomLinesOff: 'lifeline-asset-survey',
  };
  const { headers } = await agent
    .post('/assessments')
    .type('form')
    .send({ ...typed, ...chosen })
    .expect(303);
  const { body } = await api(app).get(`/api/v1${headers.location}`).expect(200);
  assert.deepEqual(body.profile, { smartRoads: false });
  assert.deepEqual(body.scope, { areas: ['lifeline'], items: 'core' });
  assert.deepEqual(body.policy, { bottomLineCap: true, bottomLinesOff: ['lifeline-asset-survey'] });
});

const bad: [field: string, value: string, message: RegExp][] = [
  ['city', '', /请填写城市或单位名称/],
  ['city', '市'.repeat(61), /请填写城市或单位名称/],
  ['period', ' ', /请填写评价期/],
  ['referenceDate', '2026-02-30', /没有“2026-02-30”这一天/],
  ['referenceDate', '', /请选择日期/],
  ['due', 'tomorrow', /没有“tomorrow”这一天/],
  ['unitCode', '12345', /“12345”不是行政区划代码/],
];

for (const [field, value, message] of bad) {
  test(`a wrong ${field} "${value.slice(0, 12)}" is told at its field, and what was typed stays`, async t => {
    const app = await startApp(t);
    const agent = await browser(app);
    const other = field === 'city' ? 'period' : 'city';
    const response = await agent
      .post('/assessments')
      .type('form')
      .send({ ...typed, [field]: value })
      .expect(422);
    assert.match(response.text, message);
    assert.match(response.text, new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    assert.match(response.text, new RegExp(`id="${other}"[^>]*value="${typed[other]}"`));
    const { body } = await api(app).get('/api/v1/assessments');
    assert.deepEqual(body, []);
  });
}

test('a scope without areas is told', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const { areas: _none, ...withoutAreas } = typed;
  await agent
    .post('/assessments')
    .type('form')
    .send(withoutAreas)
    .expect(422)
    .expect(/请至少选一个任务领域/);
});

test('a city named like a script or a formula is shown as text', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  for (const city of ['<script>alert(1)</script>', '=HYPERLINK("http://x")', '\u202e市城', '__proto__']) {
    const { headers } = await agent
      .post('/assessments')
      .type('form')
      .send({ ...typed, city })
      .expect(303);
    const { text } = await agent.get(headers.location ?? '').expect(200);
    assert.doesNotMatch(text, /<script>alert|\u202e/);
  }
});

test('the set-up can be changed until the assessment is final, and again after reopening', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const id = await createAssessment(app);
  const address = `/assessments/${id}/setup`;
  await agent
    .get(address)
    .expect(200)
    .expect(/value="示例市"/);
  const { text } = await agent.get(address);
  const seen = /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
  await agent
    .post(address)
    .type('form')
    .send({ ...typed, city: '新名市', seen })
    .expect(303);
  await agent
    .post(address)
    .type('form')
    .send({ ...typed, city: '' })
    .expect(422);
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  await agent
    .post(address)
    .type('form')
    .send({ ...typed, city: '又改市' })
    .expect(409)
    .expect(/已定稿/);
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'open' }).expect(303);
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'gone' }).expect(400);
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  assert.equal(body.city, '新名市');
  assert.equal(body.state, 'open');
  await agent.get('/assessments/nobody/setup').expect(404);
  await agent.post('/assessments/nobody/setup').type('form').send(typed).expect(404);
});

test('a forged area, an unknown checklist and a form that is none are refused', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  await agent
    .post('/assessments')
    .type('form')
    .send({ ...typed, areas: 'bogus' })
    .expect(422);
  await agent
    .post('/assessments')
    .type('form')
    .send({ ...typed, checklist: 'bogus' })
    .expect(404);
  await agent.post('/assessments').type('json').send(typed).expect(400);
  await agent
    .post('/assessments')
    .type('form')
    .send({ ...typed, city: '\u200b\u2060' })
    .expect(422);
});

test('a set-up that somebody else changed meanwhile is shown, not overwritten', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const id = await createAssessment(app);
  const address = `/assessments/${id}/setup`;
  const markIn = (html: string) => /name="seen" value="(\w+)"/.exec(html)?.[1] ?? '';
  const seen = markIn((await agent.get(address)).text);
  await agent
    .post(address)
    .type('form')
    .send({ ...typed, city: '先改市', seen })
    .expect(303);
  const conflict = await agent
    .post(address)
    .type('form')
    .send({ ...typed, city: '后改市', seen })
    .expect(412);
  assert.match(conflict.text, /现在存的是：先改市/);
  assert.match(conflict.text, /value="后改市"/);
  const again = { ...typed, city: '后改市', seen: markIn(conflict.text) };
  await agent.post(address).type('form').send(again).expect(303);
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  assert.equal(body.city, '后改市');
});
