import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { api, createAssessment, putAnswer } from '../../support/api-client.ts';
import * as examples from '../../support/example-files.ts';
import { sendStream } from '../../support/send-stream.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const record = { id: 'r1', kind: 'document', title: '普查报告', date: '2026-03-01' };

async function openRecord(app: TestApp) {
  const id = await createAssessment(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence: [record] });
  await putAnswer(app, { id, item: plan }, { answer: 'unknown', evidence: [{ id: 'r1' }] });
  const register = `/api/v1/assessments/${id}/evidence`;
  const { headers } = await api(app).get(`${register}/r1`).expect(200);
  const put = (etag: string | undefined, body: object) => {
    const request = api(app).put(`${register}/r1`).send(body);
    return etag === undefined ? request : request.set('If-Match', etag);
  };
  return { id, register, etag: headers.etag ?? '', put };
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

test('the register gives every record once, with its items, its standing and its etag', async t => {
  const app = await startApp(t);
  const { register, etag } = await openRecord(app);
  const { body } = await api(app).get(register).expect(200);
  const expected = { ...record, etag: etag.slice(1, -1), usedBy: [survey, plan], validity: 'in-force', supports: 2 };
  assert.deepEqual(body, [expected]);
  await api(app).get('/api/v1/assessments/none/evidence').expect(404);
  await api(app).get(`${register}/none`).expect(404);
  await api(app).get(register).unset('Authorization').expect(401);
});

test('a record is changed for every answer that carries it, each with a new revision', async t => {
  const app = await startApp(t);
  const { id, etag, put } = await openRecord(app);
  const changed = await put(etag, { kind: 'audit', title: '检验报告' }).expect(200);
  assert.notEqual(changed.headers.etag, etag);
  assert.deepEqual([changed.body.kind, changed.body.supports], ['audit', 5]);
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  for (const item of [survey, plan]) {
    assert.equal(body.answers[item].rev, 2);
    assert.deepEqual(body.answers[item].evidence, [{ id: 'r1', kind: 'audit', title: '检验报告' }]);
  }
});

test('faults are found in the order 404, 428, 422, 412', async t => {
  const app = await startApp(t);
  const { register, etag, put } = await openRecord(app);
  await api(app).put(`${register}/none`).send({ kind: 'x' }).expect(404);
  await put(undefined, { kind: 'x' }).expect(428);
  await put('"x"', record).expect(400);
  const old = '"0123456789abcdef"';
  const faulty = await put(old, { kind: 'x', title: '' }).expect(422);
  const paths = faulty.body.errors.map(({ path }: { path: string }) => path);
  assert.deepEqual([...new Set(paths)].sort(), ['kind', 'title']);
  const stale = await put(old, record).expect(412);
  assert.equal(stale.headers.etag, etag);
  assert.equal(stale.body.current.title, '普查报告');
});

test('a file cannot be had by naming it, neither on a record nor in an answer', async t => {
  const app = await startApp(t, { uploads: true });
  const { id, etag, put } = await openRecord(app);
  const file = { sha256: 'ab'.repeat(32), name: 'x.pdf', size: 1, type: 'application/pdf' };
  const named = await put(etag, { ...record, file }).expect(422);
  assert.equal(named.body.errors[0].path, 'file');
  const answered = await api(app)
    .put(`/api/v1/assessments/${id}/answers/${survey}`)
    .set('If-Match', '"1"')
    .send({ answer: 'unknown', evidence: [{ ...record, file }] })
    .expect(422);
  assert.equal(answered.body.errors[0].path, 'evidence.0.file');
  await api(app).get(`/assessments/${id}/files/${file.sha256}`).expect(404);
});

test('an answer that would rewrite a record of another item is refused at that record', async t => {
  const app = await startApp(t);
  const { id } = await openRecord(app);
  const response = await api(app)
    .put(`/api/v1/assessments/${id}/answers/${survey}`)
    .set('If-Match', '"1"')
    .set('Accept-Language', 'en')
    .send({ answer: 'unknown', evidence: [{ ...record, title: 'another' }] })
    .expect(422);
  assert.deepEqual(response.body.errors, [
    { path: 'evidence.0', message: 'this record is also used by A3; change it in the evidence register' },
  ]);
});

