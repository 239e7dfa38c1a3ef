import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const at = new Date('2026-11-18T06:02:00Z');
const record = { id: 'r1', kind: 'document', title: '普查报告', date: '2026-03-01', keptAt: '档案室' };

/** The page of one record as two people have it open. */
async function openRecord(app: TestApp) {
  const { agent, id, stored } = await openForm(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence: [record] });
  const address = `/assessments/${id}/evidence/r1`;
  const fields = readForm((await agent.get(address).expect(200)).text);
  return {
    ...{ agent, address, id },
    send: async (changes: Record<string, string>, from = fields) =>
      agent
        .post(address)
        .type('form')
        .send({ ...from, ...changes }),
    kept: async () => (await stored())[survey],
  };
}

test('different fields of one record are joined at once, and the page says with whom', async t => {
  const app = await startApp(t, { now: () => at });
  const { agent, id, send, kept } = await openRecord(app);
  assert.equal((await send({ title: '甲改的' })).status, 303);
  const { status, text } = await send({ number: '8 号' });
  assert.equal(status, 200);
  assert.match(text, /已与本机管理员 14:02 的修改合并，两边改的都在/);
  assert.match(text, /name="title" value="甲改的"/);
  assert.deepEqual((await kept())?.evidence, [{ ...record, title: '甲改的', number: '8 号' }]);
  assert.match((await agent.get(`/assessments/${id}/history`)).text, /与别人同时的修改合并/);
});

test('the same older page sent again records nothing more', async t => {
  const app = await startApp(t);
  const { send, kept } = await openRecord(app);
  await send({ title: '甲改的' });
  await send({ number: '8 号' });
  assert.equal((await send({ number: '8 号' })).status, 200);
  assert.equal((await kept())?.rev, 3);
});

test('the same field changed by both shows who and when, what differs, and joining as the first way on', async t => {
  const app = await startApp(t, { now: () => at });
  const { send, kept } = await openRecord(app);
  await send({ title: '甲改的' });
  const { status, text } = await send({ title: '乙改的', number: '8 号' });
  assert.equal(status, 412);
  assert.match(text, /本机管理员 14:02 改过这份佐证，和您改的有 1 处说法不同/);
  assert.match(text, /<th scope="col">现在存的　本机管理员 14:02<\/th>/);
  assert.match(
    text,
    /<th scope="row">名称<\/th>.*甲改的.*乙改的.*两边都改了，用现在存的.*<th scope="row">文号或编号<\/th>/s,
  );
  const buttons = [...text.matchAll(/<button[^>]* name="resolve" value="([^"]+)">/g)].map(([, value]) => value);
  assert.deepEqual(buttons, ['join', 'use-mine']);
  assert.doesNotMatch(text, /record-save/, 'there is no third button that means one of them');
  assert.equal((await kept())?.rev, 2);
});

for (const [way, expected] of [
  ['join', { ...record, title: '甲改的', keptAt: '甲处', number: '8 号' }],
  ['use-mine', { ...record, title: '乙改的', number: '8 号' }],
] as const) {
  test(`two versions of a record: “${way}”`, async t => {
    const app = await startApp(t);
    const { send, kept } = await openRecord(app);
    await send({ title: '甲改的', keptAt: '甲处' });
    const late = await send({ title: '乙改的', number: '8 号' });
    const settled = await send({ resolve: way }, readForm(late.text));
    assert.equal(settled.status, 303);
    assert.match(late.text, />用我填的，不用对方改的 2 处</);
    assert.deepEqual((await kept())?.evidence, [expected]);
  });
}

test('a third change meanwhile is shown before anything is joined', async t => {
  const app = await startApp(t);
  const { agent, address, send, kept } = await openRecord(app);
  await send({ title: '甲改的' });
  const late = await send({ title: '乙改的' });
  await send({ title: '丙改的' }, readForm((await agent.get(address)).text));
  assert.equal((await send({ resolve: 'join' }, readForm(late.text))).status, 412);
  assert.equal((await kept())?.rev, 3);
});

test('what is put right after a conflict goes on from what the page first showed', async t => {
  const app = await startApp(t);
  const { send, kept } = await openRecord(app);
  await send({ title: '甲改的', keptAt: '甲处' });
  const late = await send({ title: '乙改的' });
  const faulty = await send({ resolve: 'use-mine', date: '2026-02-30' }, readForm(late.text));
  assert.equal(faulty.status, 422);
  assert.equal((await send({ date: '2026-03-01' }, readForm(faulty.text))).status, 412, 'both titles are shown again');
  assert.equal((await kept())?.rev, 2);
});

test('a page without its mark, or with one that nobody knows, is shown both versions and cannot join', async t => {
  const app = await startApp(t);
  const { send, kept } = await openRecord(app);
  for (const seen of ['', 'x', '0123456789abcdef']) {
    const { status, text } = await send({ seen, title: '乙改的' });
    assert.equal(status, 412);
    assert.doesNotMatch(text, /value="join"/);
    assert.match(text, /不能自动合并/);
  }
  assert.equal((await kept())?.rev, 1);
});
