import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';

test('every change of an item is listed, the latest first, with what differs', async t => {
  const app = await startApp(t, { now: () => new Date('2026-11-18T06:02:00Z') });
  const { agent, area, id } = await openForm(app);
  const evidence = [{ id: 'r1', kind: 'document', title: '普查报告' }];
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2, note: '共 46 处', evidence });
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 4, note: '共 48 处' });
  await api(app).delete(`/api/v1/assessments/${id}/answers/${survey}`).set('If-Match', '"2"');
  await agent.get(area).expect(new RegExp(`/assessments/${id}/items/${survey}/history`));
  const { text } = await agent.get(`/assessments/${id}/items/${survey}/history`).expect(200);
  assert.match(text, /第 3 次　清除作答.*第 2 次　修改作答.*第 1 次　首次作答/s);
  assert.match(text, /本机管理员　[^<]*14:02/);
  assert.match(text, /共 <del>46<\/del> 处/);
  assert.match(text, /共 <ins>48<\/ins> 处/);
  assert.match(text, /移除佐证.*文件《普查报告》/s);
});

test('any two revisions stand side by side, the older one first, with who and when', async t => {
  const app = await startApp(t, { now: () => new Date('2026-11-18T06:02:00Z') });
  const { agent, id } = await openForm(app);
  for (const [rev, value] of [2, 3, 4].entries())
    await putAnswer(app, { id, item: survey, rev }, { answer: 'scored', value, note: `第 ${value} 稿` });
  const history = `/assessments/${id}/items/${survey}/history`;
  const { text } = await agent.get(history).query({ a: 3, b: 1 }).expect(200);
  assert.match(text, /第 1 次与第 3 次/);
  assert.equal(text.match(/本机管理员　2026年11月18日 14:02<\/span>/g)?.length, 2);
  const table = /<table.*<\/table>/s.exec(text)?.[0] ?? '';
  assert.match(table, /level-2">2<.*level-4">4<.*第 <del>2<\/del> 稿.*第 <ins>4<\/ins> 稿/s);
  assert.match(text, new RegExp(`href="/assessments/${id}/history\\?item=${survey}"`));
});

test('a revision that is none, or the same twice, is told beside its field and compares nothing', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  const history = `/assessments/${id}/items/${survey}/history`;
  await putAnswer(app, { id, item: survey }, { answer: 'unknown' });
  assert.doesNotMatch((await agent.get(history).query({ a: 1, b: 1 }).expect(200)).text, /并列比较/);
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'unknown', note: '查过' });
  for (const [query, field, told] of [
    [{ a: '<b>', b: '2' }, 'a', /请从列表里选一次修改/],
    [{ a: '1', b: '99999999999' }, 'b', /请从列表里选一次修改/],
    [{ a: '2', b: '2' }, 'b', /请选两次不同的修改/],
  ] as const) {
    const { text } = await agent.get(history).query(query).expect(200);
    assert.match(new RegExp(`id="${field}-error">([^<]*)<`).exec(text)?.[1] ?? '', told);
    assert.doesNotMatch(text, /<table/);
  }
});

test('the history of an item that left the scope stays readable, without a way into the form', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['lifeline', 'cim'] } });
  const agent = await browser(app);
  await putAnswer(app, { id, item: survey }, { answer: 'unknown', note: '查过' });
  const setup = readForm((await agent.get(`/assessments/${id}/setup`)).text);
  const { areas: _lastOfTheBoxes, ...rest } = setup;
  await agent
    .post(`/assessments/${id}/setup`)
    .type('form')
    .send({ ...rest, areas: 'cim' })
    .expect(303);
  const { text } = await agent.get(`/assessments/${id}/items/${survey}/history`).expect(200);
  assert.match(text, /查过/);
  assert.match(text, /回到全部变更/);
});

test('an item without changes says so, an unknown one is not found', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  await agent
    .get(`/assessments/${id}/items/${survey}/history`)
    .expect(200)
    .expect(/本项还没有作答过/);
  await agent.get(`/assessments/${id}/items/none/history`).expect(404);
  await agent.get(`/assessments/none/items/${survey}/history`).expect(404);
});

test('long notes are folded in both histories and in the comparison, whole in the spreadsheet', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  const long = (word: string) =>
    Array.from({ length: 900 }, (_, line) => `${word}第 ${line} 处缺少台账，已要求补录。`).join('\n');
  await putAnswer(app, { id, item: survey }, { answer: 'unknown', note: long('甲') });
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'unknown', note: long('乙') });
  const item = `/assessments/${id}/items/${survey}/history`;
  for (const address of [item, `/assessments/${id}/history`, `${item}?a=1&b=2`]) {
    const { text } = await agent.get(address).expect(200);
    const folded =
      /<details class="change-whole-text"><summary>全部 [\d]+ 字<\/summary><div tabindex="0">[^<]*<\/div><\/details>/g;
    assert.match(text, /<ins>乙第 0 处缺少台账，已要求补录。\n[^<]{0,300}…<\/ins>/);
    assert.match(folded.exec(text)?.[0] ?? '', /第 899 处/);
    assert.doesNotMatch(text.replaceAll(folded, ''), /第 899 处/);
  }
  const csv = await agent.get(`/assessments/${id}/history.csv`).expect(200);
  assert.match(csv.text, /乙第 899 处/);
  assert.doesNotMatch(csv.text, /全部 \d+ 字/);
});

test('a long word without a break and a short note: only the first is folded', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'unknown', note: 'x'.repeat(50_000) });
  const history = `/assessments/${id}/items/${survey}/history`;
  assert.match((await agent.get(history).expect(200)).text, /<span>x{300}…<\/span>.*全部 50000 字/s);
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'unknown', note: '短' });
  const { text } = await agent.get(history).expect(200);
  assert.match(text, /<ins>短<\/ins><\/div>/);
});
