import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import request from 'supertest';
import { reportDocumentSchema } from '#report/report-document.ts';
import { verifyReport } from '#report/verify-report.ts';
import { verifyAssessments } from '#store/verify-assessments.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { download } from '../../support/download.ts';
import { pdf } from '../../support/example-files.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { readZip } from '../../support/read-zip.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

type Zip = Awaited<ReturnType<typeof readZip>>;

const survey = 'lifeline-asset-survey';
const record = { id: 'survey-report', kind: 'document', title: '<script>alert(1)</script>', number: '=1+1' };

function archive(app: TestApp, id: string, query = ''): Promise<Buffer> {
  return download(app, `/assessments/${id}/report.zip${query}`);
}

/** With a note, a record and its file. */
async function filled(app: TestApp): Promise<string> {
  const id = await createAssessment(app, { city: '<b>示例&市</b>' });
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, note: '抽查', evidence: [record] });
  await api(app)
    .put(`/api/v1/assessments/${id}/evidence/${record.id}/file`)
    .set('If-None-Match', '*')
    .attach('file', pdf, '普查 报告#1.pdf');
  await api(app)
    .post(`/api/v1/assessments/${id}/actions`)
    .send({ item: survey, target: 4, measure: '=补测' })
    .expect(201);
  await api(app).post(`/assessments/${id}/milestones`).type('form').send({ name: '初稿' }).expect(303);
  return id;
}

function textOf(zip: Zip, name: string): string {
  const entry = zip.get(name);
  assert.ok(entry, `${name} is not among ${[...zip.keys()].join(', ')}`);
  return entry.content.toString();
}

