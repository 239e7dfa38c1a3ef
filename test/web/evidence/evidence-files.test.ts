import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { api, createAssessment, putAnswer } from '../../support/api-client.ts';
import * as examples from '../../support/example-files.ts';
import { openForm } from '../../support/open-form.ts';
import { sendStream } from '../../support/send-stream.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const megabyte = 1024 * 1024;

async function openRecord(app: TestApp) {
  const form = await openForm(app);
  const { id, agent } = form;
  const evidence = [{ id: 'r1', kind: 'document', title: '普查报告' }];
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence });
  const record = `/assessments/${id}/evidence/r1`;
  return {
    ...form,
    record,
    upload: (content: Buffer, name: string, seen = 'none') =>
      agent.post(`${record}/file?seen=${seen}`).attach('file', content, name),
    file: async () => {
      const { body } = await api(app).get(`/api/v1/assessments/${id}/evidence/r1`).expect(200);
      return body.file;
    },
    download: (hash: string, of = id) => agent.get(`/assessments/${of}/files/${hash}`),
  };
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

async function filesOf({ dataFolder }: TestApp): Promise<string[]> {
  const names = await readdir(path.join(dataFolder, 'files'), { recursive: true, withFileTypes: true });
  return names.filter(entry => entry.isFile()).map(({ name }) => name);
}

test('a file is uploaded, shown and handed out as a download with its Chinese name', async t => {
  const app = await startApp(t, { uploads: true });
  const { agent, record, upload, file, download, id } = await openRecord(app);
  const name = '示例市 普查报告（2026年·“定稿”）.pdf';
  const response = await upload(examples.pdf, name);
  assert.equal(response.status, 303, response.text);
  assert.equal(response.headers.location, record);
  const hash = hashOf(examples.pdf);
  assert.deepEqual(await file(), { sha256: hash, name, size: examples.pdf.length, type: 'application/pdf' });
  await agent
    .get(record)
    .expect(200)
    .expect(new RegExp(`${name}.*PDF　1 KB.*校验值（SHA-256）</summary><code>${hash}</code>`, 's'));
  await agent.get(`/assessments/${id}/evidence`).expect(new RegExp(name));
  await agent.get(`/assessments/${id}/areas/lifeline`).expect(new RegExp(`${name}.*换附件`, 's'));
  const sent = await download(hash).expect(200);
  assert.equal(sent.headers['content-type'], 'application/pdf');
  assert.equal(sent.headers['x-content-type-options'], 'nosniff');
  assert.equal(sent.headers['content-security-policy'], "sandbox; default-src 'none'");
  assert.match(
    sent.headers['content-disposition'] ?? '',
    /^attachment; filename="evidence-[0-9a-f]{8}\.pdf"; filename\*=UTF-8''/,
  );
  assert.ok((sent.headers['content-disposition'] ?? '').endsWith(encodeURIComponent(name)));
  assert.deepEqual(sent.body, examples.pdf);
});

test('a picture named as a PDF is kept as what it is; path, control and direction marks go from the name', async t => {
  const app = await startApp(t, { uploads: true });
  const { upload, file } = await openRecord(app);
  assert.equal((await upload(examples.png, '..\\..\\照\u202e片.pdf')).status, 303);
  assert.equal((await file()).name, '照片.png');
});

test('the same file on two records is one file on the disk, each with its own name', async t => {
  const app = await startApp(t, { uploads: true });
  const { agent, id, upload, download } = await openRecord(app);
  await putAnswer(
    app,
    { id, item: plan },
    { answer: 'unknown', evidence: [{ id: 'r2', kind: 'audit', title: '检验' }] },
  );
  await upload(examples.pdf, '甲.pdf').expect(303);
  await agent.post(`/assessments/${id}/evidence/r2/file?seen=none`).attach('file', examples.pdf, '乙.pdf').expect(303);
  assert.deepEqual(await filesOf(app), [hashOf(examples.pdf)]);
  for (const [record, name] of [
    ['r1', '甲.pdf'],
    ['r2', '乙.pdf'],
  ]) {
    const { headers } = await download(`${hashOf(examples.pdf)}?evidence=${record}`).expect(200);
    assert.ok((headers['content-disposition'] ?? '').endsWith(encodeURIComponent(name ?? '')));
  }
});

const refused: [what: string, content: Buffer, name: string, words: RegExp][] = [
  ['an SVG', examples.svg, '图.svg', /认不出文件的格式/],
  ['a web page', examples.html, '页.html', /认不出文件的格式/],
  ['a web page named as a table', examples.html, '表.csv', /网页代码或脚本/],
  ['a zip named as a PDF', examples.zip, '附件.pdf', /zip 格式/],
  ['a program', examples.exe, 'a.exe', /exe 格式/],
  ['an empty file', Buffer.alloc(0), '空.pdf', /文件是空的/],
];

