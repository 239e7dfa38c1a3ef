import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import request from 'supertest';
import { reportDocumentSchema } from '#report/report-document.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const feeds = { emergency: { weather: 3, gas: 0 }, fire: { flood: 2 } };
const level3 = { answer: 'scored', value: 3, evidence: [{ kind: 'document', title: '办法' }] };

/** Three areas with a score and the department matrix partly filled in. */
async function filledAssessment(app: TestApp, overrides: object = {}): Promise<string> {
  const id = await createAssessment(app, { scope: { areas: ['cim', 'onenet', 'loop'] }, ...overrides });
  for (const item of ['cim-platform-functions', 'onenet-joint-cases', 'loop-four-hazards'])
    await putAnswer(app, { id, item }, level3);
  await putAnswer(app, { id, item: 'onenet-feed-matrix' }, { answer: 'scored', value: feeds });
  return id;
}

describe('the charts as files', () => {
  test('are SVG and PNG named after city, period and chart, and may load and run nothing', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app, { city: '示例/市' });
    const svg = await api(app).get(`/assessments/${id}/charts/heatmap-hazard-loop.svg`).expect(200);
    assert.equal(svg.headers['content-type'], 'image/svg+xml; charset=utf-8');
    assert.equal(svg.headers['content-security-policy'], "default-src 'none'; sandbox");
    assert.equal(svg.headers['x-content-type-options'], 'nosniff');
    const name = encodeURIComponent('示例-市 2026 年度 四类风险的闭环.svg');
    assert.equal(
      svg.headers['content-disposition'],
      `attachment; filename="heatmap-hazard-loop-2026-11-30.svg"; filename*=UTF-8''${name}`,
    );
    assert.match(String(svg.body), /^<\?xml[^>]*\?>\n<svg /);
    const png = await api(app)
      .get(`/assessments/${id}/charts/areas.png`)
      .expect(200)
      .expect('Content-Type', 'image/png');
    assert.equal(png.body.subarray(1, 4).toString('latin1'), 'PNG');
  });

  test('are drawn anew once an answer has changed', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app);
    const picture = async () => (await api(app).get(`/assessments/${id}/charts/areas.png`).expect(200)).body;
    const before = await picture();
    assert.deepEqual(await picture(), before);
    await putAnswer(app, { id, item: 'cim-data-updates' }, { answer: 'scored', value: 99 });
    assert.notDeepEqual(await picture(), before);
  });

  test('are worded in the language of the person', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app);
    const english = await api(app).get(`/assessments/${id}/charts/areas.svg`).set('Cookie', 'language=en').expect(200);
    assert.match(String(english.body), />Scores by area</);
    assert.match(english.headers['content-disposition'] ?? '', /Scores%20by%20area\.svg/);
  });

  test('are not found where the report has nothing to show, for a wrong name and for a wrong kind', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app);
    const wrong = ['radar.svg', 'claimed-supported.png', 'matrix-onenet-feed-matrix.svg', 'nothing.svg', 'areas.pdf'];
    for (const file of [
      ...wrong,
      'areas',
      '.svg',
      'areas.svg.svg',
      '..%2Fareas.svg',
      'lens-%00.svg',
      'constructor.png',
    ])
      await api(app).get(`/assessments/${id}/charts/${file}`).expect(404);
    await api(app).get('/assessments/nothing/charts/areas.svg').expect(404);
  });

  test('are for those who may see the report', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app);
    for (const ending of ['svg', 'png'])
      await request(app.url).get(`/assessments/${id}/charts/areas.${ending}`).expect(401);
  });
});

