import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import type { AssessmentChange } from '#assessment/assessment.ts';
import { openDataFolder } from '#store/data-folder.ts';
import { created } from './assessment-changes.ts';
import { openStore } from './open-store.ts';
import { recordingLog } from './recording-log.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ids = ['one', 'two', 'three'];

type Acknowledged = { id: string; seq: number; note: string };

test('killed a hundred times under load, every acknowledged answer is there once and the chain is whole', async context => {
  const lanes = await Promise.all([killAgainAndAgain(context, 50), killAgainAndAgain(context, 50)]);
  const acknowledged = lanes.flat();
  assert.equal(acknowledged.length, 100);
  const total = acknowledged.reduce((sum, count) => sum + count, 0);
  assert.ok(total > 2000, `${total} answers were acknowledged`);
});

/** Gives how many answers were acknowledged before each kill. */
async function killAgainAndAgain(context: TestContext, kills: number): Promise<number[]> {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await Promise.all(ids.map(id => store.create(created(id))));
  await store.close();
  const all: Acknowledged[] = [];
  const counts: number[] = [];
  for (let run = 0; run < kills; run += 1) {
    const acknowledged = await writeUntilKilled(context, folder, run);
    all.push(...acknowledged);
    counts.push(acknowledged.length);
    await assertAllThere(folder, all);
  }
  await assertTrailsWhole(folder);
  return counts;
}

/** The moment is random in the work of the other process: after so many lines, the reading of which is behind it. */
async function writeUntilKilled(context: TestContext, folder: string, run: number): Promise<Acknowledged[]> {
  const killAt = Math.floor(Math.random() * 120);
  const { child, lines, ended } = startProgram(context, ['write-answers.ts', folder, `${run}`, ...ids]);
  const printed: string[] = [];
  lines.on('line', line => {
    printed.push(line);
    if (printed.length > killAt) child.kill('SIGKILL');
  });
  await Promise.all([ended, once(lines, 'close')]);
  assert.equal(child.signalCode, 'SIGKILL');
  const [ready, ...answers] = printed;
  assert.equal(ready, 'ready');
  return answers.map(line => {
    const [id = '', seq, note = ''] = line.split(' ');
    return { id, seq: Number(seq), note };
  });
}

async function assertAllThere(folder: string, acknowledged: Acknowledged[]): Promise<void> {
  const { release } = await openDataFolder(folder, recordingLog());
  const store = await openStore(folder);
  assert.deepEqual(store.setAside(), []);
  for (const id of ids) {
    const notes = (await store.changes(id)).map(noteOf);
    assert.equal(new Set(notes).size, notes.length, 'none is there twice');
    for (const { seq, note } of acknowledged.filter(each => each.id === id)) assert.equal(notes[seq - 1], note);
  }
  await release();
}

async function assertTrailsWhole(folder: string): Promise<void> {
  const store = await openStore(folder);
  for (const id of ids) assert.equal((await store.verifyTrail(id)).ok, true);
}

function noteOf(change: AssessmentChange): string | undefined {
  return change.type === 'answered' ? change.answer.note : undefined;
}