for (const [what, content, name, words] of refused) {
  test(`${what} is refused on the page of the record, and nothing is stored`, async t => {
    const app = await startApp(t, { uploads: true });
    const { upload, file } = await openRecord(app);
    const response = await upload(content, name);
    assert.equal(response.status, 422);
    assert.match(response.text, words);
    assert.match(response.text, /role="alert"/);
    assert.equal(await file(), undefined);
    assert.deepEqual(await filesOf(app), []);
  });
}

test('a form without a file, with two, or that is no form at all stores nothing', async t => {
  const app = await startApp(t, { uploads: true });
  const { agent, record, file } = await openRecord(app);
  const address = `${record}/file?seen=none`;
  const none = await agent.post(address).field('other', 'x');
  assert.equal(none.status, 422);
  assert.match(none.text, /请选择文件/);
  await agent.post(address).attach('file', examples.pdf, 'a.pdf').attach('file', examples.png, 'b.png').expect(400);
  await agent.post(address).attach('other', examples.pdf, 'a.pdf').expect(400);
  await agent.post(address).type('form').send({ file: 'x' }).expect(400);
  await agent.post(address).set('Content-Type', 'multipart/form-data').send('x').expect(400);
  await agent.post(`${record}/file?seen=x`).attach('file', examples.pdf, 'a.pdf').expect(400);
  assert.equal(await file(), undefined);
});

for (const chunked of [false, true]) {
  test(`a file of 100 MB ${chunked ? 'of unknown length' : 'that says so'} is cut off early with a page that says why, and leaves nothing`, async t => {
    const app = await startApp(t, { uploads: true });
    const { record, file } = await openRecord(app);
    const before = process.memoryUsage.rss();
    const response = await sendStream(app, {
      method: 'POST',
      path: `${record}/file?seen=none`,
      length: 100 * megabyte,
      chunked,
    });
    assert.equal(response.status, 413);
    assert.match(response.text, /一份附件最多 20 MB/);
    assert.ok(response.sentBefore < 90 * megabyte, `${response.sentBefore} bytes before the answer`);
    assert.ok(process.memoryUsage.rss() - before < 60 * megabyte, 'memory does not grow with the file');
    assert.equal(await file(), undefined);
    await assertSoon(async () => (await filesOf(app)).length === 0);
    assert.equal((await api(app).get('/healthz')).status, 200);
  });
}

test('an upload that breaks off leaves nothing', async t => {
  const app = await startApp(t, { uploads: true });
  const { record, file } = await openRecord(app);
  const address = new URL(`${app.url}${record}/file?seen=none`);
  const gone = fetch(address, {
    method: 'POST',
    headers: { Authorization: `Bearer ${app.token}`, 'Content-Type': 'multipart/form-data; boundary=edge' },
    duplex: 'half',
    body: brokenBody(),
  });
  await assert.rejects(gone);
  await assertSoon(async () => (await filesOf(app)).length === 0);
  assert.equal(await file(), undefined);
});

test('of two uploads to one record at once one is kept, the other is told', async t => {
  const app = await startApp(t, { uploads: true });
  const { upload, file } = await openRecord(app);
  const both = await Promise.all([upload(examples.pdf, 'a.pdf'), upload(examples.png, 'b.png')]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 412]);
  assert.match(both.find(({ status }) => status === 412)?.text ?? '', /附件刚被别人换过/);
  assert.ok(['a.pdf', 'b.png'].includes((await file()).name));
});

test('a file is replaced only by who saw it, and taken off only by who saw it', async t => {
  const app = await startApp(t, { uploads: true });
  const { agent, record, upload, file, download } = await openRecord(app);
  await upload(examples.pdf, 'a.pdf').expect(303);
  assert.equal((await upload(examples.png, 'b.png')).status, 412);
  await upload(examples.png, 'b.png', hashOf(examples.pdf)).expect(303);
  const remove = (seen: string) => agent.post(`${record}/file/remove`).type('form').send({ seen });
  await remove(hashOf(examples.pdf)).expect(412);
  await remove('').expect(400);
  await remove(hashOf(examples.png)).expect(303);
  assert.equal(await file(), undefined);
  await agent.get(record).expect(/还没有附件.*附件 b\.png.*附件 a\.pdf/s);
  for (const content of [examples.pdf, examples.png]) await download(hashOf(content)).expect(200);
});

