import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { api } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const [item = '', second = ''] = exampleItems;
const hour = 3_600;

/** A round with a minute on the timer, in a program whose clock is moved by hand. */
async function openRound(t: TestContext) {
  let now = Date.parse('2026-11-24T06:00:00.000Z');
  const app = await startApp(t, { now: () => new Date(now) });
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const phones = await Promise.all(Array.from({ length: 5 }, () => join(app, workshop)));
  const [first] = phones;
  assert.ok(first);
  await command(app, workshop, { command: 'brief', item }, { command: 'open', seconds: 60 });
  const state = async () =>
    (await withSecret(app, first.token).get(`/api/v1/w/${workshop.code}/state`).expect(200)).body;
  const voteAll = async (value: number) => {
    for (const phone of phones) await vote(app, workshop, phone, { item, round: 1, value }).expect(200);
  };
  const pass = (seconds: number) => {
    now += seconds * 1_000;
  };
  return { app, workshop, first, state, voteAll, pass };
}

test('a clock that is set back in the middle of a round changes nothing but the time that is shown', async t => {
  const { app, workshop, state, voteAll, pass } = await openRound(t);
  await voteAll(3);
  pass(-24 * hour);
  assert.deepEqual((await state()).timer, { remainingMs: 60_000, running: true });
  await voteAll(4);
  const closed = await command(app, workshop, 'close');
  assert.deepEqual(closed.results.counts, [0, 0, 0, 0, 5, 0]);
  const recorded = await command(app, workshop, 'reveal', 'record');
  assert.equal(recorded.canUndo, true);
});

test('an opinion recorded before the clock was set back is handed on and cannot be undone any more', async t => {
  const { app, workshop, voteAll, pass } = await openRound(t);
  await voteAll(4);
  await command(app, workshop, 'close', 'reveal', 'record');
  pass(-hour);
  const next = await command(app, workshop, 'next');
  assert.equal(next.agenda[0].application, 'applied');
  const { body } = await api(app).get(`/api/v1/assessments/${workshop.assessment}`).expect(200);
  assert.equal(body.answers[item].value, 4);
  const undo = await withSecret(app, workshop.keys.facilitator)
    .post(`/api/v1/workshops/${workshop.id}/commands`)
    .send({ command: 'undo', expectedRev: next.rev });
  assert.equal(undo.status, 409);
});

test('a laptop that slept for an hour wakes with the round as open as it was', async t => {
  const { app, workshop, first, state, voteAll, pass } = await openRound(t);
  await voteAll(2);
  pass(hour);
  const { workshop: running, state: open, timer, voted } = await state();
  assert.deepEqual(
    { running, open, timer, voted },
    {
      ...{ running: 'running', open: 'open', voted: 5 },
      timer: { remainingMs: 0, running: true },
    },
  );
  await vote(app, workshop, first, { item, round: 1, value: 5 }).expect(200);
  await command(app, workshop, { command: 'extend', seconds: 30 });
  assert.equal((await state()).timer.remainingMs, 30_000);
  const closed = await command(app, workshop, 'close');
  assert.deepEqual(closed.results.counts, [0, 0, 4, 0, 0, 1]);
  await command(app, workshop, 'reveal', { command: 'record', value: 2, rationale: '多数' });
  pass(hour);
  const next = await command(app, workshop, 'next');
  assert.deepEqual([next.item, next.agenda[0].application], [second, 'applied']);
});
