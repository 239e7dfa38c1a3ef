import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areaPage } from '#web/assessment/area-page.ts';
import { readFormFields } from '#web/assessment/form-fields.ts';
import { readTypedAnswer, sameTyped, typedOfAnswer } from '#web/assessment/typed-answer.ts';
import { formatIn } from '#web/format.ts';
import { openTemplates } from '#web/render-page.ts';
import { openWords } from '#web/words.ts';
import { putAnswer } from '../../support/api-client.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist } from '../../support/build-checklist.ts';
import { buildOpen } from '../../support/build-open.ts';
import { openForm } from '../../support/open-form.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const feed = 'onenet-feed-matrix';
const cell = (row: string, column: string) => `${feed}:cell:${row}:${column}`;
const openTable = (app: TestApp) => openForm(app, { scope: { areas: ['onenet'] } }, 'onenet');

test('cells are filled in without scripts, and what is left open is no zero', async t => {
  const app = await startApp(t);
  const { agent, area, send, stored } = await openTable(app);
  const response = await send({ [cell('fire', 'gas')]: '3', [cell('fire', 'flood')]: '0', save: feed });
  assert.equal(response.headers.location, `${area}#D2M`);
  assert.deepEqual((await stored())[feed], { rev: 1, answer: 'scored', value: { fire: { gas: 3, flood: 0 } } });
  const { text } = await agent.get(area).expect(200);
  assert.match(text, /data-part="filled">已填 2 \/ 56 格</);
  assert.match(text, /消防救援<\/span><span class="matrix-row-filled" data-part="row-fire">2 \/ 4</);
  assert.match(text, /name="onenet-feed-matrix:cell:fire:flood" value="0" checked/);
  assert.match(text, /name="onenet-feed-matrix:cell:fire:weather" value="" checked aria-label="未填"/);
});

test('a table left as it is records nothing, and one that is emptied is still an answer', async t => {
  const app = await startApp(t);
  const { id, send, stored } = await openTable(app);
  await putAnswer(app, { id, item: feed }, { answer: 'scored', value: { fire: { gas: 3 } } });
  await send({});
  assert.equal((await stored())[feed]?.rev, 1);
  await send({ [cell('fire', 'gas')]: '' });
  assert.deepEqual((await stored())[feed], { rev: 2, answer: 'scored', value: {} });
});

test('a full-width digit is a digit', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openTable(app);
  assert.equal((await sendItem(feed, { rev: '0', 'cell:fire:gas': ' ２ ' })).status, 200);
  assert.deepEqual((await stored())[feed]?.value, { fire: { gas: 2 } });
});

