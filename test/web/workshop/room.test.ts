import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import request from 'supertest';
import { putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const [item = '', second = '', figure = ''] = exampleItems;

async function openRoom(t: TestContext, overrides: object = {}) {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app, overrides);
  await command(app, workshop, 'start', { command: 'brief', item }, 'open');
  return { app, workshop, base: `/api/v1/w/${workshop.code}` };
}

test('the last vote counts once, however often it is sent', async t => {
  const { app, workshop } = await openRoom(t);
  const phone = await join(app, workshop);
  for (const value of [2, 2, 5, 4, 4]) await vote(app, workshop, phone, { item, round: 1, value }).expect(200);
  const closed = await command(app, workshop, 'close');
  assert.deepEqual([closed.voted, closed.results.n], [1, 1]);
  const state = await withSecret(app, phone.token).get(`/api/v1/w/${workshop.code}/state`).expect(200);
  assert.deepEqual(state.body.own, { value: 4, round: 1 });
});

test('a vote that comes late, for another item or another round is refused with what counts and what is the case', async t => {
  const { app, workshop } = await openRoom(t);
  const phone = await join(app, workshop);
  await vote(app, workshop, phone, { item, round: 1, value: 3 }).expect(200);
  for (const [body, reason] of [
    [{ item, round: 2, value: 5 }, 'another-round'],
    [{ item: second, round: 1, value: 5 }, 'another-item'],
  ] as const) {
    const refused = await vote(app, workshop, phone, body).expect(409);
    assert.equal(refused.body.reason, reason);
  }
  await command(app, workshop, 'close');
  const late = await vote(app, workshop, phone, { item, round: 1, value: 5 }).expect(409);
  assert.equal(late.body.type, 'urn:rencheng:problem:vote-not-counted');
  assert.equal(late.body.reason, 'voting-closed');
  assert.deepEqual(late.body.counted, { value: 3 });
  assert.equal(late.body.state.state, 'closed');
  assert.deepEqual(late.body.state.own, { value: 3, round: 1 });
  assert.equal(late.body.state.results, undefined);
});

test('what is no vote is told at its place and changes nothing', async t => {
  const { app, workshop, base } = await openRoom(t);
  const phone = await join(app, workshop);
  const good = { item, round: 1, value: 3 };
  for (const [body, path] of [
    [{ ...good, value: 6 }, 'value'],
    [{ ...good, value: -1 }, 'value'],
    [{ ...good, value: 2.5 }, 'value'],
    [{ ...good, value: '3' }, 'value'],
    [{ ...good, value: '<script>' }, 'value'],
    [{ ...good, reason: '长'.repeat(141) }, 'reason'],
    [{ ...good, voter: 'somebody' }, 'voter'],
    [{ item, value: 3 }, 'round'],
    [[good], ''],
  ] as const) {
    const response = await vote(app, workshop, phone, body).expect(422);
    assert.equal(response.body.errors[0].path, path, response.text);
  }
  const raw = (body: string, type = 'application/json') =>
    withSecret(app, phone.token).post(`${base}/votes`).set('Content-Type', type).send(body);
  await raw('{"item":').expect(400);
  await raw('item=a&value=3', 'application/x-www-form-urlencoded').expect(400);
  await raw(JSON.stringify({ ...good, reason: 'x'.repeat(30_000) })).expect(413);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`${base}/state`);
  assert.equal(body.voted, 0);
});

test('nobody votes with a made-up token, the token of another room or the key of a role', async t => {
  const { app, workshop } = await openRoom(t);
  const other = await makeWorkshop(app);
  await command(app, other, 'start');
  const stranger = await join(app, other);
  const body = { item, round: 1, value: 3 };
  await vote(app, workshop, { token: 'A'.repeat(43), seat: '' }, body).expect(401);
  await vote(app, workshop, stranger, body).expect(401);
  await vote(app, workshop, { token: app.token, seat: '' }, body).expect(403);
  await vote(app, workshop, { token: workshop.keys.scribe, seat: '' }, body).expect(403);
});

