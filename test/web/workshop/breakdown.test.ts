import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { startProgram } from '../../store/start-program.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { openStream } from '../../support/open-stream.ts';
import type { TestApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const [item = ''] = exampleItems;

/** The whole program in a process of its own. */
async function startRoom(t: TestContext, folder: string) {
  const program = startProgram(t, ['serve-room.ts', folder]);
  const { origin, hash } = new URL((await program.nextLine()) ?? '');
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const app: TestApp = { url: origin, token, dataFolder: folder, port: 0, link: '', stop: async () => {} };
  return { app, ...program };
}

test('killed in the middle of a round, the workshop comes back paused with every vote that was acknowledged', async t => {
  const folder = await temporaryFolder(t);
  const before = await startRoom(t, folder);
  const workshop = await makeWorkshop(before.app);
  await command(before.app, workshop, 'start');
  const phones = await Promise.all(Array.from({ length: 12 }, () => join(before.app, workshop)));
  await command(before.app, workshop, { command: 'brief', item }, 'open');
  const voted = await Promise.all(phones.map(phone => vote(before.app, workshop, phone, { item, round: 1, value: 4 })));
  assert.ok(voted.every(({ status }) => status === 200));
  before.child.kill('SIGKILL');
  await before.ended;

  const { app } = await startRoom(t, folder);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`);
  assert.deepEqual([body.workshop, body.state, body.round, body.voted], ['paused', 'open', 1, 12]);
  assert.equal(body.last.role, 'system');
  const [phone] = phones;
  assert.ok(phone);
  const late = await vote(app, workshop, phone, { item, round: 1, value: 5 }).expect(409);
  assert.equal(late.body.reason, 'not-running');
  await command(app, workshop, 'resume');
  await vote(app, workshop, phone, { item, round: 1, value: 5 }).expect(200);
  const closed = await command(app, workshop, 'close');
  assert.deepEqual(closed.results.counts, [0, 0, 0, 0, 11, 1]);
});

test('on a full disk a vote is not counted and everybody is told that voting pauses; it goes on when there is space', async t => {
  const folder = await temporaryFolder(t);
  const { app, child } = await startRoom(t, folder);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const phone = await join(app, workshop);
  const wall = await openStream(t, `${app.url}/api/v1/w/${workshop.code}/events`, workshop.keys.projector);
  await command(app, workshop, { command: 'brief', item }, 'open');
  execFileSync('prlimit', ['--fsize=100000:unlimited', '--pid', `${child.pid}`]);
  const cast = (value: number) =>
    vote(app, workshop, phone, { item, round: 1, value, reason: `${value}${'长'.repeat(130)}` });
  let counted = -1;
  let answer = await cast(0);
  for (let sent = 0; answer.status === 200 && sent < 2_000; sent += 1) {
    counted = answer.body.value;
    answer = await cast((counted + 1) % 6);
  }
  assert.equal(answer.status, 507, answer.text);
  assert.equal(answer.body.type, 'urn:rencheng:problem:storage-failed');
  await wall.next(({ event, data }) => event === 'trouble' && JSON.parse(data).storage === true);
  const state = await withSecret(app, phone.token).get(`/api/v1/w/${workshop.code}/state`).expect(200);
  assert.equal(state.body.own.value, counted, 'what was acknowledged counts');

  execFileSync('prlimit', ['--fsize=unlimited', '--pid', `${child.pid}`]);
  await cast((counted + 1) % 6).expect(200);
  await wall.next(({ event, data }) => event === 'trouble' && JSON.parse(data).storage === false);
  const closed = await command(app, workshop, 'close');
  assert.equal(closed.results.n, 1);
});
