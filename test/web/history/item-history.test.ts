import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
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
  assert.match(text, /共 4<del>6<\/del> 处/);
  assert.match(text, /共 4<ins>8<\/ins> 处/);
  assert.match(text, /移除佐证.*文件《普查报告》/s);
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