test('a record taken off one item keeps its file for the other, and brings it back where it returns', async t => {
  const app = await startApp(t, { uploads: true });
  const { id, upload, file, stored } = await openRecord(app);
  await putAnswer(app, { id, item: plan }, { answer: 'unknown', evidence: [{ id: 'r1' }] });
  await upload(examples.pdf, 'a.pdf').expect(303);
  await putAnswer(app, { id, item: survey, rev: 2 }, { answer: 'unknown' });
  assert.equal((await file()).name, 'a.pdf');
  await putAnswer(app, { id, item: plan, rev: 2 }, { answer: 'unknown' });
  await api(app).get(`/api/v1/assessments/${id}/evidence/r1`).expect(404);
  const again = { id: 'r1', kind: 'document', title: '普查报告' };
  await putAnswer(app, { id, item: survey, rev: 3 }, { answer: 'unknown', evidence: [again] });
  assert.match(JSON.stringify((await stored())[survey]), /a\.pdf/);
});

test('an upload to a record that is gone, or to a final assessment, is refused before the file is read', async t => {
  const app = await startApp(t, { uploads: true });
  const { agent, id, upload, record } = await openRecord(app);
  await agent.post(`/assessments/${id}/evidence/none/file?seen=none`).attach('file', examples.pdf, 'a.pdf').expect(404);
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  assert.equal((await upload(examples.pdf, 'a.pdf')).status, 409);
  await agent.post(`${record}/file/remove`).type('form').send({ seen: 'none' }).expect(409);
  assert.deepEqual(await filesOf(app), []);
});

test('a record that is taken off while its file is under way gets none, and nothing is left that points to it', async t => {
  const app = await startApp(t, { uploads: true });
  const { id, record } = await openRecord(app);
  const under = sendStream(app, { method: 'POST', path: `${record}/file?seen=none`, length: 15 * megabyte });
  await assertSoon(async () => (await readdir(path.join(app.dataFolder, 'files/incoming'))).length === 1);
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'unknown' });
  assert.equal((await under).status, 404);
  const { body } = await api(app).get(`/api/v1/assessments/${id}/evidence`).expect(200);
  assert.deepEqual(body, []);
});

test('where uploads are off there is no control and no way in, but what is stored can be downloaded', async t => {
  const app = await startApp(t);
  const { agent, record, upload, id } = await openRecord(app);
  const { text } = await agent
    .get(record)
    .expect(200)
    .expect(/没有启用附件上传/);
  assert.doesNotMatch(text, /type="file"/);
  assert.doesNotMatch((await agent.get(`/assessments/${id}/areas/lifeline`)).text, /上传附件/);
  const response = await upload(examples.pdf, 'a.pdf');
  assert.equal(response.status, 403);
  assert.match(response.text, /没有启用附件上传/);
});

test('a file is handed out by the assessment that refers to it and by no other', async t => {
  const app = await startApp(t, { uploads: true });
  const { upload, download } = await openRecord(app);
  await upload(examples.pdf, 'a.pdf').expect(303);
  const other = await createAssessment(app);
  await download(hashOf(examples.pdf), other).expect(404);
  for (const hash of ['x', '..%2F..%2Flocal-token', hashOf(examples.png)]) await download(hash).expect(404);
  await api(app)
    .get(`/assessments/${other}/files/${hashOf(examples.pdf)}`)
    .unset('Authorization')
    .expect(401);
});

test('a file gone from the disk, or altered there, is named in the register and not handed out', async t => {
  const app = await startApp(t, { uploads: true });
  const { agent, id, record, upload, download } = await openRecord(app);
  await upload(examples.pdf, 'a.pdf').expect(303);
  const hash = hashOf(examples.pdf);
  const place = path.join(app.dataFolder, 'files', hash.slice(0, 2), hash);
  await writeFile(place, 'x'.repeat(examples.pdf.length));
  await download(hash)
    .expect(410)
    .expect(/附件内容被改过/);
  await rm(place);
  await download(hash)
    .expect(410)
    .expect(/附件不在磁盘上/);
  await agent.get(`/assessments/${id}/evidence?show=warned`).expect(/附件不在磁盘上/);
  await agent
    .get(record)
    .expect(200)
    .expect(/磁盘上没有这份附件/);
  const problem = await api(app).get(`/api/v1/assessments/${id}/evidence/r1/file`).expect(410);
  assert.equal(problem.body.type, 'urn:rencheng:problem:file-gone');
  await upload(examples.pdf, 'a.pdf', hash).expect(303);
  await download(hash).expect(200);
});

async function assertSoon(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
  }
  assert.fail('it did not come true');
}

function brokenBody(): ReadableStream {
  const parts = ['--edge\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n', 'more'];
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.error(new Error('gone'));
      else controller.enqueue(Buffer.from(part));
    },
  });
}
