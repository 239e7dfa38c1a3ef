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
  await press('pause');
  const paused = await send({ ...counts, ...all });
  assert.deepEqual([paused.status, /会商暂停中，请先继续/.test(paused.text)], [409, true]);
  await press('resume');
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

test('how paper ballots fall is on no page but the scribe’s until voting is closed', async t => {
  const app = await startApp(t, { now: () => new Date('2026-11-24T06:00:00.000Z') });
  const { workshop, press, page, agent, address } = await openCockpit(app);
  await press('start', 'next', 'open');
  const scribe = await withKey(app, workshop, workshop.keys.scribe);
  const typed = async () => (await scribe.get(`${address}/scribe`).expect(200)).text;
  const type = async (...counts: string[]) =>
    scribe
      .post(`${address}/commands?role=scribe`)
      .type('form')
      .send({
        ...{
          expectedRev: revisionIn(await typed()),
          command: 'counts',
          item: levels,
          round: '1',
          'count:unknown': '1',
        },
        ...Object.fromEntries(counts.map((count, level) => [`count:${level}`, count])),
      })
      .expect(303);
  const others = async () => {
    const pages = [await page(), (await agent.get(`${address}/screen`).expect(200)).text, await page('/minutes')];
    return pages.map(html =>
      html.replace(/name="expectedRev" value="\d+"/g, '').replace(/<tbody>.*?<\/tbody>|log-list.*?<\/ol>/gs, ''),
    );
  };
  await type('7', '', '', '2', '', '1');
  const low = await others();
  assert.match(low[0] ?? '', /已录入 11 张/);
  assert.match(await typed(), /name="count:0" value="7"/);
  const before = /data-key="(counts [^"]*)"/.exec(await typed())?.[1];
  await type('', '', '7', '', '1', '2');
  assert.deepEqual(await others(), low);
  assert.match(await typed(), /name="count:0" value="0"/);
  assert.notEqual(/data-key="(counts [^"]*)"/.exec(await typed())?.[1], before);
  await press('close');
  assert.match(await page(), /name="count:2" value="7"/);
});

test('a count that is none, no count at all and too many are told with the field they are in', async t => {
  const app = await startApp(t);
  const { press, send, state } = await openCockpit(app, { items: [levels] });
  await press('start', 'next', 'open');
  const counts = (...values: string[]) => ({
    ...{ command: 'counts', item: levels, round: '1', 'count:unknown': '' },
    ...Object.fromEntries(Array.from({ length: 6 }, (_, level) => [`count:${level}`, values[level] ?? ''])),
  });
  const told = async (fields: Record<string, string>) => {
    const { status, text } = await send(fields);
    assert.equal(status, 422);
    return textOf(text);
  };
  assert.match(await told(counts('1', 'x')), /1 [^ ]* 票数：/);
  assert.match(await told(counts()), /须有 6 个数/);
  assert.match(await told(counts('900', '101')), /合计不能超过 1000 张/);
  assert.match(await told({ command: 'arrange', [`minutes:${levels}`]: 'x' }), /A1 的分钟数：/);
  assert.match(await told({ command: 'expect', heads: 'x' }), /应到人数：/);
  assert.equal((await state()).voted, 0);
});

test('the administrator opens the scribe’s page as a scribe', async t => {
  const app = await startApp(t);
  const { press, page } = await openCockpit(app);
  await press('start');
  const html = await page('/scribe');
  assert.match(textOf(html), /还没有检查项在议/);
  assert.match(html, /action="[^"]+\/questions\?role=scribe"/);
});
