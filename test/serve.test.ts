import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pino } from 'pino';
import { readConfig } from '#src/config.ts';
import { explainFailure } from '#src/explain-failure.ts';
import { serve } from '#src/serve.ts';
import { api, createAssessment, putAnswer } from './support/api-client.ts';
import { startApp } from './support/start-app.ts';

async function serveAt(port: number, dataFolder: string) {
  return serve({
    config: { ...readConfig({ PORT: String(port) }), dataFolder },
    log: pino({ level: 'silent' }),
    checklistsFolder: path.join(import.meta.dirname, '../checklists'),
    now: () => new Date(),
    newId: randomUUID,
  });
}

test('a port in use is told with the way out, and the folder is released', async t => {
  const app = await startApp(t);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await assert.rejects(serveAt(app.port, folder), error => /PORT=3001/.test(explainFailure(error)));
  const server = await serveAt(0, folder);
  await server.stop();
});

test('a second process on the same folder is refused with the reason in both languages', async t => {
  const app = await startApp(t);
  await assert.rejects(serveAt(0, app.dataFolder), error => {
    const told = explainFailure(error);
    return /正在使用此数据文件夹/.test(told) && /uses this data folder/.test(told);
  });
});

test('what was saved is there after a stop and a start, with the same token', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const open = async () => {
    const server = await serveAt(0, folder);
    const { origin, hash } = new URL(server.link);
    return { ...server, url: origin, token: new URLSearchParams(hash.slice(1)).get('token') ?? '', dataFolder: folder };
  };
  const first = await open();
  const id = await createAssessment(first);
  await putAnswer(first, { id, item: 'lifeline-hydrants' }, { answer: 'scored', value: 96 });
  const before = await api(first).get(`/api/v1/assessments/${id}`).expect(200);
  await first.stop();
  const second = await open();
  t.after(() => second.stop());
  assert.equal(second.token, first.token);
  const after = await api(second).get(`/api/v1/assessments/${id}`).expect(200);
  assert.deepEqual(after.body, before.body);
});
