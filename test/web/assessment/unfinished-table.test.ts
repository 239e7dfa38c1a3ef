import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const feed = 'onenet-feed-matrix';
const scope = { scope: { areas: ['onenet'] } };
const nine = {
  ...{ fire: { weather: 0, gas: 1, flood: 2, security: 3 }, data: { weather: 1, gas: 1, flood: 1, security: 1 } },
  health: { gas: 2 },
};

/** An assessment of one area in which nine of 56 cells of its table are filled in. */
async function begun(app: TestApp) {
  const form = await openForm(app, scope, 'onenet');
  await putAnswer(app, { id: form.id, item: feed }, { answer: 'scored', value: nine });
  const page = async (address: string) => (await form.agent.get(`/assessments/${form.id}${address}`).expect(200)).text;
  return { ...form, page };
}

/** Every other item of the area as “unknown”. */
async function answerTheRest(app: TestApp, id: string, fields: Record<string, string>) {
  const items = Object.keys(fields).flatMap(name => /^(.*):rev$/.exec(name)?.[1] ?? []);
  assert.ok(items.length > 5, `${items.length} items`);
  for (const item of items) if (item !== feed) await putAnswer(app, { id, item }, { answer: 'unknown' });
}

test('a table that moves no score shows how much is filled in, and no level', async t => {
  const app = await startApp(t);
  const { page } = await begun(app);
  const form = await page('/areas/onenet');
  assert.match(form, /class="brick is-table is-partly brick-code"[^>]* aria-label="[^"]*已填 9\/56 格，不计分"/);
  assert.doesNotMatch(form, /自报 得|得 \d+%/);
  const overview = await page('');
  assert.match(overview, /class="brick is-table is-partly"[^>]*>9\/56</);
  const report = await page('/report');
  assert.match(report, /D2M<\/span>.*?<span class="level is-excluded">—<\/span><span>已填 9\/56 格，不计分<\/span>/s);
  assert.doesNotMatch(report, /得 \d+%/);
});

test('a table with open cells is still owed, and does not keep the items that are scored from being complete', async t => {
  const app = await startApp(t);
  const { id, fields, page } = await begun(app);
  const owed = /还差谁.*?#D2M">D2M [^<]+<\/a> <span class="quiet nowrap">已填 9 \/ 56 格</s;
  assert.match(await page(''), owed);
  assert.doesNotMatch(await page('/areas/onenet'), /未填完 D2M/, 'what is not answered comes first');
  await answerTheRest(app, id, await fields());
  assert.match(await page(''), owed);
  assert.match(await page(''), />未填完：D2M</);
  const form = await page('/areas/onenet');
  assert.match(form, /href="[^"]*#D2M">未填完 D2M</);
  assert.match(form, /<strong>9<\/strong> \/ 9 已作答/);
});

test('a table that is filled in is owed no more', async t => {
  const app = await startApp(t);
  const { id, fields, page } = await begun(app);
  await answerTheRest(app, id, await fields());
  const value: Record<string, Record<string, number>> = {};
  for (const name of Object.keys(await fields())) {
    const [, row = '', column = ''] = /^onenet-feed-matrix:cell:(.*):(.*)$/.exec(name) ?? [];
    if (row) value[row] = { ...value[row], [column]: 0 };
  }
  await putAnswer(app, { id, item: feed, rev: 1 }, { answer: 'scored', value });
  assert.doesNotMatch(await page(''), /还差谁|未填完/);
  assert.match(await page(''), /class="brick is-table"[^>]*>56\/56</);
});

test('nobody is told that a table that moves no score lacks evidence', async t => {
  const app = await startApp(t);
  const { page } = await begun(app);
  const work = await page('/departments/data');
  assert.doesNotMatch(work, /佐证支持到|没有计入的佐证/);
  assert.match(work, />接着填 D2M </);
});
