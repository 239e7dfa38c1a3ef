import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

test('an empty site says what to do first', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  await agent
    .get('/')
    .expect(200)
    .expect(/还没有评价/)
    .expect(/href="\/assessments\/new"/);
});

test('the newest assessment stands first with its figures and where to go on', async t => {
  let clock = Date.parse('2026-11-20T04:00:00Z');
  const now = () => {
    clock += 1_000;
    return new Date(clock);
  };
  const app = await startApp(t, { now });
  const agent = await browser(app);
  const old = await createAssessment(app, { city: '旧市', due: '2026-11-14' });
  const id = await createAssessment(app, { city: '澜川市', due: '2026-11-28' });
  await putAnswer(app, { id, item: 'lifeline-asset-survey' }, { answer: 'scored', value: 3 });
  const { text } = await agent.get('/').expect(200);
  assert.match(text, /澜川市 2026 年度自评价<\/a><\/h2>/);
  assert.match(text, /1<small> \/ 11 项/);
  assert.match(text, /继续填报 A2/);
  assert.match(text, /还有 8 天/);
  assert.match(text, /逾期 6 天/);
  assert.match(text, new RegExp(`href="/assessments/${old}"`));
});

test('many assessments are found by name and turned page by page', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  for (let index = 0; index < 30; index += 1) await createAssessment(app, { city: `第${index}市` });
  const first = await agent.get('/').expect(200);
  assert.match(first.text, /第 1 页，共 2 页/);
  await agent
    .get('/?page=2')
    .expect(200)
    .expect(/第 2 页，共 2 页/);
  await agent
    .get('/?page=99')
    .expect(200)
    .expect(/第 2 页，共 2 页/);
  await agent.get('/?page=-1&page=x').expect(200);
  const found = await agent.get(`/?q=${encodeURIComponent('第17市')}`).expect(200);
  assert.match(found.text, /第17市/);
  assert.doesNotMatch(found.text, /第16市/);
  await agent
    .get('/?q=%3Cscript%3E')
    .expect(200)
    .expect(/没有找到/)
    .expect(/&lt;script&gt;/);
});
