import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { api } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const [first = '', second = ''] = exampleItems;

test('a workshop goes from the lobby through a round to a record and its minutes', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const phones = await Promise.all(Array.from({ length: 5 }, () => join(app, workshop)));
  const open = await command(app, workshop, { command: 'brief', item: first }, 'open');
  assert.equal(open.state, 'open');
  for (const [index, phone] of phones.entries()) {
    const value = index < 4 ? 3 : 2;
    const response = await vote(app, workshop, phone, { item: first, round: 1, value });
    assert.deepEqual(response.body, { value, round: 1, rev: open.rev });
  }
  const revealed = await command(app, workshop, 'close', 'reveal');
  assert.deepEqual(revealed.results.counts, [0, 0, 1, 4, 0, 0]);
  const recorded = await command(app, workshop, 'record');
  assert.equal(recorded.record.value, 3);
  const minutes = await withSecret(app, workshop.keys.scribe)
    .get(`/api/v1/workshops/${workshop.id}/minutes`)
    .expect(200);
  assert.equal(minutes.body.items[0].opinions[0].value, 3);
});

test('only the administrator makes a workshop, and everything wrong with it is told at its place', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await request(app.url).post('/api/v1/workshops').send({}).expect(401);
  await withSecret(app, workshop.keys.facilitator).post('/api/v1/workshops').send({}).expect(401);
  const wrong = { assessment: 'none', title: '示例', items: [first], mode: 'anonymous' };
  const pathsOf = async (body: object) => {
    const response = await api(app).post('/api/v1/workshops').send(body);
    assert.equal(response.status, 422, response.text);
    return response.body.errors.map(({ path }: { path: string }) => path).sort();
  };
  assert.deepEqual(await pathsOf(wrong), ['assessment']);
  assert.deepEqual(await pathsOf({ ...wrong, assessment: workshop.assessment, items: [first, 'none'] }), ['items.1']);
  assert.deepEqual(await pathsOf({ ...wrong, title: '长'.repeat(61), mode: 'loud', extra: 1 }), [
    'extra',
    'mode',
    'title',
  ]);
});

test('every role does what is its own, and nothing without a secret of the workshop', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  const other = await makeWorkshop(app);
  const commands = `/api/v1/workshops/${workshop.id}/commands`;
  const body = { command: 'start', expectedRev: 0 };
  await request(app.url).post(commands).send(body).expect(401).expect('www-authenticate', 'Bearer');
  await withSecret(app, other.keys.facilitator).post(commands).send(body).expect(401);
  await withSecret(app, workshop.keys.scribe).post(commands).send(body).expect(403);
  await withSecret(app, workshop.keys.projector).post(commands).send(body).expect(403);
  await withSecret(app, workshop.keys.facilitator).post('/api/v1/workshops/none/commands').send(body).expect(404);
  await withSecret(app, workshop.keys.coFacilitator).post(commands).send(body).expect(200);
  const phone = await join(app, workshop);
  await withSecret(app, phone.token).post(commands).send({ command: 'lock', expectedRev: 1 }).expect(403);
  await withSecret(app, phone.token).get(`/api/v1/workshops/${workshop.id}/minutes`).expect(403);
  await withSecret(app, phone.token).get(`/api/v1/w/${other.code}/state`).expect(401);
  const votes = `/api/v1/w/${workshop.code}/votes`;
  await withSecret(app, workshop.keys.facilitator).post(votes).send({ item: second, round: 1, value: 1 }).expect(403);
  await request(app.url).post(votes).send({ item: second, round: 1, value: 1 }).expect(401);
});
