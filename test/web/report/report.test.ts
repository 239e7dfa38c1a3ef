import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingCodeSchema } from '#report/finding.ts';
import { reportDocumentSchema } from '#report/report-document.ts';
import { openWords } from '#web/words.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const level3 = {
  answer: 'scored',
  value: 3,
  evidence: [{ kind: 'document', title: '普查报告', number: '示住建〔2026〕1 号' }],
};

describe('the report page', () => {
  test('says in both languages why there is no grade yet, with a dash and no zero for the score', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app);
    const user = await browser(app);
    const chinese = await user.get(`/assessments/${id}/report`).expect(200);
    assert.match(chinese.text, /<h2 id="summary-h">不定等次<\/h2>/);
    assert.match(chinese.text, /覆盖率 0%，不到定等次所需的 80%/);
    assert.match(chinese.text, /<dt>自报得分<\/dt><dd><strong>—<\/strong>还没有评分的检查项，算不出/);
    const english = await user
      .get(`/assessments/${id}/report`)
      .set('Cookie', `${cookieOf(user, app.url)}; language=en`);
    assert.match(english.text, /No grade/);
    assert.match(english.text, /Coverage is 0\s%, short of the 80\s% that a grade takes/);
  });

  test('a table without weight that is answered alone leaves area and report open, not without weight', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app, { scope: { areas: ['onenet', 'loop'] } });
    const { body } = await api(app).get('/api/v1/checklists/resilient-city');
    const items: { id: string; kind: string; weight?: number }[] = body.areas.flatMap(
      (area: { items: object[] }) => area.items,
    );
    const table = items.find(({ kind, weight }) => kind === 'matrix' && weight === 0);
    assert.ok(table);
    await putAnswer(app, { id, item: table.id }, { answer: 'scored', value: {} });
    const user = await browser(app);
    const report = await user.get(`/assessments/${id}/report`).expect(200);
    assert.match(report.text, /<dt>自报得分<\/dt><dd><strong>—<\/strong>还没有评分的检查项，算不出/);
    assert.match(report.text, /<dt>有据得分<\/dt><dd><strong>0.0<\/strong>还没有评分的检查项，不定等次/);
    assert.doesNotMatch(report.text, /相关检查项权重为 0/);
    const chart = await user.get(`/assessments/${id}/charts/areas.svg`).expect(200);
    assert.doesNotMatch(chart.body.toString(), /权重为 0/);
  });

  test('0.0 with nothing scored says why beside it on start page, overview and form', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app);
    const user = await browser(app);
    const why = /还没有评分的检查项/;
    for (const address of ['/', `/assessments/${id}`, `/assessments/${id}/areas/lifeline`]) {
      const page = await user.get(address).expect(200).expect(why);
      assert.match(page.text, /0\.0/);
    }
    await putAnswer(app, { id, item: survey }, level3);
    for (const address of ['/', `/assessments/${id}`, `/assessments/${id}/areas/lifeline`])
      assert.doesNotMatch((await user.get(address).expect(200)).text, why);
  });

  test('shows every item with its answer, its evidence and its note', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app, { scope: {} });
    await putAnswer(app, { id, item: survey }, { ...level3, note: '<b>抽查</b>两处' });
    const page = await (await browser(app)).get(`/assessments/${id}/report`).expect(200);
    assert.match(page.text, /文件：普查报告（示住建〔2026〕1 号）/);
    assert.match(page.text, /&lt;b&gt;抽查&lt;\/b&gt;两处/);
    const { body } = await api(app).get('/api/v1/checklists/resilient-city');
    const codes = body.areas.flatMap((area: { items: { code: string }[] }) => area.items.map(({ code }) => code));
    assert.ok(codes.length > 0);
    for (const code of codes) assert.match(page.text, new RegExp(`<span class="item-title"><span>${code}</span>`));
  });

  test('says whose proposals the numbers rest on, which version they use and that nobody has reviewed them', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app);
    const page = await (await browser(app)).get(`/assessments/${id}/report`);
    const stored = await api(app).get(`/assessments/${id}/report.json`);
    assert.match(page.text, /没有国家或地方标准规定这些数值/);
    assert.match(page.text, /没有经过复核或第三方检验/);
    assert.ok(page.text.includes(stored.body.checklist.sha256));
    assert.match(page.text, /草稿，填报中/);
  });

  test('an unknown assessment has no report', async t => {
    const app = await startApp(t);
    const user = await browser(app);
    for (const ending of ['', '.json', '.csv']) await user.get(`/assessments/nothing/report${ending}`).expect(404);
  });
});

describe('the files beside it', () => {
  test('report.json keeps to its schema and carries the result of the API', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app);
    await putAnswer(app, { id, item: survey }, level3);
    const file = await api(app)
      .get(`/assessments/${id}/report.json`)
      .expect(200)
      .expect('Content-Type', /application\/json/);
    const document = reportDocumentSchema.parse(file.body);
    assert.deepEqual(document.result, (await api(app).get(`/api/v1/assessments/${id}/result`)).body);
    assert.deepEqual(document.assessment, (await api(app).get(`/api/v1/assessments/${id}`)).body);
    assert.equal(document.items.find(item => item.id === survey)?.supportedLevel, 2);
  });

  test('report.csv is named after city and period and words its headings as the page does', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app, { city: '示例/市' });
    await putAnswer(app, { id, item: survey }, { ...level3, note: '=HYPERLINK("http://x.example","点")' });
    const file = await api(app)
      .get(`/assessments/${id}/report.csv`)
      .expect(200)
      .expect('Content-Type', /text\/csv/);
    assert.equal(
      file.headers['content-disposition'],
      `attachment; filename="report-2026-11-30.csv"; filename*=UTF-8''${encodeURIComponent('示例-市 2026 年度 自评价报告.csv')}`,
    );
    assert.ok(file.text.startsWith('\ufeff领域编号,任务领域,'));
    assert.ok(file.text.includes(`"'=HYPERLINK(`));
  });
});

test('every finding has its words in both languages', () => {
  const words = openWords(key => assert.fail(`no word "${key}"`));
  for (const language of ['zh-CN', 'en'] as const)
    for (const code of findingCodeSchema.options)
      for (const count of [1, 2]) assert.notEqual(words.translate(language)(`report.finding.${code}`, { count }), '');
});

function cookieOf(user: Awaited<ReturnType<typeof browser>>, url: string): string {
  return user.jar
    .getCookies({ domain: new URL(url).hostname, path: '/', secure: false, script: false })
    .toValueString();
}
