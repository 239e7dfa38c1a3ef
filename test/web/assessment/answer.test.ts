import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const updates = 'lifeline-asset-updates';
const roads = 'lifeline-smart-roads';
const record = { 'e0:kind': 'document', 'e0:title': '普查报告' };

test('a choice is saved at once; the answer is the item alone, with its new revision', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openForm(app);
  const response = await sendItem(survey, { rev: '0', choice: '3' });
  assert.equal(response.status, 200, response.text);
  assert.equal(response.headers.etag, '"1"');
  assert.equal([...response.text.matchAll(/data-part="card"/g)].length, 1);
  assert.match(response.text, /name="lifeline-asset-survey:rev" value="1"/);
  assert.match(response.text, /1<\/strong> \/ 11 已作答/);
  assert.deepEqual(await stored(), { [survey]: { rev: 1, answer: 'scored', value: 3 } });
});

test('level 0 is an answer, nothing is none', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openForm(app);
  await sendItem(survey, { rev: '0', choice: '0' });
  const nothing = await sendItem(updates, { rev: '0', number: ' ', note: '\r\n' });
  assert.equal(nothing.status, 200);
  assert.equal(nothing.headers.etag, '"0"');
  assert.deepEqual(await stored(), { [survey]: { rev: 1, answer: 'scored', value: 0 } });
});

test('an unknown assessment or item is not found', async t => {
  const app = await startApp(t);
  const { agent, id, sendItem } = await openForm(app, { scope: { items: 'core' } });
  for (const item of ['none', '__proto__', 'constructor', updates])
    assert.equal((await sendItem(item, { rev: '0', choice: '3' })).status, 404, item);
  await agent.post(`/assessments/none/items/${survey}`).type('form').send({}).expect(404);
  await agent.get(`/assessments/${id}/items/__proto__/history`).expect(404);
});

test('without a revision nothing is taken, with a wrong one neither', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openForm(app);
  assert.equal((await sendItem(survey, { choice: '3' })).status, 428);
  assert.equal((await sendItem(survey, { rev: 'x', choice: '3' })).status, 400);
  assert.deepEqual(await stored(), {});
});

const refused: [what: string, item: string, fields: Record<string, string>, words: RegExp][] = [
  ['level 6', survey, { choice: '6' }, /等级须为 0 到 5 的整数/],
  ['a level with a blank', survey, { choice: '3 ' }, /等级须为 0 到 5 的整数/],
  ['a level in words', survey, { choice: 'three' }, /等级须为 0 到 5 的整数/],
  ['a broken level', survey, { choice: '2.5' }, /等级须为 0 到 5 的整数/],
  ['no reason for withholding', survey, { choice: 'withheld' }, /请选择理由/],
  ['a reason that is not listed', survey, { choice: 'withheld', 'withheld-reason': '别的' }, /请选择理由/],
  ['no reason for “not our mandate”', roads, { choice: 'not-our-mandate' }, /请写明理由/],
  ['an overlong reason', roads, { choice: 'not-applicable', reason: '长'.repeat(501) }, /最多 500 字（现 501 字）/],
  ['“not applicable” on an unconditional item', survey, { choice: 'not-applicable', reason: '无' }, /不是条件项/],
  ['a note alone', survey, { note: '只有备注' }, /备注还没有保存：它要和作答一起存/],
  ['evidence alone', survey, record, /佐证还没有保存：它要和作答一起存/],
  ['a note of a megabyte', survey, { choice: '3', note: 'x'.repeat(1_000_000) }, /最多 50000 字（现 1000000 字）/],
  ['a figure with its unit', updates, { number: '92%' }, /“92%”不是数/],
  ['an infinite figure', updates, { number: 'Infinity' }, /“Infinity”不是数/],
  ['no figure', updates, { choice: 'scored' }, /请填写数值/],
  ['a figure and “unknown”', updates, { choice: 'unknown', number: '92' }, /既填了“92”，又选了不打分/],
  ['a day that does not exist', survey, { choice: '3', ...record, 'e0:date': '2026-02-30' }, /日期不存在：2026-02-30/],
  ['a script as a link', survey, { choice: '3', ...record, 'e0:link': 'javascript:alert(1)' }, /链接须以 http:\/\/ 或/],
  ['evidence without a kind', survey, { choice: '3', 'e0:title': '报告' }, /请选择佐证种类/],
  ['evidence without a title', survey, { choice: '3', 'e0:kind': 'document' }, /请写佐证的名称/],
  ['an unheard-of kind', survey, { choice: '3', ...record, 'e0:kind': '__proto__' }, /请选择佐证种类/],
];

test('what is refused is refused in plain words at its field, kept as typed, and not stored', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openForm(app);
  for (const [what, item, fields, words] of refused) {
    const response = await sendItem(item, { rev: '0', ...fields });
    assert.equal(response.status, 422, what);
    assert.match(response.text, /有错，未保存/, what);
    assert.match(response.text, words, what);
    for (const [name, text] of Object.entries(fields))
      if (/number|note|title|date|link/.test(name)) assert.ok(response.text.includes(text), what);
  }
  assert.deepEqual(await stored(), {});
});

test('a fault among several records is shown at its own record', async t => {
  const app = await startApp(t);
  const { sendItem } = await openForm(app);
  const response = await sendItem(survey, {
    ...{ rev: '0', choice: '3', ...record, 'e0:remove': 'on' },
    ...{ 'e4:kind': 'audit', 'e4:title': '检验', 'e7:kind': 'event', 'e7:title': '事件', 'e7:date': '昨天' },
  });
  assert.equal(response.status, 422);
  assert.match(response.text, /name="lifeline-asset-survey:e7:date" value="昨天"[^>]* aria-invalid="true"/);
  assert.equal([...response.text.matchAll(/aria-invalid/g)].length, 1);
});

