import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const itemsSchema = z
  .object({ areas: z.array(z.object({ items: z.array(z.object({ id: z.string(), kind: z.string() })) })) })
  .transform(({ areas }) => areas.flatMap(({ items }) => items));
const resultSchema = z.object({
  claimed: z.object({ shown: z.object({ score: z.number() }), grade: z.string().nullable() }),
  supported: z.object({ shown: z.number(), grade: z.string().nullable() }),
});
const reportSchema = z.object({ result: resultSchema });

const audit = [{ id: 'check', kind: 'audit', title: '检查组现场核查记录', date: '2026-04-20' }];
type Values = Record<string, number | boolean>;

/** An assessment in which every item has the value of its kind, or one of its own. */
async function answered(app: TestApp, id: string, kinds: Values, own: Values = {}) {
  const { body } = await api(app).get(`/api/v1/checklists/${id}`).expect(200);
  const assessment = await createAssessment(app, {
    checklist: { id },
    profile: {},
    scope: undefined,
    policy: { bottomLineCap: true },
  });
  for (const item of itemsSchema.parse(body)) {
    const value = own[item.id] ?? kinds[item.kind];
    await putAnswer(app, { id: assessment, item: item.id }, { answer: 'scored', value, evidence: audit });
  }
  return assessment;
}

/** Claimed and supported, as the report shows them: with the cap of the bottom lines. */
async function scoresOf(app: TestApp, id: string) {
  const { body } = await api(app).get(`/assessments/${id}/report.json`).expect(200);
  const { claimed, supported } = reportSchema.parse(body).result;
  return [claimed.shown.score, claimed.grade, supported.shown, supported.grade];
}

