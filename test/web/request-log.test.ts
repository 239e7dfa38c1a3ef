import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { pino } from 'pino';
import { api, createAssessment } from '../support/api-client.ts';
import { startApp } from '../support/start-app.ts';

test('each request is one JSON line with id, route pattern, status and time, and nothing about cities or people', async t => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = await startApp(t, { log: pino({ base: null }, stream) });
  const id = await createAssessment(app, { city: '秘密市' });
  const { headers } = await api(app).get(`/assessments/${id}/areas/lifeline?name=王敏`).expect(200);
  const line = lines.map(text => JSON.parse(text)).find(entry => entry.route === '/assessments/:id/areas/:area');
  assert.equal(line.method, 'GET');
  assert.equal(line.res.statusCode, 200);
  assert.equal(typeof line.responseTime, 'number');
  assert.match(headers['x-request-id'] ?? '', /./);
  const all = lines.join('');
  for (const secret of [id, '秘密市', '王敏', encodeURIComponent('王敏'), app.token, '127.0.0.1'])
    assert.ok(!all.includes(secret), `the log holds "${secret}"`);
});
