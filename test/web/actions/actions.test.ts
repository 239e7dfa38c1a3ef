import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyReport } from '#report/verify-report.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp } from '../../support/start-app.ts';

const now = () => new Date('2026-11-19T04:00:00.000Z');
const item = 'lifeline-asset-survey';

/** One program for the whole file: every test has an assessment of its own. */
async function openPlan(test: Parameters<typeof startApp>[0]) {
  const app = await startApp(test, { now });
  const agent = await browser(app);
  const call = api(app);

  async function plan(overrides: object = {}) {
    const id = await createAssessment(app, overrides);
    await putAnswer(app, { id, item }, { answer: 'scored', value: 3, evidence: [{ kind: 'document', title: '报告' }] });
    const base = `/assessments/${id}/actions`;
    const fields = { item, target: '4', evidence: 'operation', measure: '补查', lead: 'housing', status: 'planned' };
    return {
      ...{ id, base, fields },
      list: async () => (await call.get(`/api/v1${base}`).expect(200)).body,
      post: (address: string, sent: object) => agent.post(address).type('form').send(sent),
      page: async (query = '') => (await agent.get(`${base}${query}`).expect(200)).text,
      final: () => agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303),
    };
  }
  return { app, agent, plan };
}

test('the action plan', async suite => {
  const { agent, plan } = await openPlan(suite);

  await suite.test('an empty plan explains itself and offers what the answers suggest', async () => {
    const { page, post, base, list } = await plan();
    const html = await page();
    assert.match(html, /从差距开始/);
    assert.match(html, /达到 4 级/);
    await post(`${base}/adopt`, { item, kind: 'level' }).expect(303);
    const [action] = await list();
    assert.deepEqual(
      [action.item, action.target, action.evidence, action.lead, action.status],
      [item, 4, ['measurement'], 'housing', 'planned'],
    );
    assert.doesNotMatch(await page(), /从差距开始/);
  });

  await suite.test('adopting the same suggestion twice plans one action', async () => {
    const { post, base, list } = await plan();
    await Promise.all([1, 2].map(() => post(`${base}/adopt`, { item, kind: 'level' }).expect(303)));
    assert.equal((await list()).length, 1);
  });

  await suite.test('a form plans an action, sent twice it is there once', async () => {
    const { post, base, fields, list, page } = await plan();
    const sent = {
      ...fields,
      support: ['water', 'urban-management'],
      deadline: '2027/6/1',
      costBand: '10-50',
      costEstimate: '２８.5',
    };
    const first = await post(base, sent).expect(303);
    const second = await post(base, sent).expect(303);
    assert.equal(first.headers.location, second.headers.location);
    const [action, ...more] = await list();
    assert.equal(more.length, 0);
    assert.deepEqual(
      [action.deadline, action.cost, action.support, action.gain.low > 0],
      ['2027-06-01', { band: '10-50', estimate: 28.5 }, ['water', 'urban-management'], true],
    );
    assert.match(await page(), /28.5 万元/);
  });

  const wrong: [field: string, sent: object, says: RegExp][] = [
    ['target', { target: '3' }, /目标须高于现状/],
    ['target', { target: '四级' }, /href="#target"/],
    ['measure', { measure: ' ' }, /请写明做什么/],
    ['measure', { measure: 'x'.repeat(5_001) }, /最多 5,000 字/],
    ['deadline', { deadline: '下周' }, /“下周”不是日期/],
    ['costBand', { costEstimate: '5' }, /请同时选经费档/],
    ['costEstimate', { costBand: '10-50', costEstimate: '很多' }, /最多两位小数/],
    ['costEstimate', { costBand: '10-50', costEstimate: '99' }, /概算不在所选的经费档内/],
    ['lead', { lead: 'nobody' }, /检查表里没有部门“nobody”/],
    ['acceptedBy', { status: 'accepted' }, /请填写谁验收/],
    ['acceptedOn', { status: 'accepted', acceptedBy: '市安委办', acceptedAgainst: '表' }, /请填写验收日期/],
  ];
  await suite.test('what is wrong is said beside its field, and what was typed stays', async () => {
    const { post, base, fields, list } = await plan();
    for (const [field, sent, says] of wrong) {
      const { status, text } = await post(base, { ...fields, funding: '=cmd|x', ...sent });
      assert.equal(status, 422, field);
      assert.match(text, says);
      assert.match(text, new RegExp(`href="#${field}"`));
      assert.equal(readForm(text).funding, '=cmd|x');
    }
    assert.deepEqual(await list(), []);
  });

  await suite.test('a script tag is shown as it was typed', async () => {
    const { post, base, fields, page } = await plan();
    await post(base, { ...fields, measure: '<script>alert(1)</script>' }).expect(303);
    const html = await page();
    assert.match(html, /&lt;script&gt;alert/);
    assert.doesNotMatch(html, /<script>alert/);
  });

  await suite.test('a deadline gone by is taken and marked', async () => {
    const { post, base, fields, page } = await plan();
    await post(base, { ...fields, deadline: '2026-11-18' }).expect(303);
    assert.match(await page('?order=deadline'), /已逾期[\s\S]*逾期/);
    const today = await plan();
    await today.post(today.base, { ...fields, deadline: '2026-11-19' }).expect(303);
    assert.doesNotMatch(await today.page('?order=deadline'), /逾期/);
  });

  await suite.test('two people who change one action see each other, and the second decides', async () => {
    const { post, base, fields, list } = await plan();
    await post(base, fields).expect(303);
    const address = `${base}/${(await list())[0].id}`;
    const seen = readForm((await agent.get(address).expect(200)).text);
    await post(address, { ...seen, measure: '第一人' }).expect(303);
    const { status, text } = await post(address, { ...seen, measure: '第二人' });
    assert.equal(status, 412);
    assert.match(text, /第一人[\s\S]*第二人/);
    assert.equal((await list())[0].measure, '第一人');
    await post(address, { ...readForm(text) }).expect(303);
    assert.equal((await list())[0].measure, '第二人');
  });

  await suite.test('what was removed while it was edited is not lost', async () => {
    const { post, base, fields, list } = await plan();
    await post(base, fields).expect(303);
    const address = `${base}/${(await list())[0].id}`;
    const seen = readForm((await agent.get(address).expect(200)).text);
    await post(`${address}/remove`, { rev: '9' }).expect(412);
    await post(`${address}/remove`, { rev: '1' }).expect(303);
    const { status, text } = await post(address, { ...seen, measure: '还在写' });
    assert.equal(status, 410);
    assert.match(text, new RegExp(`action="${base}"`));
    await post(base, readForm(text)).expect(303);
    assert.equal((await list())[0].measure, '还在写');
    assert.equal((await agent.get(address)).status, 404);
  });

  await suite.test('progress is recorded, and a note that cannot be is kept as typed', async () => {
    const { post, base, fields, list } = await plan();
    await post(base, fields).expect(303);
    const address = `${base}/${(await list())[0].id}`;
    await post(`${address}/notes`, { on: '2026-11-01', text: '进场' }).expect(303);
    const { status, text } = await post(`${address}/notes`, { on: '昨天', text: '完工' });
    assert.equal(status, 422);
    assert.match(text, /“昨天”不是日期/);
    assert.match(text, />完工</);
    assert.deepEqual(
      (await list())[0].notes.map((note: { text: string }) => note.text),
      ['进场'],
    );
    await post(`${base}/nothing/notes`, { on: '2026-11-01', text: 'x' }).expect(404);
  });

  await suite.test('a final assessment takes actions and keeps its scores', async () => {
    const { id, final, post, base, fields, list, page } = await plan();
    await final();
    const result = async () => (await agent.get(`/api/v1/assessments/${id}/result`).set('Origin', '')).text;
    const before = await result();
    await post(base, fields).expect(303);
    assert.equal((await list()).length, 1);
    assert.equal(await result(), before);
    assert.match(await page(), /得分不再变/);
  });

  await suite.test('what is ticked is worked out, and a budget finds the best set', async () => {
    const { post, base, fields, list, page } = await plan();
    await post(base, { ...fields, costBand: '10-50', costEstimate: '20' }).expect(303);
    await post(base, { ...fields, target: '5', measure: '更多', costBand: '50-200', costEstimate: '100' }).expect(303);
    const [small] = await list();
    assert.match(await page(`?do=sum&pick=${small.id}&pick=ghost`), /计入勾选的 1 条/);
    assert.match(await page('?do=sum'), /计入勾选的 0 条/);
    const best = await page('?do=best&budget=50&aim=low');
    assert.match(best, /50 万元以内，这 1 条（约 20 万元）/);
    assert.match(best, new RegExp(`value="${small.id}"[^>]* checked`));
    assert.match(await page('?do=best&budget=many'), /请填写预算/);
    assert.match(await page('?order=nothing&aim=x&budget=1&budget=2'), /措施清单/);
  });

  await suite.test('the plan as a table neutralises formulas and names the gain', async () => {
    const { post, base, fields } = await plan();
    await post(base, { ...fields, measure: '=1+1', funding: '+cmd|calc' }).expect(303);
    const { text, headers } = await agent.get(`${base}.csv`).expect(200);
    assert.match(headers['content-type'] ?? '', /text\/csv/);
    assert.match(text, /'=1\+1/);
    assert.match(text, /'\+cmd\|calc/);
    assert.match(text, /下限增益/);
  });

  await suite.test('last year goes on in this one, once, and only within the city', async () => {
    const last = await plan({ period: '2025 年度', city: '结转市' });
    await last.post(last.base, last.fields).expect(303);
    const next = await plan({ city: '结转市' });
    assert.match(await next.page(), /2025 年度的评价还有 1 条/);
    for (let twice = 0; twice < 2; twice++) await next.post(`${next.base}/carry`, { from: last.id }).expect(303);
    const [action, ...more] = await next.list();
    assert.equal(more.length, 0);
    assert.equal(action.origin.assessment, last.id);
    assert.doesNotMatch(await next.page(), /可以结转/);
    const other = await plan({ city: '别的市' });
    await other.post(`${other.base}/carry`, { from: last.id }).expect(404);
    await other.post(`${other.base}/carry`, { from: other.id }).expect(404);
  });

  await suite.test('the history tells what became of an action', async () => {
    const { id, post, base, fields, list } = await plan();
    await post(base, fields).expect(303);
    const address = `${base}/${(await list())[0].id}`;
    await post(address, { ...fields, rev: '1', status: 'running' }).expect(303);
    await post(`${address}/notes`, { on: '2026-11-01', text: '进场' }).expect(303);
    await post(`${address}/remove`, { rev: '2' }).expect(303);
    const { text } = await agent.get(`/assessments/${id}/history`).expect(200);
    for (const words of ['新增整改措施', '修改整改措施', '整改进展', '删除整改措施', '进行中', '进场'])
      assert.match(text, new RegExp(words));
    const { text: filtered } = await agent.get(`/assessments/${id}/history?kind=action-noted&q=进场`).expect(200);
    assert.match(filtered, /符合条件的 1 条/);
  });

  await suite.test('a department sees what it leads and supports', async () => {
    const { id, post, base, fields } = await plan();
    await post(base, { ...fields, support: 'water' }).expect(303);
    for (const [department, role] of [
      ['housing', '牵头'],
      ['water', '配合'],
    ] as const) {
      const { text } = await agent.get(`/assessments/${id}/departments/${department}`).expect(200);
      assert.match(text, new RegExp(`补查[\\s\\S]*<td class="action-role" data-label="分工">${role}`));
    }
    const { text } = await agent.get(`/assessments/${id}/departments/fire`).expect(200);
    assert.doesNotMatch(text, /补查/);
  });

  await suite.test('the report has the plan as recommendations, and so has its file', async () => {
    const { id, post, base, fields } = await plan();
    await post(base, { ...fields, deadline: '2026-11-01' }).expect(303);
    const { text } = await agent.get(`/assessments/${id}/report`).expect(200);
    assert.match(text, /整改建议/);
    assert.match(text, /1 条已过期限没有完成/);
    assert.match(text, /没有完成的 1 条整改措施都没有填经费。/);
    assert.match(text, /<td data-label="期限、经费">(?:(?!<\/td>)[\s\S])*经费未定/);
    const { body } = await agent.get(`/assessments/${id}/report.json`).expect(200);
    assert.deepEqual([body.actions.length, body.actions[0].overdue, body.actions[0].measure], [1, true, '补查']);
  });

  await suite.test('unknown assessments, actions and items are told', async () => {
    const { base } = await plan();
    await agent.get('/assessments/nothing/actions').expect(404);
    await agent.get(`${base}/nothing`).expect(404);
    await agent.post(`${base}/nothing`).type('form').send({}).expect(404);
    const { text } = await agent.get(`${base}/new?item=nothing`).expect(200);
    assert.match(text, /没有这一项，请重选/);
    await agent.get(`${base}/new`).expect(200);
  });
});

test('what is overdue goes by the day of the time zone that is set, in the plan and in every file', async t => {
  const late = () => new Date('2026-11-30T23:30:00.000Z');
  const app = await startApp(t, { now: late, timeZone: 'America/New_York' });
  const id = await createAssessment(app);
  const base = `/assessments/${id}`;
  const user = api(app);
  for (const deadline of ['2026-11-29', '2026-11-30'])
    await user.post(`/api/v1${base}/actions`).send({ item, target: 4, measure: deadline, deadline }).expect(201);
  const { body: plan } = await user.get(`/api/v1${base}/actions`).expect(200);
  const { body: report } = await user.get(`${base}/report.json`).expect(200);
  for (const actions of [plan, report.actions])
    assert.deepEqual(
      actions.map((one: { overdue: boolean }) => one.overdue),
      [true, false],
    );
  assert.equal(report.today, '2026-11-30');
  assert.deepEqual(verifyReport(report).differences, []);
  const { text } = await (await browser(app)).get('/assessments/new').expect(200);
  assert.match(text, /value="2026-11-30"/);
});
