import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { api, putAnswer } from '../../support/api-client.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, type TestWorkshop, vote } from '../../support/workshop-client.ts';

const [item = '', second = ''] = exampleItems;

/** A clock that is moved by hand. */
function movedClock() {
  let now = Date.parse('2026-11-24T06:00:00.000Z');
  return {
    now: () => new Date(now),
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
  };
}

async function recorded(t: TestContext) {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now });
  const workshop = await makeWorkshop(app);
  return { clock, app, workshop };
}

async function record(app: TestApp, workshop: TestWorkshop) {
  await command(app, workshop, 'start');
  const phones = await Promise.all(Array.from({ length: 5 }, () => join(app, workshop)));
  await command(app, workshop, { command: 'brief', item }, 'open');
  for (const phone of phones) await vote(app, workshop, phone, { item, round: 1, value: 3 }).expect(200);
  return command(app, workshop, 'close', 'reveal', 'record');
}

async function storedAnswer(app: TestApp, { assessment }: TestWorkshop, itemId: string) {
  const { body } = await api(app).get(`/api/v1/assessments/${assessment}`).expect(200);
  return body.answers[itemId];
}

test('an opinion becomes the answer once it cannot be undone any more', async t => {
  const { clock, app, workshop } = await recorded(t);
  await record(app, workshop);
  assert.equal(await storedAnswer(app, workshop, item), undefined);
  clock.pass(20);
  const next = await command(app, workshop, 'next');
  assert.equal(next.agenda[0].application, 'applied');
  const answer = await storedAnswer(app, workshop, item);
  assert.deepEqual([answer.answer, answer.value, answer.rev], ['scored', 3, 1]);
  clock.pass(20);
  await command(app, workshop, 'skip');
  assert.equal((await storedAnswer(app, workshop, item)).rev, 1, 'once');
});

test('what was undone never reaches the assessment', async t => {
  const { clock, app, workshop } = await recorded(t);
  await record(app, workshop);
  await command(app, workshop, 'undo');
  clock.pass(60);
  await command(app, workshop, 'park', { command: 'brief', item: second });
  assert.equal(await storedAnswer(app, workshop, item), undefined);
});

test('an answer that is there is not written over, and the cockpit says so', async t => {
  const { clock, app, workshop } = await recorded(t);
  await putAnswer(app, { id: workshop.assessment, item }, { answer: 'scored', value: 5 });
  await record(app, workshop);
  clock.pass(20);
  const next = await command(app, workshop, 'next');
  assert.equal(next.agenda[0].application, 'answered');
  assert.equal((await storedAnswer(app, workshop, item)).value, 5);
});
