import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { assessmentChangeSchema } from '#assessment/assessment.ts';
import { openWords } from '#web/words.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const updates = 'lifeline-asset-updates';

/** Created, answered three times (one item twice), cleared, set up anew, made final, reopened. */
async function openEventful(app: TestApp) {
  const id = await createAssessment(app);
  const agent = await browser(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 2, note: '共 46 处' });
  await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 4, note: '=1+1 <b>共 48 处</b>' });
  await putAnswer(app, { id, item: updates }, { answer: 'scored', value: 62 });
  await api(app).delete(`/api/v1/assessments/${id}/answers/${updates}`).set('If-Match', '"1"').expect(204);
  const setup = readForm((await agent.get(`/assessments/${id}/setup`).expect(200)).text);
  await agent
    .post(`/assessments/${id}/setup`)
    .type('form')
    .send({ ...setup, city: '澜川市', items: 'core' })
    .expect(303);
  for (const state of ['final', 'open']) await agent.post(`/assessments/${id}/state`).type('form').send({ state });
  const history = `/assessments/${id}/history`;
  return { id, agent, history, seqs: async (query: object) => seqsOf((await agent.get(history).query(query)).text) };
}

function seqsOf(html: string): number[] {
  return [...html.matchAll(/<li id="c(\d+)">/g)].map(match => Number(match[1]));
}

test('every kind of change is listed, the latest first, with what differs in words', async t => {
  const app = await startApp(t);
  const { agent, history } = await openEventful(app);
  const { text } = await agent.get(history).expect(200);
  assert.deepEqual(seqsOf(text), [8, 7, 6, 5, 4, 3, 2, 1]);
  assert.match(text, /退回填报.*定稿.*修改设置.*清除作答.*首次作答.*修改作答.*首次作答.*新建评价/s);
  assert.match(text, /城市或单位<\/dt>.*<del>示例<\/del>市.*<ins>澜川<\/ins>市/s);
  assert.match(text, /检查项<\/dt>.*<del>全部检查<\/del>项.*<ins>只评核心<\/ins>项/s);
  assert.match(text, /安全可靠的韧性城市自评检查表 \d+\.\d+\.\d+/);
  assert.match(text, /&lt;b&gt;共 48 处/);
  assert.match(text, new RegExp(`/items/${survey}/history">A1 `));
});

test('it is filtered by item, area, kind, person, days and text, also together', async t => {
  const app = await startApp(t, { now: () => new Date('2026-11-18T06:02:00Z') });
  const { seqs } = await openEventful(app);
  assert.deepEqual(await seqs({ item: survey }), [3, 2]);
  assert.deepEqual(await seqs({ area: 'lifeline' }), [5, 4, 3, 2]);
  assert.deepEqual(await seqs({ area: 'cim' }), []);
  assert.deepEqual(await seqs({ kind: 'set-up-changed' }), [6]);
  assert.deepEqual(await seqs({ by: 'local', kind: 'answered' }), [4, 3, 2]);
  assert.deepEqual(await seqs({ q: '48 处' }), [3]);
  assert.deepEqual(await seqs({ from: '2026-11-18', to: '2026-11-18', q: '澜川' }), [6]);
  assert.deepEqual(await seqs({ to: '2026-11-17' }), []);
});

test('a value that cannot be used is told beside its field, kept or named, and left out of the filter', async t => {
  const app = await startApp(t);
  const { agent, history } = await openEventful(app);
  const wrong: [query: Record<string, string>, field: string, told: RegExp][] = [
    [{ item: '<script>' }, 'item', /检查表没有“&lt;script&gt;”这一项/],
    [{ area: '../x' }, 'area', /检查表没有“\.\.\/x”这个领域/],
    [{ kind: '__proto__' }, 'kind', /没有“__proto__”这种变更/],
    [{ by: 'nobody' }, 'by', /没有“nobody”做的变更/],
    [{ from: '2026-02-30' }, 'from', /没有“2026-02-30”这一天/],
    [{ to: 'tomorrow' }, 'to', /没有“tomorrow”这一天/],
    [{ from: '2026-01-02', to: '2026-01-01' }, 'to', /2026-01-01 早于开始的那天/],
    [{ q: '长'.repeat(101) }, 'q', /最多 100 字/],
  ];
  for (const [query, field, told] of wrong) {
    const { text } = await agent.get(history).query(query).expect(200);
    const error = new RegExp(`id="${field}-error">([^<]*)<`).exec(text)?.[1] ?? '';
    assert.match(error, told);
    assert.match(text, new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    assert.equal(seqsOf(text).length, 8, JSON.stringify(query));
  }
});

test('odd and huge queries crash nothing', async t => {
  const app = await startApp(t);
  const { agent, history } = await openEventful(app);
  const queries = [
    `item=${survey}&item=${updates}`,
    'page=0',
    'page=-1',
    'page=1e9',
    'page=999999999',
    'q=%ff%00',
    `q=${'x'.repeat(8_000)}`,
    `hash=${'a'.repeat(5_000)}`,
    'hash=a&hash=b',
    'constructor=1&toString=2',
    Array.from({ length: 2_000 }, (_, index) => `a${index}`).join('&'),
  ];
  for (const query of queries) await agent.get(`${history}?${query}`).expect(200);
  await agent.get('/assessments/none/history').expect(404);
  await agent.get('/assessments/none/history.csv').expect(404);
});

test('a long history is turned over page by page, with the filter kept', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const agent = await browser(app);
  for (let rev = 0; rev < 60; rev += 1)
    await putAnswer(app, { id, item: survey, rev }, { answer: 'unknown', note: `${rev}` });
  const first = await agent.get(`/assessments/${id}/history?kind=answered`).expect(200);
  assert.equal(seqsOf(first.text).length, 50);
  const next = /href="([^"]*)" rel="next"/.exec(first.text)?.[1]?.replace('&amp;', '&') ?? '';
  assert.equal(next, `/assessments/${id}/history?kind=answered&page=2`);
  const second = await agent.get(next).expect(200);
  assert.deepEqual(seqsOf(second.text), [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  // The note before the page's first change is not on the page, yet the change says what it replaced.
  assert.match(first.text, /<del>9<\/del>.*<ins>10<\/ins>/s);
});