test('a seat moves to another phone with its vote, and the old phone is out', async t => {
  const { app, workshop, base } = await openRoom(t);
  const phone = await join(app, workshop);
  await vote(app, workshop, phone, { item, round: 1, value: 2 }).expect(200);
  const typed = ` ${phone.seat.slice(0, 3).toLowerCase()}-${phone.seat.slice(3)} `;
  const moved = await request(app.url).post(`${base}/rejoin`).send({ seat: typed }).expect(200);
  assert.equal(moved.body.seat, phone.seat);
  await vote(app, workshop, phone, { item, round: 1, value: 5 }).expect(401);
  const fresh = { token: moved.body.participant, seat: moved.body.seat };
  const state = await withSecret(app, fresh.token).get(`${base}/state`).expect(200);
  assert.deepEqual(state.body.own, { value: 2, round: 1 });
  await vote(app, workshop, fresh, { item, round: 1, value: 3 }).expect(200);
  const closed = await command(app, workshop, 'close');
  assert.equal(closed.results.n, 1);
});

test('codes are read as people type them, and wrong ones are answered late', async t => {
  const { app, workshop } = await openRoom(t);
  const wide = [...workshop.code].map(sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
  for (const typed of [workshop.code.toLowerCase(), `${workshop.code.slice(0, 3)} ${workshop.code.slice(3)}`, wide])
    await request(app.url)
      .post(`/api/v1/w/${encodeURIComponent(typed)}/join`)
      .send({})
      .expect(201);
  const lateness = async (code: string) => {
    const before = performance.now();
    await request(app.url).post(`/api/v1/w/${code}/join`).send({}).expect(404);
    return performance.now() - before;
  };
  assert.ok((await lateness('ZZZZZZ')) >= 140);
  for (let guess = 0; guess < 12; guess += 1) await lateness(`ZZZZ${guess}`);
  const later = await lateness('ZZZZZZ');
  assert.ok(later >= 290, `${later} ms`);
  const before = performance.now();
  await request(app.url).post(`/api/v1/w/${workshop.code}/rejoin`).send({ seat: 'ZZZZZZ' }).expect(401);
  assert.ok(performance.now() - before >= 140);
});

test('right codes and secrets are never slowed down by wrong guesses', async t => {
  const { app, workshop, base } = await openRoom(t);
  const phone = await join(app, workshop);
  const guesses = Promise.all(
    Array.from({ length: 60 }, (_, guess) => request(app.url).get(`/api/v1/w/ZZZ${guess + 100}/state`)),
  );
  const ofGuesses = guesses.then(() => performance.now());
  const ofRight = await Promise.all(
    Array.from({ length: 5 }, async () => {
      await withSecret(app, phone.token).get(`${base}/state`).expect(200);
      return performance.now();
    }),
  );
  const answers = await guesses;
  assert.ok(answers.every(({ status }) => status === 404 || status === 429));
  // Held against each other and not against the clock: others may share the machine.
  assert.ok(Math.max(...ofRight) < (await ofGuesses), 'the right ones are answered before the last wrong one');
});

test('joining waits for the start, stops when it is locked, and goes on with a seat code', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  const base = `/api/v1/w/${workshop.code}`;
  await request(app.url).post(`${base}/join`).send({}).expect(409);
  await command(app, workshop, 'start');
  const phone = await join(app, workshop);
  await command(app, workshop, 'lock');
  const locked = await request(app.url).post(`${base}/join`).send({}).expect(409);
  assert.equal(locked.body.type, 'urn:rencheng:problem:joining-locked');
  await request(app.url).post(`${base}/rejoin`).send({ seat: phone.seat }).expect(200);
  await request(app.url).post(`${base}/join`).send({ department: 'none' }).expect(409);
});