describe('the report page', () => {
  test('links a file for every chart it has, and each link works', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app);
    const user = await browser(app);
    const page = await user.get(`/assessments/${id}/report`).expect(200);
    const links = [...page.text.matchAll(/href="([^"]*\/charts\/[^"]+\.svg)" aria-label="[^"]+，SVG"/g)].map(
      match => match[1],
    );
    assert.ok(links.length >= 10, `${links.length} charts`);
    for (const link of links) await user.get(link ?? '').expect(200);
  });

  test('draws radar and comparison without inline styles, which the content security policy would block', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app);
    const page = await (await browser(app)).get(`/assessments/${id}/report`).expect(200);
    for (const chart of ['radar', 'claimed-supported'])
      assert.match(page.text, new RegExp(`<svg class="drawn"[^>]*aria-labelledby="chart-${chart}-title"`));
    assert.doesNotMatch(page.text, / style=|<style|<script(?! type="module" src=)/);
  });

  test('shows in the hazard map what the result of the API says', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app);
    const page = await (await browser(app)).get(`/assessments/${id}/report`).expect(200);
    const { body } = await api(app).get(`/api/v1/assessments/${id}/result`).expect(200);
    const scores = ['weather', 'gas', 'flood', 'security'].flatMap(row =>
      ['monitor', 'analyse', 'warn', 'respond'].map(column => {
        const { score } = body.claimed.lenses['hazard-loop'][`${row}/${column}`];
        return score === null ? '—' : score.toFixed(1);
      }),
    );
    assert.ok(scores.some(score => score !== '—'));
    assert.deepEqual(figuresOf(page.text, 'heatmap-hazard-loop'), scores);
    const document = reportDocumentSchema.parse((await api(app).get(`/assessments/${id}/report.json`)).body);
    assert.equal(document.heatmaps?.[0]?.cells.length, 16);
  });

  test('shows the cells of a matrix as they are stored, an empty one apart from a 0', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app);
    const page = await (await browser(app)).get(`/assessments/${id}/report`).expect(200);
    const figures = figuresOf(page.text, 'matrix-onenet-feed-matrix');
    assert.equal(figures.length, 14 * 4);
    assert.deepEqual(figures.slice(0, 4), ['3', '0', '—', '—']);
    assert.equal(figures.filter(figure => figure !== '—').length, 3);
    assert.match(page.text, /56 格填了 3 格/);
    assert.match(page.text, /应急管理 <small>2\/4 格<\/small>/);
    assert.match(page.text, /E1M 四类风险四个环节一览<\/h3><p class="small quiet">本表未作答。/);
  });

  test('names the lenses and tables that the scope does not cover, with where their items are', async t => {
    const app = await startApp(t);
    const id = await createAssessment(app, { scope: { areas: ['lifeline'], items: 'core' } });
    const page = await (await browser(app)).get(`/assessments/${id}/report`).expect(200);
    assert.match(page.text, /检查项不在本次范围：[^。]*社会韧性（[A-L、]+）/);
    assert.match(page.text, /本检查表没有对应的检查项：[^。]*智能建造/);
    assert.match(page.text, /不在本次范围的表：D2M [^。]*E1M /);
    assert.match(page.text, /只有 0 个领域有得分，不到 3 个，不画雷达图。/);
    assert.match(page.text, /还没有计权重的已评分项/);
  });

  test('draws anew once the assessment has changed', async t => {
    const app = await startApp(t);
    const id = await filledAssessment(app);
    const user = await browser(app);
    const radar = async () =>
      /<svg class="drawn".*?<\/svg>/s.exec((await user.get(`/assessments/${id}/report`)).text)?.[0];
    const before = await radar();
    assert.equal(await radar(), before);
    await putAnswer(app, { id, item: 'cim-data-updates' }, { answer: 'scored', value: 99 });
    assert.notEqual(await radar(), before);
  });

  test('tells the minute in which it was made, also when nothing has changed', async t => {
    let time = '2026-11-18T06:40:10Z';
    const app = await startApp(t, { now: () => new Date(time) });
    const id = await createAssessment(app);
    const user = await browser(app);
    const made = async () => /(\d\d:\d\d) 生成/.exec((await user.get(`/assessments/${id}/report`)).text)?.[1];
    assert.equal(await made(), '14:40');
    time = '2026-11-18T06:40:50Z';
    assert.equal(await made(), '14:40');
    time = '2026-11-18T06:41:00Z';
    assert.equal(await made(), '14:41');
  });
});

/** What stands large in the cells of one map of the page. */
function figuresOf(html: string, id: string): string[] {
  const [section = ''] =
    new RegExp(`<section class="panel" aria-labelledby="${id}">.*?</section>`, 's').exec(html) ?? [];
  return [...section.matchAll(/<td class="[^"]*"><strong>([^<]*)<\/strong>/g)].map(([, figure = '']) => figure);
}
