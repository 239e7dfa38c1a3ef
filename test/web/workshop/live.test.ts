import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { openStream } from '../../support/open-stream.ts';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const [item = ''] = exampleItems;

async function room(t: Parameters<typeof startApp>[0]) {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const events = `${app.url}/api/v1/w/${workshop.code}/events`;
  return { app, workshop, events };
}

test('a stream tells the whole state at once and after every command, and is not kept, changed or held back on its way', async t => {
  const { app, workshop, events } = await room(t);
  const phone = await join(app, workshop);
  const stream = await openStream(t, events, phone.token);
  assert.match(stream.response.headers['content-type'] ?? '', /^text\/event-stream/);
  assert.equal(stream.response.headers['cache-control'], 'no-store, no-transform');
  assert.equal(stream.response.headers['content-encoding'], undefined);
  assert.equal(stream.response.headers['x-accel-buffering'], 'no');
  const first = await stream.next(({ event }) => event === 'state');
  assert.equal(JSON.parse(first.data).workshop, 'lobby');
  assert.match(stream.received(), /^retry: [1-3]\d{3}$/m);
  const open = await command(app, workshop, { command: 'brief', item }, 'open');
  const told = await stream.next(({ id }) => id === String(open.rev));
  const state = JSON.parse(told.data);
  assert.deepEqual([state.item, state.round, state.state], [item, 1, 'open']);
  const asked = await withSecret(app, phone.token).get(`/api/v1/w/${workshop.code}/state`).expect(200);
  assert.deepEqual(state, asked.body);
});

test('a vote shows at once where it is counted, and on no other phone', async t => {
  const { app, workshop, events } = await room(t);
  const [voter, other] = [await join(app, workshop), await join(app, workshop)];
  const wall = await openStream(t, events, workshop.keys.projector);
  const otherPhone = await openStream(t, events, other.token);
  const open = await command(app, workshop, { command: 'brief', item }, 'open');
  await otherPhone.next(({ id }) => id === String(open.rev));
  const before = otherPhone.received();
  await vote(app, workshop, voter, { item, round: 1, value: 4 }).expect(200);
  await wall.next(({ event, data }) => event === 'state' && JSON.parse(data).voted === 1);
  assert.equal(otherPhone.received(), before);
});

test('the phone that lost its seat is told so, and its stream ends', async t => {
  const { app, workshop, events } = await room(t);
  const phone = await join(app, workshop);
  const old = await openStream(t, events, phone.token);
  await old.next(({ event }) => event === 'state');
  await withSecret(app, '').post(`/api/v1/w/${workshop.code}/rejoin`).send({ seat: phone.seat }).expect(200);
  await old.next(({ event }) => event === 'gone');
  await old.ended;
});

test('present are those with an open page, however many pages they have', async t => {
  const { app, workshop, events } = await room(t);
  const [one, two] = [await join(app, workshop), await join(app, workshop)];
  const cockpit = await openStream(t, events, workshop.keys.facilitator);
  const first = await openStream(t, events, one.token);
  await openStream(t, events, one.token);
  await openStream(t, events, two.token);
  await cockpit.next(({ event, data }) => event === 'state' && JSON.parse(data).present === 2);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`);
  assert.deepEqual(body.connections, { participants: 2, projectors: 0, cockpits: 1, scribes: 0 });
  assert.ok(first.response.readable);
});

test('a phone that asks instead of listening is present too, and is counted once when it does both', async t => {
  const { app, workshop, events } = await room(t);
  const [asking, both] = [await join(app, workshop), await join(app, workshop)];
  const cockpit = await openStream(t, events, workshop.keys.facilitator);
  for (const { token } of [asking, both])
    await withSecret(app, token).get(`/api/v1/w/${workshop.code}/state`).expect(200);
  const stream = await openStream(t, events, both.token);
  await stream.next(({ event }) => event === 'state');
  const present = async () => (await command(app, workshop)).connections.participants;
  assert.equal(await present(), 2);
  stream.response.destroy();
  const third = await openStream(t, events, (await join(app, workshop)).token);
  await cockpit.next(({ event, data }) => event === 'state' && JSON.parse(data).present === 3);
  third.response.destroy();
  await cockpit.next(({ event, data }) => event === 'state' && JSON.parse(data).present === 2);
});

test('after the end every phone is told that it is over, and its token is worth nothing', async t => {
  const { app, workshop, events } = await room(t);
  const phone = await join(app, workshop);
  const stream = await openStream(t, events, phone.token);
  await command(app, workshop, 'finish');
  await stream.next(({ event, data }) => event === 'state' && JSON.parse(data).workshop === 'closed');
  const state = await withSecret(app, phone.token).get(`/api/v1/w/${workshop.code}/state`);
  assert.equal(state.status, 410);
});

test('a stop of the program ends every stream and does not wait for them', async t => {
  const { app, workshop, events } = await room(t);
  const phones = await Promise.all(Array.from({ length: 20 }, () => join(app, workshop)));
  const streams = await Promise.all(phones.map(({ token }) => openStream(t, events, token)));
  const before = performance.now();
  await app.stop();
  await Promise.all(streams.map(({ ended }) => ended));
  // It would wait ten seconds for them.
  assert.ok(performance.now() - before < 9_000);
});

test('a reader that does not read holds up nobody and gets the newest state when it reads again', async t => {
  const { app, workshop } = await room(t);
  const [slow, quick] = [await join(app, workshop), await join(app, workshop)];
  const { hostname, port } = new URL(app.url);
  const socket = net.connect(Number(port), hostname);
  t.after(() => socket.destroy());
  socket.write(
    `GET /api/v1/w/${workshop.code}/events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${slow.token}\r\n\r\n`,
  );
  socket.pause();
  const stream = await openStream(t, `${app.url}/api/v1/w/${workshop.code}/events`, quick.token);
  const title = '长'.repeat(100);
  let last = await command(app, workshop, { command: 'brief', item });
  for (let round = 0; round < 30; round += 1)
    last = await command(app, workshop, { command: 'park', reason: title }, { command: 'brief', item });
  await stream.next(({ id }) => id === String(last.rev));
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', chunk => {
    text += chunk;
  });
  socket.resume();
  await until(() => text.includes(`id: ${last.rev}\n`));
});

/** Looks until it holds; the test's own time limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve));
}