test('a new assessment is of the whole city, and the other checklists are offered beside it', async t => {
  const app = await startApp(t);
  const user = await browser(app);
  const usual = await user.get('/assessments/new').expect(200);
  assert.match(usual.text, /name="checklist" value="resilient-city\//);
  assert.match(usual.text, /<option value="flood-season\/[\d.]+">城市汛前检查表/);
  const street = await user.get('/assessments/new?checklist=street-quick-check').expect(200);
  assert.match(street.text, /name="checklist" value="street-quick-check\//);
  assert.match(street.text, /<option value="resilient-city\//);
  const created = await user
    .post('/assessments')
    .type('form')
    .send({
      checklist: 'street-quick-check',
      city: '澜川市东湖街道',
      period: '2026 年度',
      referenceDate: '2026-11-30',
      areas: 'dangers',
      items: 'all',
    })
    .expect(303);
  const setup = await user.get(`${created.headers.location}/setup`).expect(200);
  assert.doesNotMatch(setup.text, /new\?checklist=/);
});

test('in the check before the flood season each shortcoming costs a point until none is left, and a missed bottom line caps the grade', async t => {
  const app = await startApp(t);
  const clean = { deduction: 0, 'yes-no': true };
  const scored = async (own: Values) => scoresOf(app, await answered(app, 'flood-season', clean, own));
  assert.deepEqual(await scored({}), [100, 'A', 100, 'A']);
  // Area B weighs 25 of 100 and has six items: four points of ten on one of them are 1.7 of 100, all ten 4.2.
  assert.deepEqual(await scored({ 'facilities-clear': 4 }), [98.3, 'A', 98.3, 'A']);
  assert.deepEqual(await scored({ 'facilities-clear': 99 }), [95.8, 'A', 95.8, 'A']);
  assert.deepEqual(await scored({ 'spots-list': false }), [93.8, 'C', 93.8, 'C']);
});

test('the four levels of the street check are thirds of the score', async t => {
  const app = await startApp(t);
  const scored = async (kinds: Values) => scoresOf(app, await answered(app, 'street-quick-check', kinds));
  assert.deepEqual(await scored({ maturity: 3, metric: 95, deduction: 0, 'yes-no': true }), [100, 'A', 100, 'A']);
  // Everything at level 1 of 3, and half of the points of the deductions.
  const first = await scored({ maturity: 1, metric: 60, deduction: 5, 'yes-no': true });
  assert.equal(first[1], 'C');
});

test('pages of a yes/no checklist speak of yes and no, points and shares, and of no levels', async t => {
  const app = await startApp(t);
  const id = await answered(app, 'flood-season', { deduction: 4, 'yes-no': true }, { 'spots-list': false });
  const user = await browser(app);
  const overview = await user.get(`/assessments/${id}`).expect(200);
  assert.match(overview.text, /class="brick level-3[^"]*"[^>]*>[^<]*−4/);
  assert.match(overview.text, /<span class="level level-0">否<\/span>没做到/);
  const area = await user.get(`/assessments/${id}/areas/spots`).expect(200);
  assert.match(area.text, /佐证支持几成得分/);
  assert.match(area.text, /class="evidence-ladder is-shares"/, 'per cents are wider than the digits of levels');
  assert.match(area.text, /<span class="level level-3">60%<\/span><span>运行记录/);
  const report = await user.get(`/assessments/${id}/report`).expect(200);
  assert.doesNotMatch(report.text, /\d 级/);
  assert.match(report.text, /情况说明 20%、文件 40%/);
  // On a phone the names of the grades would run over one another: only the letters stand there.
  assert.match(report.text, /<svg class="score-range is-crowded"/);
  const chart = await user.get(`/assessments/${id}/charts/claimed-supported.svg`).expect(200);
  assert.match(chart.body.toString(), /自报 60%、有据 60% 的/);
});

test('what evidence carries is a share where there are no levels from 0 to 5: in the register, on its page, in a plan', async t => {
  const app = await startApp(t);
  const user = await browser(app);
  const flood = await createAssessment(app, { checklist: { id: 'flood-season' }, profile: {}, scope: undefined });
  await putAnswer(app, { id: flood, item: 'spots-list' }, { answer: 'scored', value: true, evidence: audit });
  const register = await user.get(`/assessments/${flood}/evidence`).expect(200);
  assert.match(register.text, />100%</);
  assert.doesNotMatch(register.text, /\d 级/);
  const record = /href="(\/assessments\/[^/]+\/evidence\/[^"?/]+)"/.exec(register.text)?.[1] ?? '';
  await user
    .get(record)
    .expect(200)
    .expect(/支持到 100%/);
  const action = await user.get(`/assessments/${flood}/actions/new?item=spots-list`).expect(200);
  assert.match(action.text, /真实事件（支持到 100%）/);
  assert.doesNotMatch(action.text, /支持到 \d 级/);
});

test('a level of another scale is written as itself, in the colour of its place on the scale', async t => {
  const app = await startApp(t);
  const id = await answered(app, 'street-quick-check', { maturity: 3, metric: 85, deduction: 0, 'yes-no': true });
  const user = await browser(app);
  const overview = await user.get(`/assessments/${id}`).expect(200);
  assert.match(overview.text, /<span class="level level-5">3<\/span>管用/);
  const report = await user.get(`/assessments/${id}/report`).expect(200);
  assert.match(report.text, /<span class="level level-5"[^>]*>3<\/span>/);
  assert.match(report.text, /<svg class="score-range" /);
  assert.doesNotMatch(report.text, /<span class="level level-\d"[^>]*>5<\/span>/);
  const form = await user.get(`/assessments/${id}/areas/dangers`).expect(200);
  assert.match(form.text, /value="3" data-step="5"/);
});

test('the sheet of a department can be filled in on site: how to count, and a line of its kind', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { checklist: { id: 'flood-season' }, profile: {}, scope: undefined });
  const user = await browser(app);
  const sheet = await user.get(`/assessments/${id}/departments/operator`).expect(200);
  assert.match(sheet.text, /<p class="small print-only">从易涝点、低洼小区/);
  assert.match(sheet.text, /<p class="hand-lines print-only"><span>拟报（缺陷几处）：<\/span>/);
  assert.match(sheet.text, /<p class="hand-lines print-only"><span>拟报：□ 是/);
});
