import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinAll, openCockpit, revisionIn, textOf, votesOf, withKey } from '../../support/open-cockpit.ts';
import { startApp } from '../../support/start-app.ts';
import { exampleItems } from '../../support/workshop-client.ts';

const [levels = ''] = exampleItems;

test('the scribe types paper ballots and records, and does nothing else', async t => {
  const app = await startApp(t);
  const { workshop, press, state, address } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 3);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3, 'unknown'] });
  const scribe = await withKey(app, workshop, workshop.keys.scribe);
  const page = async () => (await scribe.get(`${address}/scribe`).expect(200)).text;
  assert.doesNotMatch(await page(), /value="(close|reveal|next|pause|finish|void)"/);
  const send = async (fields: Record<string, string>) =>
    scribe
      .post(`${address}/commands?role=scribe`)
      .type('form')
      .send({ expectedRev: revisionIn(await page()), ...fields });
  const counts = { command: 'counts', item: levels, round: '1', 'count:3': '２', 'count:4': '1', 'count:unknown': '' };
  const all = { 'count:0': '', 'count:1': '', 'count:2': '', 'count:5': '' };
  assert.equal((await send({ ...counts, ...all, 'count:3': 'x' })).status, 422);
  assert.equal((await send({ ...counts, ...all, 'count:3': '-1' })).status, 422);
  assert.equal((await send(counts)).status, 422, 'every level needs its field');
  const sent = await send({ ...counts, ...all });
  assert.equal(sent.status, 303);
  assert.equal(sent.headers.location, `${address}/scribe`);
  assert.equal((await state()).voted, 6);
  assert.match(await page(), /name="count:3" value="2"/);
  assert.equal((await send({ command: 'close' })).status, 403);
  await press('close', 'reveal');
  assert.match(textOf(await page()), /其中纸质票 3/);
  assert.equal((await send({ command: 'record', [`${levels}:choice`]: '3', [`${levels}:note`]: '理由' })).status, 303);
  assert.equal((await state()).record.value, 3);
});

test('the administrator opens the scribe’s page as a scribe', async t => {
  const app = await startApp(t);
  const { press, page } = await openCockpit(app);
  await press('start');
  const html = await page('/scribe');
  assert.match(textOf(html), /还没有检查项在议/);
  assert.match(html, /action="[^"]+\/questions\?role=scribe"/);
});
