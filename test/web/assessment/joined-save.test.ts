import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const feed = 'onenet-feed-matrix';
const at = new Date('2026-11-18T06:02:00Z');
const cell = (row: string, column: string) => `${feed}:cell:${row}:${column}`;

/** A table that another department has begun or gone on with since this page was made. */
async function olderTable(app: TestApp, before?: object) {
  const form = await openForm(app, { scope: { areas: ['onenet'] } }, 'onenet');
  if (before) await putAnswer(app, { id: form.id, item: feed }, { answer: 'scored', value: before });
  const old = await form.fields();
  const theirs = { ...before, fire: { gas: 3 } };
  await putAnswer(app, { id: form.id, item: feed, rev: before ? 1 : 0 }, { answer: 'scored', value: theirs });
  return { ...form, old };
}

for (const [begun, before] of [
  ['nobody had begun', undefined],
  ['somebody had begun', { data: { gas: 1 } }],
] as const) {
  test(`different cells of a table that ${begun} are joined at once, without scripts, and the page says with whom`, async t => {
    const app = await startApp(t, { now: () => at });
    const { agent, area, old, stored } = await olderTable(app, before);
    const { status, text } = await agent
      .post(area)
      .type('form')
      .send({ ...old, [cell('health', 'weather')]: '0' });
    assert.equal(status, 200);
    assert.match(text, /href="#D2M">D2M：已与本机管理员 14:02 的填报合并</);
    assert.match(text, /is-joined.*已与本机管理员 14:02 的填报合并，两边改的都在/s);
    assert.doesNotMatch(text, /id="problems"/);
    const value = { ...before, fire: { gas: 3 }, health: { weather: 0 } };
    assert.deepEqual((await stored())[feed], { rev: before ? 3 : 2, answer: 'scored', value });
  });
}

test('the page’s script gets the joined fields, told to show them all', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await olderTable(app);
  const { status, text, headers } = await sendItem(feed, { rev: '0', choice: 'scored', 'cell:health:weather': '2' });
  assert.equal(status, 200);
  assert.equal(headers.etag, '"2"');
  assert.match(text, /data-item="onenet-feed-matrix" data-code="D2M" data-replace>/);
  assert.match(text, /cell:fire:gas" value="3" checked/);
  assert.match(text, /cell:health:weather" value="2" checked/);
  assert.deepEqual((await stored())[feed]?.value, { fire: { gas: 3 }, health: { weather: 2 } });
});

test('the history says with which revision it was joined', async t => {
  const app = await startApp(t);
  const { agent, id, sendItem } = await olderTable(app);
  await sendItem(feed, { rev: '0', 'cell:health:weather': '2' });
  const { text } = await agent.get(`/assessments/${id}/history`).expect(200);
  assert.match(text, /与第 1 次修改合并/);
});

test('the same older form sent again records nothing more', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await olderTable(app);
  const typed = { rev: '0', choice: 'scored', 'cell:health:weather': '2' };
  const record = { 'e0:kind': 'audit', 'e0:title': '核查记录' };
  await sendItem(feed, { ...typed, ...record });
  assert.equal((await sendItem(feed, { ...typed, ...record })).status, 200);
  const answer = (await stored())[feed];
  assert.equal(answer?.rev, 2);
  assert.match(JSON.stringify(answer), /^(?!.*核查记录.*核查记录).*核查记录/);
});

test('one changed the level and the other wrote a note and added evidence: all of it is kept', async t => {
  const app = await startApp(t);
  const { agent, area, fields, id, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2, note: '共 46 处' });
  const old = await fields();
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 3, note: '共 46 处' });
  const mine = { [`${survey}:note`]: '共 48 处', [`${survey}:e0:kind`]: 'audit', [`${survey}:e0:title`]: '核查' };
  await agent
    .post(area)
    .type('form')
    .send({ ...old, ...mine })
    .expect(200);
  const answer = (await stored())[survey];
  assert.deepEqual([answer?.rev, answer?.value, answer?.note], [3, 3, '共 48 处']);
  assert.match(JSON.stringify(answer?.evidence), /核查/);
});

for (const [what, theirs, mine] of [
  ['two levels', { answer: 'scored', value: 3 }, { choice: '4' }],
  ['a level and “unknown”', { answer: 'unknown' }, { choice: '4' }],
  ['two notes', { answer: 'scored', value: 2, note: '共 48 处' }, { note: '共 50 处' }],
] as const) {
  test(`${what} contradict one another: nothing is stored, joining is the first way on, and the page says what is not kept`, async t => {
    const app = await startApp(t);
    const { id, sendItem, stored } = await openForm(app);
    const base = { answer: 'scored', value: 2, note: '共 46 处' };
    await putAnswer(app, { id, item: survey }, base);
    await putAnswer(app, { id, item: survey, rev: 1 }, { note: base.note, ...theirs });
    const { status, text } = await sendItem(survey, { rev: '1', choice: '2', note: base.note, ...mine });
    assert.equal(status, 412);
    assert.match(text, /说法不同，所以没有自动合并.*选定后不采用的部分不保存/s);
    assert.doesNotMatch(text, /哪边都不会丢/);
    const [first] = text.match(/<button[^>]* name="resolve"[^>]*>/) ?? [];
    assert.match(first ?? '', /class="button" name="resolve" value="join:lifeline-asset-survey"/);
    assert.match(text, /value="use-mine:[^>]*>用我填的，不用对方改的 1 处</);
    assert.equal((await stored())[survey]?.rev, 2);
  });
}

test('a page whose fields nobody touched is told to show what others saved meanwhile, so that its next saving takes nothing away', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await olderTable(app, { data: { gas: 1 } });
  const { status, text } = await sendItem(feed, { rev: '1', choice: 'scored', 'cell:data:gas': '1' });
  assert.equal(status, 200);
  assert.match(text, /data-code="D2M" data-replace>/);
  assert.match(text, /cell:fire:gas" value="3" checked/);
  assert.equal((await stored())[feed]?.rev, 2);
});

test('a form that is ahead of the store is not joined: nobody knows what it showed', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await olderTable(app);
  const sent = await sendItem(feed, { rev: '7', choice: 'scored', 'cell:health:weather': '2' });
  assert.equal(sent.status, 412);
  assert.deepEqual((await stored())[feed]?.value, { fire: { gas: 3 } });
});

test('the API joins nothing: an older revision is 412', async t => {
  const app = await startApp(t);
  const { id } = await olderTable(app);
  await api(app)
    .put(`/api/v1/assessments/${id}/answers/${feed}`)
    .set('If-Match', '"0"')
    .send({ answer: 'scored', value: { health: { weather: 2 } } })
    .expect(412);
});
