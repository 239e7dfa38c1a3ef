import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { verifyReport } from '#report/verify-report.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const item = 'lifeline-asset-survey';

test('a milestone is kept, listed, shown, downloaded and guarded', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const id = await createAssessment(app);
  const base = `/assessments/${id}`;
  const folder = path.join(app.dataFolder, 'milestones', id);
  await putAnswer(app, { id, item }, { answer: 'scored', value: 3, note: '留存前的说明' });
  const keep = (fields: object, status = 303) =>
    agent.post(`${base}/milestones`).type('form').send(fields).expect(status);
  const list = async () => (await agent.get(`${base}/milestones`).expect(200)).text;
  const files = async () => (await readdir(folder).catch(() => [])).sort();
  /** One of those kept before the note was changed: their names are random. */
  const earlier = async () => {
    for (const file of (await files()).map(name => path.join(folder, name))) {
      const content = await readFile(file, 'utf8');
      if (content.includes('留存前的说明')) return { file, content };
    }
    return assert.fail('none is from before');
  };

  await t.test('before the first one the page says what it is', async () => {
    assert.match(await list(), /还没有留存版本/);
    await agent.get(`${base}/report?milestone=nothing`).expect(404);
    for (const file of ['report', 'report.json', 'report.pdf', 'documents'])
      await agent.get(`${base}/${file}?milestone[]=nothing`).expect(404);
    await agent.get('/assessments/nothing/milestones').expect(404);
  });

  await t.test('bad names are refused at their place and what was typed is kept', async () => {
    const { text } = await keep({ name: '长'.repeat(61), note: '说明在此' }, 422);
    assert.match(text, /请填写名称，最多 60 字/);
    assert.match(text, /长{61}/);
    assert.match(text, /说明在此/);
    assert.match((await keep({ name: '  \u200b ', note: '' }, 422)).text, /请填写名称/);
    assert.match((await keep({ name: '可以', note: '长'.repeat(501) }, 422)).text, /说明最多 500 字/);
    await keep({ name: ['a', 'b'], note: '' }, 422);
    await agent.post(`${base}/milestones`).type('json').send('{}').expect(400);
    assert.deepEqual(await files(), []);
  });

  await t.test('a foreign page cannot keep one', async () => {
    await agent
      .post(`${base}/milestones`)
      .set('Origin', 'http://evil.example')
      .type('form')
      .send({ name: 'x' })
      .expect(403);
  });

  await t.test('it is kept with its hash in file, trail, list and history', async () => {
    await keep({ name: '=HYPERLINK("x")', note: '../../etc/passwd <script>alert(1)</script>' });
    const [file = ''] = await files();
    const content = await readFile(path.join(folder, file), 'utf8');
    const document = JSON.parse(content);
    assert.equal(canonicalJson(document), content);
    const { sha256, ...milestone } = document.milestone;
    assert.equal(hash('sha256', canonicalJson({ ...document, milestone })), sha256);
    assert.equal(document.trail.seq, 2);
    const text = await list();
    assert.match(text, new RegExp(sha256));
    assert.match(text, /&lt;script&gt;/);
    assert.doesNotMatch(text, /<script>alert/);
    const history = (await agent.get(`${base}/history`).expect(200)).text;
    assert.match(history, /留存版本/);
    assert.match(history, new RegExp(sha256));
    const csv = (await agent.get(`${base}/history.csv`).expect(200)).text;
    assert.doesNotMatch(csv, /(^|,)=HYPERLINK/m);
  });

  await t.test('the same name is refused, also when it is sent twice at once', async () => {
    assert.match((await keep({ name: '=HYPERLINK("x")', note: '' }, 422)).text, /已有同名的留存版本/);
    const statuses = await Promise.all(
      [1, 2, 3].map(
        async () => (await agent.post(`${base}/milestones`).type('form').send({ name: '两次', note: '' })).status,
      ),
    );
    assert.deepEqual(statuses.sort(), [303, 422, 422]);
    assert.equal((await files()).length, 2);
  });

  await t.test('later changes are not in it: page, JSON, CSV and charts are those of the moment', async () => {
    await keep({ name: '报送稿', note: '' });
    const before = (await agent.get(`${base}/milestones`)).text;
    const milestone = /report\?milestone=([^"]+)"[^>]*>报送稿/.exec(before)?.[1] ?? '';
    await putAnswer(app, { id, item, rev: 1 }, { answer: 'scored', value: 5, note: '留存后的说明' });
    const query = `?milestone=${milestone}`;
    const { text } = await agent.get(`${base}/report${query}`).expect(200);
    assert.match(text, /留存版本：报送稿/);
    assert.match(text, /留存前的说明/);
    assert.doesNotMatch(text, /留存后的说明/);
    assert.match(text, new RegExp(`charts/areas\\.svg\\?milestone=${milestone}`));
    const document = (await agent.get(`${base}/report.json${query}`).expect(200)).body;
    assert.equal(document.assessment.answers[item].value, 3);
    assert.deepEqual(verifyReport(document).differences, []);
    assert.match(text, new RegExp(document.milestone.sha256));
    assert.match(text, new RegExp(document.trail.head));
    assert.match((await agent.get(`${base}/report.csv${query}`).expect(200)).text, /留存前的说明/);
    assert.match(String((await agent.get(`${base}/charts/areas.svg${query}`).expect(200)).body), /60\.0/);
    assert.match((await agent.get(`${base}/report`)).text, /留存后的说明/);
    await agent.get(`${base}/report?milestone=${milestone}&milestone=${milestone}`).expect(404);
  });

  await t.test('every format of it is offered, and the choice of language and parts', async () => {
    const html = await list();
    const [file = ''] = await files();
    const query = `\\?milestone=${path.basename(file, '.json')}"`;
    for (const ending of ['json', 'csv', 'xlsx', 'pdf', 'docx', 'zip'])
      assert.match(html, new RegExp(`href="${base}/report\\.${ending}${query}`));
    assert.match(html, new RegExp(`href="${base}/documents${query}`));
    await agent.get(`${base}/report.xlsx?milestone=${path.basename(file, '.json')}`).expect(200);
    await agent.get(`${base}/documents?milestone=${path.basename(file, '.json')}`).expect(200);
  });

  await t.test('handing in offers to keep one, until it is kept', async () => {
    await agent.post(`${base}/state`).type('form').send({ state: 'final' }).expect(303);
    assert.match((await agent.get(base)).text, /留存这个版本/);
    assert.match(await list(), /value="2026 年度 定稿"/);
    await keep({ name: '2026 年度 定稿', note: '' });
    assert.doesNotMatch((await agent.get(base)).text, /留存这个版本/);
    assert.equal((await api(app).get(`/api/v1/assessments/${id}`)).body.state, 'final');
  });

  await t.test('one that was edited by hand is shown as such with the field, and not given out', async () => {
    const { file, content } = await earlier();
    const entry = JSON.parse(content);
    assert.equal(path.basename(file), `${entry.milestone.id}.json`);
    await writeFile(file, content.replace('留存前的说明', '留存时的说明'));
    const query = `?milestone=${entry.milestone.id}`;
    const { text } = await agent.get(`${base}/report${query}`).expect(410);
    assert.match(text, /assessment\.answers\.lifeline-asset-survey\.note/);
    assert.match(text, /留存时的说明/);
    assert.match(text, /milestone\.sha256/);
    await agent.get(`${base}/report.json${query}`).expect(410);
    await agent.get(`${base}/report.csv${query}`).expect(410);
    await agent.get(`${base}/charts/areas.svg${query}`).expect(410);
    for (const broken of ['', '{"half":', '[]', '{"milestone":{"digests":{}}}', '\u0000']) {
      await writeFile(file, broken);
      await agent.get(`${base}/report${query}`).expect(410);
    }
    assert.match(await list(), /文件被改过/);
    await rm(file);
    const gone = await list();
    assert.match(gone, /文件不在了.*再导入一次带有这个文件的评价包/s);
    const downloads = (html: string) => html.includes(`report.json${query}"`) || html.includes(`documents${query}"`);
    assert.equal(downloads(gone), false, 'nothing to download is offered');
    assert.match((await agent.get(`${base}/report${query}`).expect(410)).text, /文件不在了/);
    await writeFile(file, content);
    await agent.get(`${base}/report${query}`).expect(200);
    assert.equal(downloads(await list()), true);
  });

  await t.test('another one of the same assessment put in its place is no milestone either', async () => {
    const [first = '', second = ''] = await files();
    const content = await readFile(path.join(folder, first), 'utf8');
    await writeFile(path.join(folder, first), await readFile(path.join(folder, second), 'utf8'));
    await agent.get(`${base}/report.json?milestone=${first.replace('.json', '')}`).expect(410);
    await writeFile(path.join(folder, first), content);
  });

  await t.test('where the disk takes nothing, nothing is kept and nothing is in the trail', async () => {
    const other = await createAssessment(app);
    await writeFile(path.join(app.dataFolder, 'milestones', other), 'in the way');
    const refused = await agent
      .post(`/assessments/${other}/milestones`)
      .type('form')
      .send({ name: '放不下', note: '' });
    assert.equal(refused.status, 507);
    const history = (await agent.get(`/assessments/${other}/history`)).text;
    assert.doesNotMatch(history, /放不下/);
    await rm(path.join(app.dataFolder, 'milestones', other));
    await mkdir(path.join(app.dataFolder, 'milestones', other));
    await agent.post(`/assessments/${other}/milestones`).type('form').send({ name: '放得下', note: '' }).expect(303);
  });
});

test('milestones are there after a restart, and half-written files of a stopped program are not', async t => {
  const first = await startApp(t);
  const agent = await browser(first);
  const id = await createAssessment(first);
  await agent.post(`/assessments/${id}/milestones`).type('form').send({ name: '年中', note: '' }).expect(303);
  await writeFile(path.join(first.dataFolder, 'milestones', id, '.x.json.999999.0123456789ab.tmp'), 'half');
  await first.stop();
  const second = await startApp(t, { dataFolder: first.dataFolder });
  const again = await browser(second);
  assert.match((await again.get(`/assessments/${id}/milestones`).expect(200)).text, /年中/);
  const left = await readdir(path.join(first.dataFolder, 'milestones', id));
  assert.deepEqual(
    left.filter(name => name.endsWith('.tmp')),
    [],
  );
});