test('text that means something elsewhere is stored and shown as text', async t => {
  const app = await startApp(t);
  const { agent, area, sendItem, stored } = await openForm(app);
  const note = '=HYPERLINK("http://evil.example","x")\n<script>alert(1)</script>\u202Eabc\u202C';
  const response = await sendItem(survey, {
    rev: '0',
    choice: '3',
    note,
    'e0:kind': 'document',
    'e0:title': '<b>题</b>',
  });
  assert.equal(response.status, 200);
  assert.equal((await stored())[survey]?.note, '=HYPERLINK("http://evil.example","x")\n<script>alert(1)</script>abc');
  const { text } = await agent.get(area).expect(200);
  assert.doesNotMatch(text, /<script>alert|<b>题/);
});

test('field names that reach for the prototype reach nothing', async t => {
  const app = await startApp(t);
  const { agent, id, stored } = await openForm(app);
  const body = `${survey}:rev=0&${survey}:choice=3&__proto__=1&__proto__[choice]=4&constructor=2&${survey}:__proto__:title=x`;
  await agent.post(`/assessments/${id}/items/${survey}`).type('form').send(body).expect(200);
  assert.deepEqual(await stored(), { [survey]: { rev: 1, answer: 'scored', value: 3 } });
});

test('a new record gets its id once and keeps it', async t => {
  const app = await startApp(t);
  const { fields, sendItem, stored } = await openForm(app);
  await sendItem(survey, { rev: '0', choice: '3', ...record });
  const first = (await stored())[survey]?.evidence;
  const id = (await fields())[`${survey}:e0:id`] ?? '';
  assert.deepEqual(first, [{ id, kind: 'document', title: '普查报告' }]);
  assert.match(id, /^[\w-]{10,40}$/);
  await sendItem(survey, { rev: '1', choice: '3', ...record, 'e0:id': id, 'e0:date': '2026-05-01' });
  assert.deepEqual((await stored())[survey]?.evidence, [
    { id, kind: 'document', title: '普查报告', date: '2026-05-01' },
  ]);
  await sendItem(survey, { rev: '2', choice: '3', ...record, 'e0:id': id, 'e0:remove': 'on' });
  assert.deepEqual(await stored(), { [survey]: { rev: 3, answer: 'scored', value: 3 } });
});

test('more records than an item takes are refused', async t => {
  const app = await startApp(t);
  const { sendItem } = await openForm(app);
  const many = Array.from({ length: 51 }, (_, index) => [
    [`e${index}:kind`, 'document'],
    [`e${index}:title`, `文件 ${index}`],
  ]).flat();
  const response = await sendItem(survey, { rev: '0', choice: '3', ...Object.fromEntries(many) });
  assert.equal(response.status, 422);
  assert.match(response.text, /一项最多 50 份佐证/);
});

test('a choice of “unknown” lets go of the figure that still stands in its field', async t => {
  const app = await startApp(t);
  const { id, sendItem, stored } = await openForm(app);
  await putAnswer(app, { id, item: updates }, { answer: 'scored', value: 92 });
  const response = await sendItem(updates, { rev: '1', choice: 'unknown', number: '92' });
  assert.equal(response.status, 200, response.text);
  assert.deepEqual(await stored(), { [updates]: { rev: 2, answer: 'unknown' } });
});

test('two tabs saving the same item: one is stored, the other sees both versions', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openForm(app);
  const both = await Promise.all(['1', '4'].map(choice => sendItem(survey, { rev: '0', choice })));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
  const late = both.find(({ status }) => status === 412);
  assert.equal(late?.headers.etag, '"1"');
  assert.match(late?.text ?? '', /现在存的.*您填的/s);
  assert.equal((await stored())[survey]?.rev, 1);
});

test('the same answer sent again changes nothing, whatever its revision', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openForm(app);
  await sendItem(survey, { rev: '0', choice: '3', note: '备注' });
  const again = await sendItem(survey, { rev: '0', choice: '3', note: '备注 ' });
  assert.equal(again.status, 200);
  assert.equal(again.headers.etag, '"1"');
  assert.deepEqual(await stored(), { [survey]: { rev: 1, answer: 'scored', value: 3, note: '备注' } });
});

test('an answer can be cleared from the page, but not one that was not seen', async t => {
  const app = await startApp(t);
  const { agent, id, sendItem, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2 });
  const clear = (rev: string) =>
    agent
      .post(`/assessments/${id}/items/${survey}`)
      .type('form')
      .send({ [`${survey}:rev`]: rev, [`${survey}:choice`]: '2', clear: survey });
  assert.equal((await clear('0')).status, 412);
  const cleared = await clear('1');
  assert.equal(cleared.status, 200);
  assert.equal(cleared.headers.etag, '"2"');
  assert.match(cleared.text, /未作答/);
  assert.deepEqual(await stored(), {});
  assert.equal((await sendItem(survey, { rev: '2', choice: '5' })).headers.etag, '"3"');
});

test('a final assessment refuses an answer', async t => {
  const app = await startApp(t);
  const { agent, id, sendItem, stored } = await openForm(app);
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  assert.equal((await sendItem(survey, { rev: '0', choice: '3' })).status, 409);
  assert.deepEqual(await stored(), {});
});
