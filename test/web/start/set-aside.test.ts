import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';
import { command, makeWorkshop } from '../../support/workshop-client.ts';

const line = 3;

/** A copy of the data folder, made after a stop, so that every document has its snapshot. */
async function copyOf(folder: string): Promise<string> {
  const copy = await mkdtemp(path.join(os.tmpdir(), 'rencheng-test-'));
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** Flips one bit in the middle of a line; gives what the file then holds. */
async function flipIn(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  const start = Array.from({ length: line - 1 }).reduce<number>(from => bytes.indexOf(0x0a, from) + 1, 0);
  const place = Math.floor((start + bytes.indexOf(0x0a, start)) / 2);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(file, bytes);
  return bytes;
}

async function stoppedFolder(t: TestContext) {
  const app = await startApp(t);
  const sound = await createAssessment(app, { city: '完好市' });
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start', 'next');
  const id = await createAssessment(app, { city: '损坏市' });
  for (const rev of [0, 1, 2])
    await putAnswer(app, { id, item: 'lifeline-asset-survey', rev }, { answer: 'scored', value: rev });
  await app.stop();
  return { folder: await copyOf(app.dataFolder), id, sound, workshop };
}

test('an assessment and a workshop with one flipped bit before their snapshots are named and not written any more', async t => {
  const { folder, id, sound, workshop } = await stoppedFolder(t);
  const journal = path.join(folder, 'assessments', `${id}.jsonl`);
  const rounds = path.join(folder, 'workshops', `${workshop.id}.jsonl`);
  assert.ok((await readFile(path.join(folder, 'assessments', `${id}.json`))).length > 0, 'there is a snapshot');
  assert.ok((await readFile(path.join(folder, 'workshops', `${workshop.id}.json`))).length > 0, 'there is a snapshot');
  const altered = { journal: await flipIn(journal), rounds: await flipIn(rounds) };

  const app = await startApp(t, { dataFolder: folder });
  const agent = await browser(app);
  const { text } = await agent.get('/').expect(200);
  assert.match(text, /有文件损坏/);
  assert.match(text, new RegExp(`评价 <a href="/assessments/${id}/history"><code>${id}</code></a>`));
  assert.match(text, new RegExp(`会商 <code>${workshop.id}</code>`));
  assert.match(text, /日志第 [34] 行/);

  const put = api(app).put(`/api/v1/assessments/${id}/answers/lifeline-asset-survey`).set('If-Match', '"3"');
  const refused = await put.send({ answer: 'scored', value: 4 }).expect(409);
  assert.match(refused.text, /urn:rencheng:problem:set-aside/);
  await agent.get(`/assessments/${id}`).expect(409);
  await api(app).get(`/api/v1/workshops/${workshop.id}`).expect(409);
  await putAnswer(app, { id: sound, item: 'lifeline-asset-survey' }, { answer: 'scored', value: 3 });
  await app.stop();
  assert.deepEqual(await readFile(journal), altered.journal);
  assert.deepEqual(await readFile(rounds), altered.rounds);
});

test('an emptied journal is named on the start page and stays as it is', async t => {
  const { folder, id } = await stoppedFolder(t);
  const journal = path.join(folder, 'assessments', `${id}.jsonl`);
  await writeFile(journal, '');
  const app = await startApp(t, { dataFolder: folder });
  const agent = await browser(app);
  await agent
    .get('/')
    .expect(200)
    .expect(/日志比快照所依据的短/);
  assert.equal((await readFile(journal)).length, 0);
});