test('a file is put, fetched, replaced and taken off by who names the one before', async t => {
  const app = await startApp(t, { uploads: true });
  const { register } = await openRecord(app);
  const address = `${register}/r1/file`;
  const put = (content: Buffer, name: string) => api(app).put(address).attach('file', content, name);
  await api(app).get(address).expect(404);
  await api(app).delete(address).expect(404);
  await put(examples.pdf, 'a.pdf').expect(428);
  await put(examples.pdf, 'a.pdf').set('If-Match', '"x"').expect(400);
  const first = await put(examples.pdf, '报告.pdf').set('If-None-Match', '*').expect(200);
  assert.deepEqual(first.body.file, {
    sha256: hashOf(examples.pdf),
    name: '报告.pdf',
    size: examples.pdf.length,
    type: 'application/pdf',
  });
  const fetched = await api(app)
    .get(address)
    .expect(200)
    .expect('etag', `"${hashOf(examples.pdf)}"`);
  assert.deepEqual(fetched.body, examples.pdf);
  const stale = await put(examples.png, 'b.png').set('If-None-Match', '*').expect(412);
  assert.equal(stale.body.current.file.name, '报告.pdf');
  await put(examples.png, 'b.png')
    .set('If-Match', `"${hashOf(examples.pdf)}"`)
    .expect(200);
  await api(app).delete(address).expect(428);
  await api(app)
    .delete(address)
    .set('If-Match', `"${hashOf(examples.pdf)}"`)
    .expect(412);
  const off = await api(app)
    .delete(address)
    .set('If-Match', `"${hashOf(examples.png)}"`)
    .expect(200);
  assert.equal(off.body.file, undefined);
});

test('what is refused has its problem: the type, the size, the switch, the state', async t => {
  const app = await startApp(t, { uploads: true });
  const off = await startApp(t);
  const { id, register } = await openRecord(app);
  const put = (content: Buffer, name: string) =>
    api(app).put(`${register}/r1/file`).set('If-None-Match', '*').attach('file', content, name);
  const svg = await put(examples.svg, 'a.svg').expect(422);
  assert.equal(svg.body.errors[0].path, 'file');
  const big = await sendStream(app, {
    method: 'PUT',
    path: `${register}/r1/file`,
    length: 30 * 1024 * 1024,
    headers: { 'If-None-Match': '*' },
    chunked: true,
  });
  assert.equal(big.status, 413);
  assert.match(big.text, /urn:rencheng:problem:file-too-large/);
  await api(app).put(`${register}/r1/file`).set('If-None-Match', '*').send({ file: 'x' }).expect(400);
  await api(app).post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  await put(examples.pdf, 'a.pdf').expect(409);
  const there = await openRecord(off);
  const switched = await api(off)
    .put(`${there.register}/r1/file`)
    .set('If-None-Match', '*')
    .attach('file', examples.pdf, 'a.pdf')
    .expect(403);
  assert.equal(switched.body.type, 'urn:rencheng:problem:uploads-off');
});

test('of two who change a record at once exactly one wins', async t => {
  const app = await startApp(t);
  const { etag, put } = await openRecord(app);
  const both = await Promise.all(['甲', '乙'].map(title => put(etag, { ...record, title })));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
});

test('no JSON whatever makes a record fail', async t => {
  const app = await startApp(t);
  const { etag, register } = await openRecord(app);
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async value => {
      const { status } = await api(app)
        .put(`${register}/r1`)
        .set('If-Match', etag)
        .type('json')
        .send(JSON.stringify(value));
      assert.ok(status >= 400 && status < 500, `${status} for ${JSON.stringify(value)}`);
    }),
    { numRuns: 40 },
  );
});

test('the description of the API names every address of evidence', async t => {
  const app = await startApp(t);
  const { body } = await api(app).get('/api/v1/openapi.json').expect(200);
  const paths = Object.entries(body.paths).flatMap(([path, operations]) =>
    path.includes('/evidence') ? [`${path} ${Object.keys(Object(operations)).join()}`] : [],
  );
  assert.deepEqual(paths, [
    '/assessments/{id}/evidence get',
    '/assessments/{id}/evidence/{evidence} get,put',
    '/assessments/{id}/evidence/{evidence}/file get,put,delete',
  ]);
});
