import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSpeltAsDay, typedDay } from '#web/assessment/typed-day.ts';
import { api, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const spellings = [
  ...['2026-03-05', '2026-3-5', '2026/3/5', '2026.3.5', '2026/03/05', '20260305', '2026年3月5日', '2026年03月05号'],
  ...[
    '２０２６－３－５',
    '２０２６／３／５',
    '２０２６年３月５日',
    '2026 年 3 月 5 日',
    ' 2026-03-05 ',
    '2026–3–5',
    '2026年3月5',
  ],
];

for (const text of spellings) {
  test(`“${text}” is a day`, () => {
    assert.equal(typedDay(text), '2026-03-05');
  });
}

for (const text of [
  '2023年3月',
  '2026/2/30',
  '2026-13-01',
  '26/3/5',
  '3/5/2026',
  '2026035',
  'x',
  '',
  '2026-3-5-6',
  '2026年3/5',
])
  test(`“${text}” stays as it was typed`, () => {
    assert.equal(typedDay(text), text);
  });

test('every day of two thousand years is read in every spelling', () => {
  const days = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, date => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-').map(Number);
      for (const text of [`${year}/${month}/${day}`, `${year}年${month}月${day}日`, iso.replaceAll('-', '')])
        assert.equal(typedDay(text), iso);
    }),
  );
});

test('a day that does not exist is told from what is no day at all', () => {
  assert.deepEqual(['2026/2/30', '2026年13月1日', '2023年3月', 'x'].map(isSpeltAsDay), [true, true, false, false]);
});

test('the form stores the usual spellings as ISO days and shows them so, once', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openForm(app);
  const record = { 'e0:kind': 'audit', 'e0:title': '核查', 'e0:id': 'r1', 'e0:validUntil': '２０２７／３／５' };
  const first = await sendItem(survey, { rev: '0', choice: '3', ...record, 'e0:date': '2026年3月5日' });
  assert.equal(first.status, 200);
  assert.match(first.text, /name="lifeline-asset-survey:e0:date" value="2026-03-05"/);
  const evidence = [{ id: 'r1', kind: 'audit', title: '核查', date: '2026-03-05', validUntil: '2027-03-05' }];
  assert.deepEqual((await stored())[survey], { rev: 1, answer: 'scored', value: 3, evidence });
  await sendItem(survey, { rev: '1', choice: '3', ...record, 'e0:date': '20260305' });
  assert.equal((await stored())[survey]?.rev, 1, 'another spelling is no change');
});

test('what is no day is told so, with the spellings that are, and stays as typed', async t => {
  const app = await startApp(t);
  const { sendItem } = await openForm(app);
  const record = { 'e0:kind': 'audit', 'e0:title': '核查', 'e0:date': '2023年3月' };
  const { status, text } = await sendItem(survey, { rev: '0', choice: '3', ...record });
  assert.equal(status, 422);
  assert.match(text, /看不懂日期“2023年3月”。请写全年月日/);
  assert.match(text, /e0:date" value="2023年3月"/);
  const never = await sendItem(survey, { rev: '0', choice: '3', ...record, 'e0:date': '2026/2/30' });
  assert.match(never.text, /日期不存在：2026\/2\/30/);
});

test('the page of a record reads them too; the API takes ISO days only', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  const evidence = [{ id: 'r1', kind: 'audit', title: '核查', date: '2026-03-05' }];
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence });
  const address = `/assessments/${id}/evidence/r1`;
  const [, seen = ''] = /name="seen" value="([0-9a-f]+)"/.exec((await agent.get(address)).text) ?? [];
  await agent.post(address).type('form').send({ seen, kind: 'audit', title: '核查', date: '2026/4/1' }).expect(303);
  assert.match((await agent.get(address)).text, /name="date" value="2026-04-01"/);
  await api(app)
    .put(`/api/v1/assessments/${id}/answers/${plan}`)
    .set('If-Match', '"0"')
    .send({ answer: 'scored', value: 3, evidence: [{ kind: 'audit', title: '核查', date: '2026/3/5' }] })
    .expect(422);
});
