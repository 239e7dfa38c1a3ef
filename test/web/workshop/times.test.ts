import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment } from '../../support/api-client.ts';
import { openCockpit, textOf } from '../../support/open-cockpit.ts';
import { movedClock } from '../../support/recorded-workshop.ts';
import { startApp } from '../../support/start-app.ts';
import { exampleItems, withSecret } from '../../support/workshop-client.ts';

const [levels = '', plan = '', figure = ''] = exampleItems;
const minute = 60;
const day = { start: '14:00', end: '17:00', breaks: [{ at: '14:20', minutes: 10 }] };

/** At two in the afternoon in Shanghai. */
async function room(t: Parameters<typeof startApp>[0], timeZone = 'Asia/Shanghai') {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now, timeZone });
  return { app, clock, ...(await openCockpit(app, { day })) };
}

test('the cockpit tells when an item began, until when it should be over, how the day goes and when the others come', async t => {
  const { clock, press, page } = await room(t);
  assert.match(textOf(await page()), /计划 14:47 议完.*A1 .*12 分钟 计划 14:00–14:12.*A3 .*计划 14:30–14:42/);
  await press('start');
  clock.pass(7 * minute);
  await press('next');
  const begun = textOf(await page());
  assert.match(begun, /比计划晚 7 分钟 预计 14:47 议完，计划 14:47/, 'the break takes up what was lost');
  assert.match(begun, /14:07 开始，应于 14:19 前议完/);
  assert.match(begun, /A1 .*说明 14:07 起.*A3 .*预计 14:30–14:42.*A8 .*预计 14:42–14:47/);
  clock.pass(15 * minute);
  assert.match(textOf(await page()), /14:07 开始，已超出计划 3 分钟/);
  await press('skip', 'next');
  const html = textOf(await page('/scribe'));
  assert.match(html, /A1 .*已跳过 14:07–14:22.*A3 .*说明 14:22 起/);
  clock.pass(170 * minute);
  assert.match(textOf(await page()), /今天排不下 1 项.*A8 .*今天排不下/);
});

test('the minutes tell from when to when an item was talked about, in the time zone of the site', async t => {
  const { app, workshop, clock, press, page, agent } = await room(t, 'Asia/Urumqi');
  await press('start', 'next');
  clock.pass(4 * minute);
  await press('pause');
  clock.pass(20 * minute);
  assert.match(textOf(await page()), /A1 .*说明 12:00 起/, 'it is not over');
  await press('resume');
  clock.pass(3 * minute);
  await press({ command: 'park', reason: '等材料' });
  const text = textOf(await page('/minutes'));
  assert.match(text, /计划时间 14:00–17:00，休息 14:20 起 10 分钟/);
  assert.match(text, /讨论时间：2026年11月24日 12:00–12:04、2026年11月24日 12:24–12:27/);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}/minutes`);
  assert.deepEqual(body.items[0].times, [
    { from: '2026-11-24T06:00:00.000Z', to: '2026-11-24T06:04:00.000Z' },
    { from: '2026-11-24T06:24:00.000Z', to: '2026-11-24T06:27:00.000Z' },
  ]);
  assert.deepEqual([body.day, body.items[1].times], [day, []]);
  await agent.get('/language/en').expect(303);
  assert.match(textOf(await page('/minutes')), /Talked about: .*12:00–12:04.*12:24–12:27/);
  assert.match(textOf(await page()), /1 hour 45 minutes ahead of the plan/);
});

test('without planned hours the cockpit tells what was, and promises nothing', async t => {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now });
  const { press, page } = await openCockpit(app);
  await press('start', 'next');
  const text = textOf(await page());
  assert.match(text, /14:00 开始，应于 14:12 前议完/);
  assert.doesNotMatch(text, /预计|比计划|与计划相符/);
});

test('the hours that were planned are kept with the workshop, and can be changed with its agenda', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const agent = await browser(app);
  const address = `/assessments/${id}/workshops/new`;
  const form = /name="id" value="([^"]+)"/.exec((await agent.get(address).expect(200)).text)?.[1] ?? '';
  const fields = { id: form, title: '示例会商', mode: 'anonymous', start: '08:30', end: '11:30' };
  const pauses = { 'break:0:at': '10:00', 'break:0:minutes': '15', 'break:1:at': '', 'break:1:minutes': '' };
  const chosen = { agenda: [levels, plan, figure], chosen: [levels, plan, figure] };
  await agent
    .post(address)
    .type('form')
    .send({ ...fields, ...pauses, ...chosen, create: 'on' })
    .expect(201);
  assert.match(textOf((await agent.get(`/workshops/${form}`).expect(200)).text), /计划 08:59 议完/);
  const send = (hours: object) =>
    api(app)
      .post(`/api/v1/workshops/${form}/commands`)
      .send({ command: 'arrange', expectedRev: 0, agenda: chosen.agenda.map(item => ({ item })), day: hours });
  const backwards = await send({ start: '12:00', end: '09:00', breaks: [] }).expect(422);
  assert.deepEqual(backwards.body.errors, [{ path: 'day.end', message: '结束时刻须晚于开始时刻' }]);
  await send({ start: '9 点', end: '12:00', breaks: [] }).expect(422);
  await send({ start: '13:00', end: '16:00', breaks: [] }).expect(200);
  assert.match(textOf((await agent.get(`/workshops/${form}`).expect(200)).text), /计划 13:29 议完/);
});