test('the archive of an assessment holds everything, each part with its hash, and can be checked without the program that made it', async t => {
  const app = await startApp(t, { uploads: true });
  const id = await filled(app);
  const zip = await readZip(await archive(app, id));
  const manifest = JSON.parse(textOf(zip, 'manifest.json'));
  const report = reportDocumentSchema.parse(JSON.parse(textOf(zip, 'report.json')));

  await t.test('the plan and the milestones are among it, as they are kept', () => {
    assert.match(textOf(zip, 'actions.csv'), /'=补测/);
    const [kept] = [...zip.keys()].filter(name => name.startsWith(`milestones/${id}/`));
    const { differences } = verifyReport(JSON.parse(textOf(zip, kept ?? '')));
    assert.deepEqual(differences, []);
  });

  await t.test('the manifest names every other entry with size and hash', () => {
    const names = manifest.entries.map((entry: { path: string }) => entry.path);
    assert.deepEqual([...zip.keys()], [...names, 'manifest.json']);
    for (const { path: name, size, sha256 } of manifest.entries) {
      const content = zip.get(name)?.content ?? Buffer.alloc(0);
      assert.equal(content.length, size, name);
      assert.equal(createHash('sha256').update(content).digest('hex'), sha256, name);
    }
    assert.deepEqual(manifest.failed, []);
  });

  await t.test(
    'the report in every format, the charts and the file of evidence under its hash and name are there',
    () => {
      const charts = ['charts/areas.svg', 'charts/areas.png'];
      for (const name of [
        'report.pdf',
        'report.docx',
        'report.json',
        'report.csv',
        'report.xlsx',
        'history.csv',
        ...charts,
      ])
        assert.ok(zip.has(name), name);
      const hash = createHash('sha256').update(pdf).digest('hex');
      assert.deepEqual(zip.get(`evidence/${hash.slice(0, 12)} 普查 报告#1.pdf`)?.content, pdf);
    },
  );

  await t.test('the checklist has the hash that the report names', () => {
    const checklist = manifest.entries.find(({ kind }: { kind: string }) => kind === 'checklist');
    assert.equal(checklist.sha256, report.checklist.sha256);
  });

  await t.test('unpacked it is a data folder whose history is whole and ends where the report says', async t => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-archive-'));
    t.after(() => rm(folder, { recursive: true }));
    await mkdir(path.join(folder, 'assessments'));
    await writeFile(path.join(folder, `assessments/${id}.jsonl`), textOf(zip, `assessments/${id}.jsonl`));
    const { verified } = await verifyAssessments(folder, []);
    assert.deepEqual(verified, [{ id, ...report.trail, torn: 0, clockBack: [], problem: undefined }]);
  });

  await t.test('the index loads and runs nothing, links every file, and what people wrote is text in it', () => {
    const html = textOf(zip, 'index.html');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.match(policy ?? '', /^default-src &#39;none&#39;; img-src/);
    assert.doesNotMatch(html, /<script|<link|https?:\/\/|<b>示例/);
    for (const { path: name } of manifest.entries)
      if (name !== 'index.html')
        assert.ok(html.includes(`href="${name.split('/').map(encodeURIComponent).join('/')}"`), name);
    assert.match(html, /lang="en">Files \(\d+\)/);
  });

  await t.test(
    'a file that is gone from the disk is said in index and manifest, and the rest is there in English',
    async () => {
      const names = await readdir(path.join(app.dataFolder, 'files'), { recursive: true });
      const [stored = ''] = names.filter(name => /[0-9a-f]{64}$/.test(name));
      await rm(path.join(app.dataFolder, 'files', stored));
      const without = await readZip(await archive(app, id, '?language=en&parts=report,evidence'));
      const { failed } = JSON.parse(textOf(without, 'manifest.json'));
      assert.deepEqual(
        failed.map(({ kind, reason }: { kind: string; reason: string }) => [kind, reason]),
        [['evidence', 'file-gone']],
      );
      assert.match(textOf(without, 'index.html'), /数据文件夹里没有这份附件/);
      assert.ok(!without.has('charts/areas.svg'));
      assert.match(textOf(without, 'report.csv'), /^\ufeffArea code,/);
    },
  );
});

test('where the program that sets documents fails, the archive lacks PDF and DOCX, says so and holds the rest', async t => {
  const app = await startApp(t, { documentLimits: { memory: 1_000_000 } });
  const id = await createAssessment(app, { scope: { areas: ['cim'] } });
  const zip = await readZip(await archive(app, id, '?parts=report'));
  const { failed } = JSON.parse(textOf(zip, 'manifest.json'));
  assert.deepEqual(failed, [
    { path: 'report.pdf', kind: 'report-pdf', reason: 'document-too-large' },
    { path: 'report.docx', kind: 'report-docx', reason: 'document-too-large' },
  ]);
  assert.match(textOf(zip, 'index.html'), /用时太久或占用内存太多，没有做成/);
  assert.ok(zip.has('report.xlsx') && zip.has('report.csv'));
});

test('an unknown assessment has neither workbook nor archive, and the page of the report links both', async t => {
  const app = await startApp(t);
  const user = await browser(app);
  const id = await createAssessment(app);
  for (const ending of ['xlsx', 'zip']) {
    await user.get(`/assessments/nothing/report.${ending}`).expect(404);
    await request(app.url).get(`/assessments/${id}/report.${ending}`).expect(401);
    const page = await user.get(`/assessments/${id}/report`).expect(200);
    assert.match(page.text, new RegExp(`href="/assessments/${id}/report\\.${ending}"`));
  }
});

test('the workbook is named after city and period, and comes in one language or in both', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { city: '示例/市' });
  const english = await api(app).get(`/assessments/${id}/report.xlsx?language=en`).expect(200);
  assert.equal(english.headers['content-type'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const name = encodeURIComponent('示例-市 2026 年度 自评价报告.xlsx');
  assert.match(
    english.headers['content-disposition'] ?? '',
    new RegExp(`report-2026-11-30\\.xlsx"; filename\\*=UTF-8''${name}$`),
  );
  const sheets = await readWorkbook(await download(app, `/assessments/${id}/report.xlsx?language=both`));
  assert.deepEqual(sheets.map(({ name }) => name).slice(0, 3), ['结论 Summary', '评分表 Score sheet', '领域 Areas']);
});
