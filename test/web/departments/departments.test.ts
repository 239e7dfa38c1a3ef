import assert from 'node:assert/strict';
import { test } from 'node:test';
import { departmentWorks } from '#assessment/department-work.ts';
import { departmentPage } from '#web/departments/department-page.ts';
import { departmentsPage } from '#web/departments/departments-page.ts';
import { formatIn } from '#web/format.ts';
import { openTemplates } from '#web/render-page.ts';
import { openWords } from '#web/words.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { buildChecklist } from '../../support/build-checklist.ts';
import { buildOpen } from '../../support/build-open.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));

async function openDepartments(app: TestApp, overrides: object = {}) {
  const id = await createAssessment(app, overrides);
  return { id, agent: await browser(app), base: `/assessments/${id}/departments` };
}

/** The cells of a department's line, without tags. */
function lineOf(html: string, name: string): string[] {
  const [, line = ''] = new RegExp(`<tr><th scope="row"><a[^>]*>${name}</a></th>(.*?)</tr>`, 's').exec(html) ?? [];
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/gs)]
    .slice(1)
    .map(([, cell = '']) => cell.replace(/<[^>]+>/g, '').trim());
}

test('every department stands with what it leads, what of it is answered, open and short of evidence', async t => {
  const app = await startApp(t, { now: () => new Date('2026-11-24T06:40:00Z') });
  const { agent, base, id } = await openDepartments(app, { due: '2026-12-08' });
  await putAnswer(app, { id, item: 'lifeline-asset-survey' }, { answer: 'scored', value: 4 });
  const audit = [{ kind: 'audit', title: '检验' }];
  await putAnswer(app, { id, item: 'lifeline-renewal-plan' }, { answer: 'scored', value: 3, evidence: audit });
  const { text } = await agent.get(base).expect(200);
  assert.deepEqual(lineOf(text, '住房城乡建设'), ['2 / 8', '6', '1', '2', '']);
  assert.deepEqual(lineOf(text, '水务'), ['—', '—', '—', '10', '']);
  assert.match(text, /自评 12月8日 截止/);
  const led = [...text.matchAll(/class="brick [^"]*brick-code"/g)].length;
  assert.equal(led, 11, 'every item is led by exactly one department');
});

test('the overview leads to the departments, and names who leads what is open', async t => {
  const app = await startApp(t);
  const { agent, base, id } = await openDepartments(app);
  const { text } = await agent.get(`/assessments/${id}`).expect(200);
  assert.ok(text.includes(`href="${base}"`));
  assert.ok(text.includes(`<a href="${base}/housing">住房城乡建设</a>`));
});

test('the page of a department says what is asked, what is answered and which evidence is missing', async t => {
  const app = await startApp(t);
  const { agent, base, id } = await openDepartments(app);
  const evidence = [{ kind: 'document', title: '普查报告' }];
  await putAnswer(app, { id, item: 'lifeline-asset-survey' }, { answer: 'scored', value: 4, evidence });
  await putAnswer(app, { id, item: 'lifeline-old-pipes' }, { answer: 'withheld', reason: 'work-secret' });
  const { text } = await agent.get(`${base}/housing`).expect(200);
  assert.match(text, /<h1>住房城乡建设<\/h1><p>牵头 8 项，已作答 2 项，还有 6 项未作答。其中 1 项佐证不足。/);
  assert.match(text, /asked-warning.*自报 4 级，现有佐证支持到 2 级。要全部有据，补一份数据报表或演练。/s);
  assert.match(text, /不便公开：工作秘密/);
  assert.match(text, new RegExp(`<a href="/assessments/${id}/areas/lifeline#A3">填报 A3`));
  assert.match(text, /填报人：.*审核人：/s);
  assert.match(text, /示例市 2026 年度自评价　部门填报事项/);
  await agent.get('/language/en');
  const english = await agent.get(`${base}/housing`).expect(200);
  assert.match(english.text, /Leads 8 items: 2 answered, 6 open. 1 is short of evidence./);
});

test('the paper has the level texts and a line for what is open or not known, and for nothing else', async t => {
  const app = await startApp(t);
  const { agent, base, id } = await openDepartments(app);
  const itemOf = (text: string, code: string) =>
    new RegExp(`<span class="item-code">${code}</span>.*?</li>\n`, 's').exec(text)?.[0] ?? '';
  await putAnswer(app, { id, item: 'lifeline-asset-survey' }, { answer: 'scored', value: 4 });
  await putAnswer(app, { id, item: 'lifeline-old-pipes' }, { answer: 'unknown' });
  const { text } = await agent.get(`${base}/housing`).expect(200);
  const { body } = await api(app).get('/api/v1/checklists/resilient-city').expect(200);
  const lifeline = body.areas.find((area: { id: string }) => area.id === 'lifeline');
  const items = new Map<string, { code: string; levels: Record<string, { zh: string }> }>(
    lifeline.items.map((item: { id: string }) => [item.id, item]),
  );
  const unknown = items.get('lifeline-old-pipes');
  assert.ok(unknown);
  for (const open of ['A3', unknown.code]) {
    assert.match(itemOf(text, open), /hand-levels print-only.*<dt>5<\/dt>.*拟报：/s);
  }
  for (const { zh } of Object.values(unknown.levels)) assert.ok(itemOf(text, unknown.code).includes(`<dd>${zh}</dd>`));
  assert.doesNotMatch(itemOf(text, 'A1'), /hand-levels|拟报：/);
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  assert.doesNotMatch((await agent.get(`${base}/housing`).expect(200)).text, /拟报：/);
});

test('a department sees its own row of the table by department', async t => {
  const app = await startApp(t);
  const { agent, base, id } = await openDepartments(app, { scope: { areas: ['onenet'] } });
  const value = { fire: { gas: 3 }, market: { gas: 1 } };
  await putAnswer(app, { id, item: 'onenet-feed-matrix' }, { answer: 'scored', value });
  const { text } = await agent.get(`${base}/fire`).expect(200);
  const row = /<dl class="cell-row">(.*?)<\/dl>/s
    .exec(text)?.[1]
    ?.replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  assert.equal(row, '极端天气 — 未填 燃气爆炸 3 城市内涝 — 未填 社会治安 — 未填');
  assert.match(text, /没有牵头的检查项/);
  assert.match(text, /areas\/onenet#onenet-feed-matrix%3Acell%3Afire%3Aweather/);
});

test('an unknown department or assessment is not found, one that is asked for nothing says so', async t => {
  const app = await startApp(t);
  const { agent, base } = await openDepartments(app, { scope: { areas: ['onenet'], items: 'core' } });
  for (const name of ['none', '-', '__proto__', 'constructor', '%2e%2e', '<script>'])
    assert.equal((await agent.get(`${base}/${encodeURIComponent(name)}`)).status, 404, name);
  await agent.get('/assessments/none/departments').expect(404);
  await agent.get('/assessments/none/departments/fire').expect(404);
  await agent
    .get(`${base}/broadcasting`)
    .expect(200)
    .expect(/没有牵头的检查项/);
  assert.equal((await api(app).get(base).unset('Authorization')).status, 401);
});

test('a checklist without departments shows its items under no name', () => {
  const checklist = buildChecklist();
  const assessment = buildAssessment();
  const open = buildOpen(assessment, checklist);
  const render = openTemplates(words);
  for (const language of ['zh-CN', 'en'] as const) {
    const t = words.translate(language);
    const format = formatIn({ language, t, timeZone: 'Asia/Shanghai', now: () => new Date(0) });
    const list = departmentsPage(open, format, new Date(0));
    assert.match(
      render(`pages/${list.template}`, list.view, language),
      /departments\/-">(没有写明牵头部门|No lead department named)</,
    );
    const [work] = departmentWorks(assessment, checklist);
    assert.ok(work);
    const page = departmentPage(work, { open, workshops: [], origin: undefined }, format, new Date(0));
    assert.match(render(`pages/${page.template}`, page.view, language), /检查项 a1|Item a1/);
  }
});

test('the overview says who still owes what by department, and folds the list of items', async t => {
  const app = await startApp(t);
  const { agent, id } = await openDepartments(app);
  await putAnswer(app, { id, item: 'lifeline-asset-survey' }, { answer: 'scored', value: 4 });
  const { text } = await agent.get(`/assessments/${id}`).expect(200);
  const [, owed = '', folded = ''] = /还差谁(.*?)<details class="owed-items">(.*?)<\/details>/s.exec(text) ?? [];
  assert.deepEqual(lineOf(owed, '住房城乡建设'), ['7', '8']);
  assert.match(folded, /<summary>逐项列出这 10 项/);
  const named = [...owed.matchAll(/brick-code" href="([^"]+)"/g)].map(([, href]) => href);
  const listed = [...folded.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, href]) => href);
  assert.equal(listed.length, 10);
  assert.deepEqual(named.toSorted(), listed.toSorted());
  assert.ok(!named.some(href => href?.endsWith('#A1')));
});
