import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startProgram } from '../../store/start-program.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import type { TestApp } from '../../support/start-app.ts';
import {
  command,
  exampleItems,
  join,
  makeWorkshop,
  type TestWorkshop,
  withSecret,
} from '../../support/workshop-client.ts';

const [item = ''] = exampleItems;
const kills = 8;
const phones = 24;
/** So that the suite stays quick: a kill comes after so many votes at most. */
const mostVotes = 150;

/** What one phone knows: the last vote that was acknowledged, and the last that was sent. */
type Phone = { token: string; acknowledged: number; sent: number };

test('killed eight times in a storm of votes over HTTP, every acknowledged vote is there and none is counted twice', {
  timeout: 300_000,
}, async t => {
  const folder = await temporaryFolder(t);
  const first = await startRoom(t, folder);
  const workshop = await makeWorkshop(first.app);
  await command(first.app, workshop, 'start');
  const seats = await Promise.all(Array.from({ length: phones }, () => join(first.app, workshop)));
  const room = seats.map(({ token }): Phone => ({ token, acknowledged: 0, sent: 0 }));
  await command(first.app, workshop, { command: 'brief', item }, 'open');
  let running = first;
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    acknowledged += await stormUntilKilled(running, workshop, room);
    running = await startRoom(t, folder);
    await assertAllThere(running.app, workshop, room);
    await command(running.app, workshop, 'resume');
  }
  assert.ok(acknowledged > 160, `${acknowledged} votes were acknowledged`);
  await assertCountedOnce(running.app, workshop, room);
});

/** The whole program in a process of its own. */
async function startRoom(t: TestContext, folder: string) {
  const program = startProgram(t, ['serve-room.ts', folder]);
  const { origin, hash } = new URL((await program.nextLine()) ?? '');
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const app: TestApp = { url: origin, token, dataFolder: folder, port: 0, link: '', stop: async () => {} };
  return { app, ...program };
}

type Running = Awaited<ReturnType<typeof startRoom>>;

/** Everybody votes again and again until the program is gone. Gives how many votes were acknowledged. */
async function stormUntilKilled(
  { app, child, ended }: Running,
  workshop: TestWorkshop,
  room: Phone[],
): Promise<number> {
  const killAt = 1 + Math.floor(Math.random() * mostVotes);
  let acknowledged = 0;
  await Promise.all(
    room.map(async phone => {
      while (child.signalCode === null && (await vote(app, workshop, phone))) {
        acknowledged += 1;
        if (acknowledged >= killAt) child.kill('SIGKILL');
      }
    }),
  );
  await ended;
  assert.equal(child.signalCode, 'SIGKILL');
  return acknowledged;
}

/** The reason counts on, so that each vote can be told from the one before. False when there was no answer. */
async function vote({ url }: TestApp, { code }: TestWorkshop, phone: Phone): Promise<boolean> {
  phone.sent += 1;
  const number = phone.sent;
  try {
    const response = await fetch(`${url}/api/v1/w/${code}/votes`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${phone.token}` },
      body: JSON.stringify({ item, round: 1, value: number % 6, reason: `${number}` }),
    });
    await response.json();
    assert.equal(response.status, 200);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return false;
  }
  phone.acknowledged = number;
  return true;
}

/** A vote whose answer was lost may count as well; nothing older than the last acknowledged one may. */
async function assertAllThere(app: TestApp, workshop: TestWorkshop, room: Phone[]): Promise<void> {
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`).expect(200);
  assert.deepEqual([body.workshop, body.state, body.round], ['paused', 'open', 1]);
  const counted = await Promise.all(room.map(phone => ownVote(app, workshop, phone)));
  for (const [index, { acknowledged, sent }] of room.entries()) {
    const number = counted[index];
    if (number === undefined) assert.equal(acknowledged, 0, `the vote ${acknowledged} of phone ${index} is gone`);
    else assert.ok(number >= acknowledged && number <= sent, `${number} counts, ${acknowledged} was acknowledged`);
  }
  assert.equal(body.voted, counted.filter(number => number !== undefined).length);
}

/** The number of the vote that counts of this phone. */
async function ownVote(app: TestApp, { code }: TestWorkshop, { token }: Phone): Promise<number | undefined> {
  const { body } = await withSecret(app, token).get(`/api/v1/w/${code}/state`).expect(200);
  if (body.own === undefined) return undefined;
  const number = Number(body.own.reason);
  assert.equal(body.own.value, number % 6);
  return number;
}

async function assertCountedOnce(app: TestApp, workshop: TestWorkshop, room: Phone[]): Promise<void> {
  const counted = await Promise.all(room.map(phone => ownVote(app, workshop, phone)));
  const { results } = await command(app, workshop, 'close');
  const expected = [0, 1, 2, 3, 4, 5].map(level => counted.filter(number => (number ?? -1) % 6 === level).length);
  assert.deepEqual(results.counts, expected);
  assert.equal(results.n + results.unknown, room.length);
}
