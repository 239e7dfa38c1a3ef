import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { comparisonSchema } from '#report/comparison-document.ts';
import { reportDocumentSchema } from '#report/report-document.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const item = 'lifeline-asset-survey';

test('assessments are compared on pages, by the API and in the report', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const ids = { old: '', middle: '', new: '', other: '' };
  ids.old = await createAssessment(app, { period: '2024 年度', referenceDate: '2024-11-30' });
  ids.middle = await createAssessment(app, { period: '2025 年度', referenceDate: '2025-11-30' });
  ids.new = await createAssessment(app, { period: '2026 年度', referenceDate: '2026-11-30' });
  ids.other = await createAssessment(app, { city: '邻市', period: '2026 年度', referenceDate: '2026-10-31' });
  await putAnswer(app, { id: ids.old, item }, { answer: 'scored', value: 1 });
  await putAnswer(app, { id: ids.middle, item }, { answer: 'scored', value: 2 });
  await putAnswer(app, { id: ids.new, item }, { answer: 'scored', value: 4 });
  await putAnswer(app, { id: ids.other, item }, { answer: 'scored', value: 5 });
  const page = async (query: string, status = 200) => (await agent.get(`/compare${query}`).expect(status)).text;

  await t.test('two are explained, the older one first whichever was chosen first', async () => {
    const text = await page(`?id=${ids.new}&id=${ids.middle}`);
    assert.match(text, /示例市：2025 年度 与 2026 年度 对比/);
    assert.match(text, /同口径的自报得分由 40\.0 升到 80\.0，升 40\.0 分。/);
    assert.match(text, /\+40\.0/);
    assert.match(text, /class="drawn"/);
  });

  await t.test('with old and new the order is the one that was asked for', async () => {
    const text = await page(`?old=${ids.new}&new=${ids.middle}`);
    assert.match(text, /由 80\.0 降到 40\.0，降 40\.0 分。/);
    assert.match(text, /基准日反而更早/);
  });

  await t.test('three are lined up by date with a link to the explanation of each step', async () => {
    const text = await page(`?id=${ids.new}&id=${ids.old}&id=${ids.middle}`);
    assert.match(text, new RegExp(`/compare\\?old=${ids.old}&amp;new=${ids.middle}`));
    assert.match(text, new RegExp(`/compare\\?old=${ids.middle}&amp;new=${ids.new}`));
    assert.match(text, /3 份评价同口径的检查项有 1 项/);
  });

  await t.test('different units stand side by side, without ranking and without lines', async () => {
    const text = await page(`?id=${ids.new}&id=${ids.other}`);
    assert.match(text, /只并列，不排名/);
    assert.match(text, /不同单位的得分不连线/);
    assert.doesNotMatch(text, /升得最多|升到/);
  });

  await t.test('the page speaks English as well', async () => {
    const { text } = await api(app)
      .get(`/compare?id=${ids.new}&id=${ids.middle}`)
      .set('Cookie', 'language=en')
      .expect(200);
    assert.match(text, /rose from 40\.0 to 80\.0, by 40\.0 points/);
  });

  await t.test('a choice that cannot be compared is said, with what was chosen still chosen', async () => {
    assert.match(await page(`?id=${ids.new}`, 422), /至少两份才能对比/);
    assert.match(await page(`?id=${ids.new}`, 422), new RegExp(`value="${ids.new}" checked`));
    assert.match(await page(`?id=${ids.new}&id=${ids.new}`, 422), /不能和自己比/);
    assert.match(await page(`?old=${ids.new}&new=${ids.new}`, 422), /不能和自己比/);
    assert.match(await page(`?old=${ids.new}&old=${ids.old}&new=${ids.middle}`, 422), /须给出一份评价/);
    assert.match(await page(`?old=${ids.new}&id=${ids.old}`, 422), /须给出|不能同时用/);
    assert.match(
      await page(`?${['1', '2', '3', '4', '5', '6'].map(id => `id=${id}`).join('&')}`, 422),
      /最多同时对比 5 份/,
    );
    const script = await page(`?id=${ids.new}&id=${encodeURIComponent('<script>1</script>')}`, 404);
    assert.match(script, /没有这份评价：&lt;script&gt;/);
    assert.match(await page(''), /选两份到五份/);
    assert.match(await page(`?choose=&id=${ids.new}`), new RegExp(`value="${ids.new}" checked`));
  });

  await t.test('the API gives the comparison by its published shape and refuses the rest', async () => {
    const { body } = await api(app).get(`/api/v1/compare?old=${ids.middle}&new=${ids.new}`).expect(200);
    const comparison = comparisonSchema.parse(body);
    assert.deepEqual(comparison.likeForLike.shown.claimed, { old: 40, new: 80, change: 40 });
    assert.equal(comparison.items.length, 1);
    await api(app).get(`/api/v1/compare?old=${ids.middle}&new=nothing`).expect(404);
    const faulty = await api(app).get(`/api/v1/compare?old=${ids.middle}&new=${ids.middle}`).expect(422);
    assert.equal(faulty.body.errors[0].path, 'new');
    assert.equal((await api(app).get(`/api/v1/compare?id=${ids.old}&id=${ids.new}`).expect(422)).body.errors.length, 2);
  });

  await t.test('the trend is a picture of its own', async () => {
    const query = `?id=${ids.new}&id=${ids.middle}`;
    const svg = await agent.get(`/compare/trend.svg${query}`).expect(200).expect('Content-Type', /svg/);
    assert.match(String(svg.body), /80\.0/);
    await agent.get('/compare/trend.svg').expect(404);
    await agent.get(`/compare/trend.png?id=${ids.new}`).expect(422);
  });

  await t.test('the report is compared with the assessment of the same unit before, and only with that', async () => {
    const report = reportDocumentSchema.parse((await api(app).get(`/assessments/${ids.new}/report.json`)).body);
    assert.equal(report.comparison?.old.id, ids.middle);
    assert.deepEqual(report.comparison?.likeForLike.shown.claimed.change, 40);
    assert.match((await agent.get(`/assessments/${ids.new}/report`)).text, /<section[^>]*id="comparison"/);
    assert.doesNotMatch((await agent.get(`/assessments/${ids.old}/report`)).text, /<section[^>]*id="comparison"/);
    assert.equal((await api(app).get(`/assessments/${ids.other}/report.json`)).body.comparison, undefined);
  });

  await t.test('the report follows when the assessment before changes', async () => {
    await putAnswer(app, { id: ids.middle, item, rev: 1 }, { answer: 'scored', value: 3 });
    assert.match((await agent.get(`/assessments/${ids.new}/report`)).text, /由 60\.0 升到 80\.0/);
  });

  await t.test('items that only one of them has in scope are folded where they are many', async () => {
    const whole = await createAssessment(app, { scope: {}, period: '2027 年度', referenceDate: '2027-11-30' });
    assert.match(
      await page(`?id=${ids.new}&id=${whole}`),
      /<details class="prints-unfolded"><summary>列出 \d\d 项<\/summary>/,
    );
    assert.doesNotMatch(await page(`?id=${ids.new}&id=${ids.middle}`), /列出/);
  });

  await t.test('a damaged one is named and cannot be compared, and this year’s report goes on without it', async () => {
    const file = path.join(app.dataFolder, 'assessments', `${ids.middle}.jsonl`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"value":2', '"value":5'));
    await agent.get(`/assessments/${ids.middle}/history`);
    assert.match(await page(`?id=${ids.new}&id=${ids.middle}`, 409), /已损坏/);
    await api(app).get(`/api/v1/compare?old=${ids.middle}&new=${ids.new}`).expect(409);
    const { text } = await agent.get(`/assessments/${ids.new}/report`).expect(200);
    assert.match(text, /2024 年度/);
  });
});
