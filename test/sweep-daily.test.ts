import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pino } from 'pino';
import { readConfig } from '#src/config.ts';
import { serve } from '#src/serve.ts';
import { api, createAssessment, putAnswer } from './support/api-client.ts';
import * as examples from './support/example-files.ts';

const day = 86_400_000;

/** A program that is started again and again on one data folder, each time at another moment. */
async function openFolder(t: TestContext) {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-test-'));
  t.after(() => rm(dataFolder, { recursive: true, force: true }));
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  let clock = Date.now();
  const start = async () => {
    const server = await serve({
      config: { ...readConfig({ PORT: '0', UPLOADS: 'on' }), dataFolder },
      log,
      checklistsFolder: path.join(import.meta.dirname, '../checklists'),
      now: () => new Date(clock),
      newId: randomUUID,
    });
    const { origin, hash } = new URL(server.link);
    return { ...server, url: origin, token: new URLSearchParams(hash.slice(1)).get('token') ?? '', dataFolder };
  };
  return {
    start,
    restartAfter: async (days: number) => {
      clock += days * day;
      await (await start()).stop();
    },
    stored: async () => {
      const names = await readdir(path.join(dataFolder, 'files'), { recursive: true });
      return names.filter(name => /[0-9a-f]{64}$/.test(name)).length;
    },
    dataFolder,
    lines,
  };
}

type App = Awaited<ReturnType<Awaited<ReturnType<typeof openFolder>>['start']>>;

/** A file on a record that was taken off again, and one as it stays behind when its upload is refused at the end. */
async function fill(app: App): Promise<string> {
  const id = await createAssessment(app);
  const evidence = [{ id: 'r1', kind: 'document', title: '报告' }];
  await putAnswer(app, { id, item: 'lifeline-asset-survey' }, { answer: 'unknown', evidence });
  const address = `/api/v1/assessments/${id}/evidence/r1/file`;
  const { body } = await api(app)
    .put(address)
    .set('If-None-Match', '*')
    .attach('file', examples.pdf, 'a.pdf')
    .expect(200);
  await api(app).delete(address).set('If-Match', `"${body.file.sha256}"`).expect(200);
  const orphan = createHash('sha256').update(examples.png).digest('hex');
  const folder = path.join(app.dataFolder, 'files', orphan.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, orphan), examples.png);
  return id;
}

test('a file that only the history refers to stays, one that nothing ever referred to goes after seven days', async t => {
  const { start, restartAfter, stored, lines } = await openFolder(t);
  const app = await start();
  await fill(app);
  await app.stop();
  await restartAfter(0);
  await restartAfter(6);
  assert.equal(await stored(), 2);
  await restartAfter(1.01);
  assert.equal(await stored(), 1);
  await restartAfter(100);
  assert.equal(await stored(), 1);
  assert.ok(lines.some(line => line.includes('nothing refers to were removed')));
});

test('while an assessment is set aside nothing is swept, and the log says why', async t => {
  const { start, restartAfter, stored, dataFolder, lines } = await openFolder(t);
  const app = await start();
  const id = await fill(app);
  await app.stop();
  await rm(path.join(dataFolder, 'assessments', `${id}.json`), { force: true });
  const journal = path.join(dataFolder, 'assessments', `${id}.jsonl`);
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('示例市', '另一市'));
  for (const days of [0, 8, 8]) await restartAfter(days);
  assert.equal(await stored(), 2);
  assert.ok(lines.some(line => line.includes('evidence files are not swept while an assessment is set aside')));
});
