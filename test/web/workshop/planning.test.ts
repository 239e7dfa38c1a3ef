import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment } from '../../support/api-client.ts';
import { joinAll, openCockpit, textOf, votesOf } from '../../support/open-cockpit.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { exampleItems, withSecret } from '../../support/workshop-client.ts';

const [levels = '', plan = '', figure = ''] = exampleItems;

async function openPlan(app: TestApp, assessment?: string) {
  const id = assessment ?? (await createAssessment(app));
  const agent = await browser(app);
  const address = `/assessments/${id}/workshops/new`;
  const html = (await agent.get(address).expect(200)).text;
  const fields = {
    id: /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '',
    ...{ title: '示例会商', mode: 'anonymous', start: '09:00', end: '12:00' },
  };
  const send = (more: Record<string, string | string[]>) =>
    agent
      .post(address)
      .type('form')
      .send({ ...fields, ...more });
  return { id, agent, html, fields, send };
}

/** Code, minutes and time of every row of the agenda. */
function rowsIn(html: string): string[] {
  return [...html.matchAll(/<li><input type="hidden" name="agenda".*?<\/li>/gs)].map(([row]) => {
    const code = /<strong>([^<]+)<\/strong>/.exec(row)?.[1];
    const minutes = /name="minutes:[^"]+" value="([^"]*)"/.exec(row)?.[1];
    const time = /class="plan-time">(.*?)<\/span>/s.exec(row)?.[1] ?? '';
    return [code, minutes, textOf(time)].join(' ');
  });
}

test('a new assessment has no workshops and a way to plan one', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const agent = await browser(app);
  const { text } = await agent.get(`/assessments/${id}/workshops`).expect(200);
  assert.match(text, /还没有集中会商/);
  assert.match(text, new RegExp(`href="/assessments/${id}/workshops/new"`));
  await agent.get('/assessments/nobody/workshops').expect(404);
  await agent.get('/assessments/nobody/workshops/new').expect(404);
});

test('without scripts a button recomputes the times of what is ticked', async t => {
  const app = await startApp(t);
  const { send } = await openPlan(app);
  const response = await send({ chosen: [figure, levels] }).expect(200);
  assert.deepEqual(rowsIn(response.text), ['A1 12 09:00–09:12', 'A8 5 09:12–09:17']);
  assert.match(textOf(response.text), /2 项，共 17 分钟；09:17 议完，离结束还余 2 小时 43 分钟/);
});

test('an item never runs into a break, and what does not fit is marked and can be taken out', async t => {
  const app = await startApp(t);
  const { send } = await openPlan(app);
  const day = { end: '09:40', 'break:0:at': '09:20', 'break:0:minutes': '10' };
  const agenda = { agenda: [levels, plan, figure], chosen: [levels, plan, figure] };
  const planned = await send({ ...day, ...agenda, [`minutes:${levels}`]: '15' }).expect(200);
  assert.deepEqual(rowsIn(planned.text), ['A1 15 09:00–09:15', 'A3 12 排不下', 'A8 5 排不下']);
  const fitting = await send({ ...day, ...agenda, [`minutes:${levels}`]: '15', fit: 'on' }).expect(200);
  assert.deepEqual(rowsIn(fitting.text), ['A1 15 09:00–09:15']);
});

test('rows move up and down and go', async t => {
  const app = await startApp(t);
  const { send } = await openPlan(app);
  const agenda = { agenda: [levels, plan, figure], chosen: [levels, plan, figure] };
  const codes = (html: string) => rowsIn(html).map(row => row.split(' ')[0]);
  assert.deepEqual(codes((await send({ ...agenda, up: figure })).text), ['A1', 'A8', 'A3']);
  assert.deepEqual(codes((await send({ ...agenda, down: levels })).text), ['A3', 'A1', 'A8']);
  assert.deepEqual(codes((await send({ ...agenda, up: levels })).text), ['A1', 'A3', 'A8']);
  assert.deepEqual(codes((await send({ ...agenda, remove: plan })).text), ['A1', 'A8']);
  assert.deepEqual(codes((await send({ ...agenda, order: 'core-first', agenda: [figure, levels] })).text).at(0), 'A1');
});

test('quick sets choose the core, what is unanswered and what is uncertain', async t => {
  const app = await startApp(t);
  const { send, html } = await openPlan(app);
  const { body: checklist } = await api(app).get('/api/v1/checklists/resilient-city').expect(200);
  const [area] = checklist.areas;
  const core = area.items.filter((item: { core?: boolean }) => item.core).map((item: { code: string }) => item.code);
  const codes = (text: string) => rowsIn(text).map(row => row.split(' ')[0]);
  assert.deepEqual(codes((await send({ set: 'core' })).text), core);
  assert.ok(codes((await send({ set: 'unanswered' })).text).length > core.length);
  assert.ok(codes((await send({ set: 'most-uncertain' })).text).length > core.length);
  assert.deepEqual(codes((await send({ set: 'none', chosen: [levels] })).text), []);
  assert.match(html, /value="most-disputed" disabled/, 'nothing has been voted on yet');
});

