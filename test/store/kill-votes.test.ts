import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { openDataFolder } from '#store/data-folder.ts';
import { openWorkshopStore } from '#store/workshop-store.ts';
import { ballotsOf } from '#workshop/ballot-box.ts';
import { voterOf } from '#workshop/voting-departments.ts';
import { seatOf, second } from '../workshop/build-workshop.ts';
import { recordingLog } from './recording-log.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { commanding, createdWorkshop } from './workshop-changes.ts';

type Acknowledged = { seq: number; voter: string | null; reason: string };

const voting = { mode: 'anonymous', current: 'a1' } as const;

const openStore = (folder: string) =>
  openWorkshopStore({ folder, log: recordingLog(), now: () => new Date(second(9_000)) });

test('killed twenty times in a storm of votes, it comes back paused with every acknowledged vote and none counted twice', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(createdWorkshop('one'));
  for (const command of ['start', 'next', 'open', 'pause']) await store.commit('one', commanding(command));
  await store.close();
  const all: Acknowledged[] = [];
  for (let run = 0; run < 20; run += 1) {
    all.push(...(await voteUntilKilled(context, folder, run)));
    await assertAllCounted(folder, all);
  }
  assert.ok(all.length > 400, `${all.length} votes were acknowledged`);
});

/** The moment is random in the work of the other process: after so many lines, the reading of which is behind it. */
async function voteUntilKilled(context: TestContext, folder: string, run: number): Promise<Acknowledged[]> {
  const killAt = Math.floor(Math.random() * 120);
  const { child, lines, ended } = startProgram(context, ['write-votes.ts', folder, `${run}`]);
  const printed: string[] = [];
  lines.on('line', line => {
    printed.push(line);
    if (printed.length > killAt) child.kill('SIGKILL');
  });
  await Promise.all([ended, once(lines, 'close')]);
  assert.equal(child.signalCode, 'SIGKILL');
  const [ready, ...votes] = printed;
  assert.equal(ready, 'ready');
  return votes.map(line => {
    const [seq, voter, reason = ''] = line.split(' ');
    return { seq: Number(seq), voter: voterOf(voting, seatOf(Number(voter))), reason };
  });
}

async function assertAllCounted(folder: string, acknowledged: Acknowledged[]): Promise<void> {
  const { release } = await openDataFolder(folder, recordingLog());
  const store = await openStore(folder);
  assert.deepEqual(store.setAside(), []);
  const workshop = (await store.find('one'))?.workshop;
  assert.ok(workshop);
  assert.deepEqual([workshop.state, workshop.items.a1?.state], ['paused', 'open']);
  const changes = await store.changes('one');
  for (const { seq, voter, reason } of acknowledged) {
    const change = changes[seq - 1];
    assert.ok(change?.type === 'voted');
    assert.deepEqual([change.voter, change.ballot.reason], [voter, reason]);
  }
  const lastOfEach = new Map(changes.flatMap(each => (each.type === 'voted' ? [[each.voter, each.ballot]] : [])));
  const counted = ballotsOf(workshop.table.boxes[1] ?? { size: 0, drawers: [] });
  assert.deepEqual(new Map(counted), lastOfEach);
  assert.equal(workshop.table.boxes[1]?.size, lastOfEach.size);
  assert.ok((await store.verifyTrail('one')).ok);
  await store.close();
  await release();
}