test('the trail is said to be whole, and a hash kept from an earlier report is found in it', async t => {
  const app = await startApp(t);
  const { id, agent, history } = await openEventful(app);
  const report = await agent.get(`/assessments/${id}/report.json`).expect(200);
  const { seq, head } = report.body.trail;
  assert.equal(seq, 8);
  const page = await agent.get(`/assessments/${id}/report`).expect(200);
  assert.ok(page.text.includes(`<code>${head}</code>`));
  await putAnswer(app, { id, item: survey, rev: 2 }, { answer: 'unknown' });
  const { text } = await agent
    .get(history)
    .query({ hash: ` ${head.slice(0, 20).toUpperCase()} ` })
    .expect(200);
  assert.match(text, /9 条变更首尾相接/);
  assert.match(text, /对得上：这是第 8 条变更/);
  assert.match((await agent.get(history).query({ hash: 'f'.repeat(64) })).text, /记录里没有这个校验值/);
  assert.match((await agent.get(history).query({ hash: 'hello' })).text, /这不是校验值/);
});

test('where the clock ran backwards is said, and the trail is whole all the same', async t => {
  let now = new Date('2026-11-18T06:02:00Z');
  const app = await startApp(t, { now: () => now });
  const id = await createAssessment(app);
  const agent = await browser(app);
  assert.doesNotMatch((await agent.get(`/assessments/${id}/history`)).text, /早于前一条/);
  now = new Date('2024-11-18T06:02:00Z');
  for (const rev of [0, 1]) await putAnswer(app, { id, item: survey, rev }, { answer: 'unknown', note: `${rev}` });
  const { text } = await agent.get(`/assessments/${id}/history`).expect(200);
  assert.match(text, /3 条变更首尾相接/);
  assert.match(text, /有 1 条变更的时间早于前一条（第 2 条）/);
});

test('a break in the file is named, with how many changes are certain', async t => {
  const app = await startApp(t);
  const { id, agent, history } = await openEventful(app);
  const file = path.join(app.dataFolder, 'assessments', `${id}.jsonl`);
  await writeFile(file, (await readFile(file, 'utf8')).replace('共 46 处', '共 47 处'));
  const { text } = await agent.get(history).expect(200);
  assert.match(text, /日志第 4 行与前一行不衔接。能确认的是前 2 条/);
  assert.deepEqual(seqsOf(text), [2, 1]);
});

test('the file has the filtered changes with their hashes, and no formula', async t => {
  const app = await startApp(t);
  const { agent, history } = await openEventful(app);
  const all = await agent
    .get(`${history}.csv`)
    .expect(200)
    .expect('Content-Type', /text\/csv/);
  assert.match(all.headers['content-disposition'] ?? '', /filename="history-2026-11-30.csv"/);
  assert.match(all.text, /^\ufeff序号,时间,谁,编号,检查项,变更,改了什么,原因,校验值（SHA-256）\r\n1,2/);
  assert.match(all.text, /备注：共 46 处 → =1\+1 <b>共 48 处<\/b>/);
  assert.match(all.text, /城市或单位：示例市 → 澜川市/);
  assert.equal(all.text.trimEnd().split('\r\n').length, 9);
  const some = await agent.get(`${history}.csv`).query({ item: survey }).expect(200);
  assert.deepEqual(
    some.text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map(line => line.split(',')[0]),
    ['2', '3'],
  );
  await agent.get(`${history}.csv`).query({ from: 'x' }).expect(422);
});

test('an assessment set aside shows the changes that can be read, linked from the start page', async t => {
  const sound = await startApp(t);
  const { id } = await openEventful(sound);
  const dataFolder = `${sound.dataFolder}-copy`;
  await cp(sound.dataFolder, dataFolder, { recursive: true, filter: file => path.basename(file) !== 'lock' });
  const file = path.join(dataFolder, 'assessments', `${id}.jsonl`);
  await writeFile(file, (await readFile(file, 'utf8')).replace('共 46 处', '共 47 处'));
  const app = await startApp(t, { dataFolder });
  const agent = await browser(app);
  const start = await agent.get('/').expect(200);
  assert.match(start.text, new RegExp(`href="/assessments/${id}/history"`));
  const { text } = await agent.get(`/assessments/${id}/history`).expect(200);
  assert.match(text, /这份评价的文件已损坏，已停用/);
  assert.match(text, /日志第 4 行与前一行不衔接/);
  assert.deepEqual(seqsOf(text), [2, 1]);
  await agent.get(`/assessments/${id}`).expect(409);
});

test('every kind of change has its words in both languages', () => {
  const words = openWords(key => assert.fail(`no word "${key}"`));
  const kinds = assessmentChangeSchema.options.map(option => option.shape.type.value);
  assert.ok(kinds.length >= 6);
  for (const language of ['zh-CN', 'en'] as const)
    for (const kind of kinds) assert.notEqual(words.translate(language)(`changes.kind.${kind}`), '');
});
