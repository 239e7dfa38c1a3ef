import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const script = '<script>alert(1)</script>#panic()';

test('the report has achievements, problems, risks, evidence and process, linked from its contents', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { policy: { bottomLineCap: true } });
  const audit = [{ kind: 'audit', title: script, date: '2026-10-01' }];
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 1, evidence: audit });
  await putAnswer(app, { id, item: 'lifeline-renewal-plan' }, { answer: 'scored', value: 5, evidence: audit });
  const user = await browser(app);
  const { text } = await user.get(`/assessments/${id}/report`).expect(200);
  for (const part of ['achievements', 'problems', 'risks', 'evidence', 'process']) {
    assert.ok(text.includes(`<a href="#${part}">`), part);
    assert.ok(text.includes(`<section class="report-part is-long" id="${part}"`), part);
  }
  assert.match(text, /A1 市政设施普查与底数<\/th>.*?填报 1 级，总分下限因此少/s);
  assert.match(text, /有据 5 级，靠的是第三方检验/);
  assert.ok(!text.includes(script) && text.includes('&lt;script&gt;alert(1)&lt;/script&gt;#panic()'));
  const english = await user.get('/language/en?back=/').then(() => user.get(`/assessments/${id}/report`).expect(200));
  assert.match(english.text, /Claimed level 1; this takes/);

  await t.test('the summary stands alone on a page of its own', async () => {
    const { text } = await user.get(`/assessments/${id}/report/summary`).expect(200);
    assert.match(text, /summary of the self-assessment/);
    assert.match(
      text,
      /A1 Survey and log of municipal facilities \(Housing and urban-rural development\): level 1, bottom line level 2/,
    );
    assert.ok(!text.includes('contents-nav'));
    await user.get('/assessments/nothing/report/summary').expect(404);
  });
});

test('a department has a sheet to be signed, with the answers of the items that it leads', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { city: script, scope: { areas: ['lifeline', 'onenet'] } });
  const note = '长'.repeat(50_000);
  const evidence = [{ kind: 'document', title: '普查报告', number: '示住建〔2026〕1 号' }];
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, note, evidence });
  await putAnswer(app, { id, item: 'onenet-feed-matrix' }, { answer: 'scored', value: { emergency: { gas: 2 } } });
  const user = await browser(app);
  const base = `/assessments/${id}/departments`;
  const linked = await user.get(`${base}/housing`).expect(200);
  assert.ok(linked.text.includes(`href="${base}/housing/submission"`));
  const { text } = await user.get(`${base}/housing/submission`).expect(200);
  for (const line of ['填报人：', '审核人：', '分管领导（签字）：', '单位（盖章）：', '日期：'])
    assert.ok(text.includes(line), line);
  assert.match(text, /A1 市政设施普查与底数<\/th>.*?3 级 运行.*?文件：普查报告（示住建〔2026〕1 号）/s);
  assert.ok(text.includes('此处截断，全文在 JSON 文件里') && text.length < 60_000);
  assert.ok(!text.includes(script));
  assert.match((await user.get(`${base}/emergency/submission`).expect(200)).text, /极端天气 —、燃气爆炸 2、城市内涝 —/);
  assert.match((await user.get(`${base}/seismology/submission`).expect(200)).text, /没有牵头的检查项/);
  await user.get(`${base}/no-such-department/submission`).expect(404);
  await user.get('/assessments/nothing/departments/housing/submission').expect(404);
});
