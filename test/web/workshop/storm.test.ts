import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, makeWorkshop, withSecret } from '../../support/workshop-client.ts';

const [item = ''] = exampleItems;
const seatSchema = z.object({ participant: z.string(), seat: z.string() });

/** As many at once as the room has phones, without waiting for each other. */
function poster(url: string) {
  return async (address: string, body: object, secret = '') => {
    const response = await fetch(`${url}/api/v1/w/${address}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(secret === '' ? {} : { Authorization: `Bearer ${secret}` }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
}

test('a thousand join in ten seconds of work, each with a seat of its own', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const post = poster(app.url);
  const before = process.cpuUsage();
  const joined = [];
  // A hundred in each of the ten seconds: a thousand connections at once wait longer than a client does where others use the machine.
  for (let second = 0; second < 10; second += 1)
    joined.push(...(await Promise.all(Array.from({ length: 100 }, () => post(`${workshop.code}/join`, {})))));
  const { user, system } = process.cpuUsage(before);
  assert.deepEqual([...new Set(joined.map(({ status }) => status))], [201]);
  const seats = joined.map(({ body }) => seatSchema.parse(body));
  assert.equal(new Set(seats.map(({ participant }) => participant)).size, 1_000);
  assert.equal(new Set(seats.map(({ seat }) => seat)).size, 1_000);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`);
  assert.equal(body.joined, 1_000);
  // Work and not the clock: others may share the machine, and phones and program share this process.
  assert.ok((user + system) / 1_000 < 10_000, `${(user + system) / 1_000} ms`);
});

test('two hundred who vote at once, some twice and while it is being closed, are counted once each', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const post = poster(app.url);
  const joined = await Promise.all(Array.from({ length: 200 }, () => post(`${workshop.code}/join`, {})));
  const tokens = joined.map(({ body }) => seatSchema.parse(body).participant);
  await command(app, workshop, { command: 'brief', item }, 'open');
  const cast = (token: string, value: number) => post(`${workshop.code}/votes`, { item, round: 1, value }, token);
  const first = await Promise.all(tokens.flatMap((token, index) => [cast(token, index % 6), cast(token, index % 6)]));
  assert.deepEqual([...new Set(first.map(({ status }) => status))], [200]);
  const [changed, closed] = await Promise.all([
    Promise.all(tokens.map(token => cast(token, 5))),
    command(app, workshop, 'close'),
  ]);
  const accepted = changed.filter(({ status }) => status === 200).length;
  assert.ok(changed.every(({ status }) => status === 200 || status === 409));
  assert.equal(closed.results.n, 200);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`);
  const alreadyFive = tokens.filter((_token, index) => index % 6 === 5).length;
  const fives = body.results.counts[5];
  assert.ok(fives >= accepted && fives <= accepted + alreadyFive, `${fives} fives, ${accepted} accepted`);
});