test('what an earlier workshop disputed most comes first', async t => {
  const app = await startApp(t);
  const { workshop, press, send } = await openCockpit(app);
  await press('start');
  const phones = await joinAll(app, workshop, 6);
  for (const [item, values] of [
    [levels, [3, 3, 3, 3, 3, 2]],
    [plan, [0, 0, 0, 5, 5, 5]],
  ] as const) {
    await press('next', 'open');
    await votesOf(app, workshop, phones, { item, round: 1, values: [...values] });
    await press('close', 'reveal');
    const recorded = await send({ command: 'record', [`${item}:choice`]: '3', [`${item}:note`]: '理由' });
    assert.equal(recorded.status, 303);
  }
  const planned = await openPlan(app, workshop.assessment);
  const response = await planned.send({ set: 'most-disputed' });
  assert.deepEqual(
    rowsIn(response.text).map(row => row.split(' ')[0]),
    ['A3', 'A1'],
  );
});

test('creating stores what was planned and shows the keys once', async t => {
  const app = await startApp(t);
  const { id, agent, fields, send } = await openPlan(app);
  const planned = {
    ...{ agenda: [figure, levels], chosen: [levels, figure], [`minutes:${figure}`]: '７' },
    ...{ expected: '42', departments: ['water'], create: 'on' },
  };
  const created = await send(planned).expect(201);
  const links = [...created.text.matchAll(/\/workshops\/([^/]+)\/enter#key=([\w-]+)/g)];
  assert.equal(links.length, 4);
  const [, workshop = '', key = ''] = links[0] ?? [];
  assert.equal(workshop, fields.id);
  const { body } = await withSecret(app, key).get(`/api/v1/workshops/${workshop}`).expect(200);
  assert.equal(body.expected, 42);
  assert.deepEqual(
    body.agenda.map(({ item, minutes }: { item: string; minutes: number }) => [item, minutes]),
    [
      [figure, 7],
      [levels, 12],
    ],
  );
  const again = await send(planned).expect(303);
  assert.equal(again.headers.location, `/workshops/${workshop}`, 'the same form sent twice makes one workshop');
  const { text } = await agent.get(`/assessments/${id}/workshops`).expect(200);
  assert.equal([...text.matchAll(/示例会商/g)].length > 0, true);
  assert.doesNotMatch(text, new RegExp(key));
});

const bad: [what: string, fields: Record<string, string | string[]>, field: string, message: RegExp][] = [
  ['an empty title', { title: ' ' }, 'title', /请填写会商名称/],
  ['no item', { chosen: [] }, 'items', /请至少选一个检查项/],
  ['heads that are no number', { expected: 'viele' }, 'expected', /现在是“viele”/],
  ['a mode that is none', { mode: 'secret' }, 'mode', /请选择投票方式/],
  ['a time that is none', { start: '25:00' }, 'start', /请按“时:分”填写时刻/],
  ['an end before the start', { end: '08:00' }, 'end', /结束时刻须晚于开始时刻/],
  ['minutes that are none', { [`minutes:${levels}`]: '=1+1' }, `minutes:${levels}`, /须为 1 到 480 的整数分钟/],
  [
    'minutes of a break that are none',
    { 'break:0:at': '10:00', 'break:0:minutes': '-1' },
    'break:0:minutes',
    /须为 1 到/,
  ],
  ['an item of another scope', { chosen: [levels, 'bogus'] }, 'items', /下列检查项不在范围内，已去掉：bogus/],
  ['a department that is none', { departments: ['bogus'] }, 'departments', /检查表没有部门“bogus”/],
  ['a vote by departments without any', { mode: 'department' }, 'mode', /没有可以投票的部门/],
];

for (const [what, fields, field, message] of bad) {
  test(`${what} is told at its field, and nothing is made`, async t => {
    const app = await startApp(t);
    const { id, agent, send } = await openPlan(app);
    const response = await send({ chosen: [levels], create: 'on', ...fields }).expect(422);
    assert.match(response.text, message);
    assert.match(response.text, new RegExp(`<a href="#${field}">`));
    if (field !== 'title') assert.match(response.text, /name="title"[^>]*value="示例会商"/, 'what was typed stays');
    const { text } = await agent.get(`/assessments/${id}/workshops`).expect(200);
    assert.match(text, /还没有集中会商/);
  });
}

test('a title like a script is shown as text, and a form that is none is refused', async t => {
  const app = await startApp(t);
  const { agent, id, send } = await openPlan(app);
  const response = await send({ chosen: [levels], title: '<script>alert(1)</script>', create: 'on' }).expect(201);
  assert.doesNotMatch(response.text, /<script>alert/);
  await agent.post(`/assessments/${id}/workshops/new`).type('json').send({ create: 'on' }).expect(400);
  await send({ id: '../x', chosen: [levels], create: 'on' }).expect(400);
  await agent.post('/assessments/nobody/workshops/new').type('form').send({ create: 'on' }).expect(404);
});

test('the core items of the main checklist at their usual minutes fit into the day that the form offers', async t => {
  const app = await startApp(t);
  const { html, send } = await openPlan(app, await createAssessment(app, { scope: { items: 'core' } }));
  const { start = '', end = '', ...rest } = readForm(html);
  const breaks = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('break:')));
  assert.equal(Object.keys(breaks).length, 6);
  const { text } = await send({ start, end, ...breaks, set: 'core' }).expect(200);
  const rows = rowsIn(text);
  assert.ok(rows.length >= 30, `${rows.length} core items`);
  assert.deepEqual(
    rows.filter(row => row.includes('排不下')),
    [],
  );
});