test('in a vote by departments a seat needs one, and the last vote of it counts', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app, { mode: 'department' });
  await command(app, workshop, 'start', { command: 'brief', item }, 'open');
  const base = `/api/v1/w/${workshop.code}`;
  for (const body of [{}, { department: null }, { department: 'none' }, { department: '../x' }]) {
    const refused = await request(app.url).post(`${base}/join`).send(body).expect(422);
    assert.equal(refused.body.errors[0].path, 'department');
  }
  const [one, two] = [
    await join(app, workshop, { department: 'fire' }),
    await join(app, workshop, { department: 'fire' }),
  ];
  await vote(app, workshop, one, { item, round: 1, value: 1 }).expect(200);
  await vote(app, workshop, two, { item, round: 1, value: 4 }).expect(200);
  const closed = await command(app, workshop, 'close');
  assert.equal(closed.voted, 1);
  const state = await withSecret(app, one.token).get(`${base}/state`).expect(200);
  assert.equal(state.body.own.value, 4);
});

test('a figure is objected to with a reason, a question waits for later', async t => {
  const { app, workshop, base } = await openRoom(t);
  const phone = await join(app, workshop);
  const send = (part: string, body: object) => withSecret(app, phone.token).post(`${base}/${part}`).send(body);
  const early = await send('objections', { item, canLive: false }).expect(409);
  assert.equal(early.body.reason, 'not-now');
  assert.equal(early.body.state.state, 'open');
  await send('objections', { item, canLive: 'no' }).expect(422);
  await send('questions', { text: '' }).expect(422);
  await send('questions', { text: '谁来更新？' }).expect(200);
  await command(app, workshop, 'park', { command: 'brief', item: figure });
  await send('objections', { item: figure, canLive: false }).expect(409);
  await putAnswer(app, { id: workshop.assessment, item: figure }, { answer: 'scored', value: 92 });
  await send('objections', { item: figure, canLive: false, reason: '口径不对' }).expect(200);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`${base}/state`);
  assert.deepEqual(body.objections, { canLive: 0, cannotLive: 1 });
  assert.deepEqual(body.objectionReasons, ['口径不对']);
  assert.deepEqual(body.questions, [{ text: '谁来更新？', settled: false }]);
});

test('two facilitators at once: one is first, the other learns who it was', async t => {
  const { app, workshop } = await openRoom(t);
  const address = `/api/v1/workshops/${workshop.id}/commands`;
  const { body: state } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`);
  const answers = await Promise.all([
    withSecret(app, workshop.keys.facilitator).post(address).send({ command: 'close', expectedRev: state.rev }),
    withSecret(app, workshop.keys.coFacilitator).post(address).send({ command: 'pause', expectedRev: state.rev }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  const [refused] = answers.filter(({ status }) => status === 409);
  assert.equal(refused?.body.type, 'urn:rencheng:problem:stale-command');
  assert.equal(refused?.body.state.rev, state.rev + 1);
  assert.match(refused?.body.last.role, /facilitator$/);
});

test('the same command twice is done once; one that is no step from here says what is the case', async t => {
  const { app, workshop } = await openRoom(t);
  const address = `/api/v1/workshops/${workshop.id}/commands`;
  const facilitator = withSecret(app, workshop.keys.facilitator);
  const { body: state } = await facilitator.get(`/api/v1/workshops/${workshop.id}`);
  const close = { command: 'close', expectedRev: state.rev };
  const answers = await Promise.all([facilitator.post(address).send(close), facilitator.post(address).send(close)]);
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.rev]),
    [
      [200, state.rev + 1],
      [200, state.rev + 1],
    ],
  );
  const illegal = await facilitator
    .post(address)
    .send({ command: 'record', value: 3, expectedRev: state.rev + 1 })
    .expect(409);
  assert.equal(illegal.body.type, 'urn:rencheng:problem:illegal-step');
  assert.equal(illegal.body.state.state, 'closed');
  await facilitator
    .post(address)
    .send({ command: 'dance', expectedRev: state.rev + 1 })
    .expect(422);
});

test('polling with the tag of what is shown gets nothing until something changes', async t => {
  const { app, workshop, base } = await openRoom(t);
  const [phone, other] = [await join(app, workshop), await join(app, workshop)];
  const poll = (tag = '') => withSecret(app, phone.token).get(`${base}/state`).set('If-None-Match', tag);
  const first = await poll().expect(200);
  const tag = first.headers.etag ?? '';
  await poll(tag).expect(304);
  await vote(app, workshop, other, { item, round: 1, value: 3 }).expect(200);
  await poll(tag).expect(200);
});
