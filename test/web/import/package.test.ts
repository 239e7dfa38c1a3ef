import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { forgeChecksums, forgeSizes, zipOf } from '../../exchange/build-zip.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import * as examples from '../../support/example-files.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { bring, entriesOf, packageOf } from './carry-package.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const evidence = [{ id: 'r1', kind: 'document', title: '普查报告' }];

function trailOf(app: TestApp, id: string) {
  return api(app).get(`/assessments/${id}/report.json`).expect(200);
}

test('an assessment travels as one file', async t => {
  const home = await startApp(t, { uploads: true });
  const away = await startApp(t, { uploads: true });
  const id = await createAssessment(home);
  await putAnswer(home, { id, item: survey }, { answer: 'scored', value: 3, evidence });
  const agent = await browser(home);
  await agent
    .post(`/assessments/${id}/evidence/r1/file?seen=none`)
    .attach('file', examples.pdf, '普查.pdf')
    .expect(303);
  const bytes = await packageOf(home, id);

  await t.test('and arrives with its history, its checklist and its files', async () => {
    const response = await bring(away, bytes);
    assert.equal(response.status, 201, response.text);
    assert.match(response.text, /变更记录 3 条.*附件 1 份/s);
    const there = (await api(away).get(`/api/v1/assessments/${id}`).expect(200)).body;
    assert.deepEqual(there, (await api(home).get(`/api/v1/assessments/${id}`).expect(200)).body);
    assert.deepEqual((await trailOf(away, id)).body.trail, (await trailOf(home, id)).body.trail);
    await api(away).get(`/assessments/${id}/history`).expect(200).expect(/完整/);
    const file = await api(away).get(`/api/v1/assessments/${id}/evidence/r1/file`).responseType('blob').expect(200);
    assert.deepEqual(file.body, examples.pdf);
  });

  await t.test('and comes back as a diff of what was changed there, item by item', async () => {
    await putAnswer(away, { id, item: plan }, { answer: 'scored', value: 4, note: '在外地填的' });
    await putAnswer(away, { id, item: survey, rev: 2 }, { answer: 'scored', value: 5, evidence });
    await putAnswer(home, { id, item: survey, rev: 2 }, { answer: 'scored', value: 2, evidence });
    const response = await bring(home, await packageOf(away, id));
    assert.equal(response.status, 303, response.text);
    const address = response.headers.location ?? '';
    const { text } = await agent.get(address).expect(200);
    assert.match(text, /对方有 2 次变更/);
    assert.match(text, new RegExp(`value="${survey}@3">.*value="${plan}@0" checked`, 's'));
    await agent
      .post(`${address}/accept`)
      .type('form')
      .send({ accept: [`${survey}@3`, `${plan}@0`] })
      .expect(303);
    const { answers } = (await api(home).get(`/api/v1/assessments/${id}`).expect(200)).body;
    assert.equal(answers[plan].note, '在外地填的');
    assert.equal(answers[survey].value, 5);
    assert.equal(answers[survey].evidence[0].file.name, '普查.pdf');
    await agent.get(`/assessments/${id}/history`).expect(/来自文件“示例市\.rencheng\.zip”/);
  });

  await t.test(
    'and is refused where its history, its checklist, its files or its format is not what it says',
    async () => {
      const fresh = await startApp(t, { uploads: true });
      const entries = await entriesOf(bytes);
      const changed = (name: string, change: (text: string) => string) =>
        zipOf({ ...entries, [name]: Buffer.from(change(entries[name]?.toString() ?? '')) });
      const file = Object.keys(entries).find(name => name.startsWith('files/')) ?? '';
      const { 'journal.jsonl': _journal, ...withoutJournal } = entries;
      const cases: [Buffer, RegExp][] = [
        [await changed('journal.jsonl', text => text.replace('"value":3', '"value":5')), /日志第 4 行与前一行不衔接/],
        [await changed('journal.jsonl', text => text.slice(0, -20)), /末尾不完整/],
        [await changed('journal.jsonl', text => text.replace(/[^\n]*\n$/, '')), /包不完整，没有导入/],
        [await changed('journal.jsonl', text => text.replaceAll(/"v":\d+/g, '"v":9')), /更新版本/],
        [await changed('manifest.json', text => text.replace('"format": 2', '"format": 3')), /更新版本.*格式 3/],
        [await changed('checklist.json', text => text.replace('安全可靠', '安全')), /所依据的不同/],
        [await changed('checklist.json', text => text.replace('"1.0.0"', '"1.0.1"')), /不是这次评价所用的/],
        [await zipOf({ ...entries, [file]: examples.png }), /与登记的不一致/],
        [await zipOf(withoutJournal), /不是从本程序导出的评价包/],
        [await zipOf({ ...entries, 'journal.jsonl': Buffer.alloc(60 * 1024 * 1024) }), /太大/],
        [forgeSizes(bytes, 10), /损坏/],
        [forgeChecksums(bytes), /损坏/],
        [Buffer.from('no package'), /损坏/],
      ];
      for (const [content, reason] of cases) {
        const response = await bring(fresh, content);
        assert.equal(response.status, 422, String(reason));
        assert.match(response.text, reason);
      }
      assert.deepEqual((await api(fresh).get('/api/v1/assessments')).body, []);
      assert.deepEqual(await readdir(path.join(fresh.dataFolder, 'files')), ['incoming'], 'no file stays behind');
      const agentThere = await browser(fresh);
      await agentThere
        .get('/assessments/import')
        .expect(200)
        .expect(/非涉密系统/);
      await agentThere.post('/assessments/import').expect(400);
    },
  );

  await t.test('without its files where none are taken, which is said', async () => {
    const strict = await startApp(t);
    const response = await bring(strict, bytes);
    assert.equal(response.status, 201);
    assert.match(response.text, /附件 1 份没有带入/);
    await api(strict)
      .get(`/assessments/${id}/evidence`)
      .expect(200)
      .expect(/附件不在磁盘上/);
  });

  await t.test('and is not to be had for an assessment that is not there', async () => {
    await agent.get('/assessments/none/package').expect(404);
  });
});