for (const wrong of ['4', '-1', '1.5', 'x', '=1+1', '<script>', '9'.repeat(400)]) {
  test(`a cell that says ${wrong.slice(0, 10)} is told at its place, and nothing is stored`, async t => {
    const app = await startApp(t);
    const { send, stored } = await openTable(app);
    const response = await send({ [cell('fire', 'gas')]: wrong, [cell('fire', 'flood')]: '1' });
    assert.equal(response.status, 422);
    assert.match(response.text, /href="#onenet-feed-matrix:cell:fire:gas"/);
    assert.match(
      response.text,
      /id="onenet-feed-matrix:cell:fire:gas" aria-label="消防救援：燃气爆炸" aria-invalid="true"/,
    );
    assert.match(response.text, /消防救援：燃气爆炸须为 0 到 3 的整数/);
    assert.match(response.text, /cell:fire:flood" value="1" checked/);
    assert.equal([...response.text.matchAll(/is-faulty/g)].length, 1);
    assert.deepEqual(await stored(), {});
  });
}

test('cells of no such row or column are not on the form and not taken', async t => {
  const app = await startApp(t);
  const { sendItem, stored } = await openTable(app);
  await sendItem(feed, { rev: '0', 'cell:nobody:gas': '1', 'cell:fire:__proto__': '1', 'cell:fire:gas': '1' });
  assert.deepEqual((await stored())[feed]?.value, { fire: { gas: 1 } });
});

test('new cells beside “unknown” are not dropped without a word', async t => {
  const app = await startApp(t);
  const { id, sendItem, stored } = await openTable(app);
  await putAnswer(app, { id, item: feed }, { answer: 'scored', value: { fire: { gas: 3 } } });
  const both = await sendItem(feed, { rev: '1', choice: 'unknown', 'cell:fire:gas': '3', 'cell:fire:flood': '1' });
  assert.equal(both.status, 422);
  assert.match(both.text, /表里填了格，又选了不打分/);
  const left = await sendItem(feed, { rev: '1', choice: 'unknown', 'cell:fire:gas': '3' });
  assert.equal(left.status, 200, 'what was only left standing says nothing new');
  assert.deepEqual((await stored())[feed], { rev: 2, answer: 'unknown' });
});

test('a table stays open until its last cell is filled in', async t => {
  const app = await startApp(t);
  const { agent, area, fields, id } = await openTable(app);
  const cells = Object.keys(await fields()).flatMap(name => name.split('onenet-feed-matrix:cell:')[1] ?? []);
  assert.equal(cells.length, 56);
  const value: Record<string, Record<string, number>> = {};
  for (const [row = '', column = ''] of cells.map(name => name.split(':'))) value[row] = { ...value[row], [column]: 1 };
  const folded = /is-folded" id="D2M".*已填 56 \/ 56 格/s;
  await putAnswer(app, { id, item: feed }, { answer: 'scored', value: { ...value, fire: { gas: 1 } } });
  assert.doesNotMatch((await agent.get(area)).text, folded);
  await putAnswer(app, { id, item: feed, rev: 1 }, { answer: 'scored', value });
  assert.match((await agent.get(area)).text, folded);
});

test('the history of a table says which cells changed from what to what', async t => {
  const app = await startApp(t);
  const { agent, id } = await openTable(app);
  await putAnswer(app, { id, item: feed }, { answer: 'scored', value: { fire: { gas: 1, flood: 2 } } });
  await putAnswer(app, { id, item: feed, rev: 1 }, { answer: 'scored', value: { fire: { gas: 3, weather: 0 } } });
  const { text } = await agent.get(`/assessments/${id}/items/${feed}/history`).expect(200);
  assert.match(text, /<del>极端天气 —、燃气爆炸 1、城市内涝 2<\/del>/);
  assert.match(text, /<ins>极端天气 0、燃气爆炸 3、城市内涝 —<\/ins>/);
});

test('only a page with a table loads the script of tables', async t => {
  const app = await startApp(t);
  for (const [area, isThere] of [
    ['onenet', true],
    ['lifeline', false],
  ] as const) {
    const { agent, id } = await openForm(app, { scope: { areas: [area] } }, area);
    const { text } = await agent.get(`/assessments/${id}/areas/${area}`).expect(200);
    assert.equal(text.includes('/area-matrix.js"'), isThere, area);
  }
});

test('the checklist explains the table and says its reading rules once', async t => {
  const app = await startApp(t);
  const { agent } = await openTable(app);
  const { text } = await agent.get('/checklists/resilient-city').expect(200);
  assert.match(text, /准实时：1 小时内自动到达.*极端天气、燃气爆炸、城市内涝、社会治安/s);
  assert.equal([...text.matchAll(/等级逐级累进/g)].length, 1);
});

const lines = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}${index}`);
const large = buildChecklist({
  areas: [
    buildArea('a', {
      items: [
        {
          ...{ id: 'grid', code: 'G', kind: 'matrix', title: { zh: '大表' }, cellMax: 20 },
          ...{ rows: lines(100, 'r'), columns: lines(100, 'c') },
        },
      ],
    }),
  ],
});

test('a table of 100 by 100 is small fields, one a cell, that read back as stored', () => {
  const [area] = large.areas;
  const item = area?.items[0];
  assert.ok(area && item);
  const answer = scored({ r0: { c0: 20, c99: 0 }, r99: { c99: 7 } });
  const assessment = buildAssessment({ grid: answer });
  const words = openWords(key => assert.fail(`no word "${key}"`));
  const format = formatIn({
    language: 'en',
    t: words.translate('en'),
    timeZone: 'Asia/Shanghai',
    now: () => new Date(0),
  });
  const page = areaPage({ open: buildOpen(assessment, large), area }, format);
  const html = openTemplates(words)(`pages/${page.template}`, page.view, 'en');
  assert.equal([...html.matchAll(/class="matrix-number /g)].length, 10_000);
  assert.doesNotMatch(html, /role="radiogroup"/);
  assert.ok(sameTyped(readTypedAnswer(readFormFields(readForm(html)), item), typedOfAnswer(answer, item)));
});
