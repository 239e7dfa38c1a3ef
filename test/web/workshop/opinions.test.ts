import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { putAnswer } from '../../support/api-client.ts';
import { movedClock, storedRecord } from '../../support/recorded-workshop.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, type TestWorkshop, vote } from '../../support/workshop-client.ts';

const [item = '', second = ''] = exampleItems;

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

test('an opinion becomes the answer once it cannot be undone any more', async t => {
  const { clock, app, workshop } = await recorded(t);
  await record(app, workshop);
  assert.equal(await storedRecord(app, workshop.assessment, item), undefined);
  clock.pass(20);
  const next = await command(app, workshop, 'next');
  assert.equal(next.agenda[0].application, 'applied');
  const answer = await storedRecord(app, workshop.assessment, item);
  assert.deepEqual([answer.answer, answer.value, answer.rev], ['scored', 3, 1]);
  clock.pass(20);
  await command(app, workshop, 'skip');
  assert.equal((await storedRecord(app, workshop.assessment, item)).rev, 1, 'once');
});

test('what was undone never reaches the assessment', async t => {
  const { clock, app, workshop } = await recorded(t);
  await record(app, workshop);
  await command(app, workshop, 'undo');
  clock.pass(60);
  await command(app, workshop, 'park', { command: 'brief', item: second });
  assert.equal(await storedRecord(app, workshop.assessment, item), undefined);
});

test('an answer that is there is not written over, and the cockpit says so', async t => {
  const { clock, app, workshop } = await recorded(t);
  await putAnswer(app, { id: workshop.assessment, item }, { answer: 'scored', value: 5 });
  await record(app, workshop);
  clock.pass(20);
  const next = await command(app, workshop, 'next');
  assert.equal(next.agenda[0].application, 'answered');
  assert.equal((await storedRecord(app, workshop.assessment, item)).value, 5);
});
