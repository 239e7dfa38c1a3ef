import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { api } from '../../support/api-client.ts';
import { joinAll, openCockpit, revisionIn, textOf, votesOf, withKey } from '../../support/open-cockpit.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { command, exampleItems, join, type TestWorkshop } from '../../support/workshop-client.ts';

const [levels = '', plan = '', figure = ''] = exampleItems;
/** The page of one more phone. */
async function browserOf(app: TestApp, { code }: TestWorkshop) {
  const agent = request.agent(app.url).set('Origin', app.url);
  await agent.post(`/w/${code}/join`).type('form').send({ department: '' }).expect(303);
  return async () => (await agent.get(`/w/${code}`).expect(200)).text;
}

const record = (item: string, fields: Record<string, string> = {}) => ({
  command: 'record',
  ...Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.startsWith(':') ? item + name : name, value]),
  ),
});

test('a workshop runs from the lobby to its end by forms alone', async t => {
  const app = await startApp(t);
  const { workshop, press, state, page } = await openCockpit(app);
  await press('start');
  const phones = await joinAll(app, workshop, 6);
  await press('next', { command: 'open', seconds: '90' });
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3, 3, 3, 4, 'unknown'] });
  assert.match(textOf(await page()), /已投 \/ 在场 6 \/ 6/);
  await press('close', 'reveal');
  assert.match(textOf(await page()), /基本一致/);
  await press(record(levels));
  const recorded = await state();
  assert.equal(recorded.state, 'recorded');
  assert.equal(recorded.record.value, 3, 'the median, where nothing was chosen');
  await press('next', 'skip', 'next', record(figure, { ':number': '９２' }), 'finish');
  const end = await state();
  assert.equal(end.workshop, 'closed');
  assert.deepEqual(
    end.agenda.map(({ state: each }: { state: string }) => each),
    ['recorded', 'skipped', 'recorded'],
  );
  assert.match(textOf(await page()), /会商已结束/);
});

test('no page shows how votes fall before they are revealed', async t => {
  const app = await startApp(t);
  const { workshop, press, page, agent, address } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 5);
  const pages = async () => [
    await page(),
    await page('/scribe'),
    (await agent.get(`${address}/screen`).expect(200)).text,
    await page('/minutes'),
  ];
  const without = (html: string) => html.replace(/data-remaining="\d+"/g, '');
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [0, 0, 0, 5, 5] });
  const low = (await pages()).map(without);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [2, 2, 2, 2, 2] });
  const high = (await pages()).map(without);
  assert.deepEqual(high, low, 'other votes change not a byte of any page');
  assert.doesNotMatch(low.join(''), /class="distribution/);
  await press('close');
  assert.match(await page(), /私下预览结果/);
  for (const html of [await page('/scribe'), (await agent.get(`${address}/screen`)).text])
    assert.doesNotMatch(html, /class="distribution|基本一致/);
});

test('the second round stands beside the first, and a spread one asks for a rationale', async t => {
  const app = await startApp(t);
  const { workshop, press, send, page, state } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 6);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [0, 0, 1, 4, 5, 5] });
  await press('close', 'reveal');
  assert.match(textOf(await page()), /意见对立.*先请投“0–1 级”的说，再请投“4–5 级”的说。/);
  await press('discuss', 'open');
  assert.match(textOf(await page()), /上一轮分布 第 1 轮/);
  await votesOf(app, workshop, phones, { item: levels, round: 2, values: [2, 2, 3, 3, 4, 4] });
  await press('close', 'reveal');
  const html = await page();
  assert.match(html, /aria-label="第 2 轮：[^"]*；第 1 轮：0 级 2 票/);
  assert.match(html, /class="previous"/);
  const refused = await send(record(levels, { ':choice': '4', dissent: '有人认为应为 2 级' }));
  assert.equal(refused.status, 422);
  assert.match(refused.text, new RegExp(`href="#${levels}:note"`));
  assert.match(refused.text, /有人认为应为 2 级<\/textarea>/, 'what was typed stays');
  assert.match(refused.text, /value="4" checked/);
  await press(record(levels, { ':choice': '4', ':note': '第三方检验支持 4 级' }));
  assert.equal((await state()).record.rationale, '第三方检验支持 4 级');
});

test('evidence, dissent and actions are recorded, and a wrong day is told at its field', async t => {
  const app = await startApp(t);
  const { workshop, press, send, state } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 5);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3, 3, 3, 3] });
  await press('close', 'reveal');
  const typed = {
    ...{
      dissent: '城管局保留意见',
      'action:0:what': '补齐纪要',
      'action:0:who': '市应急局',
      'action:0:due': '2027-02-30',
    },
    ...{ ':e0:kind': 'document', ':e0:title': '会商制度', ':e0:date': '2026-06-01' },
  };
  const refused = await send(record(levels, typed));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /id="action:0:due"[^>]*value="2027-02-30"[^>]*aria-invalid="true"/);
  await press(record(levels, { ...typed, 'action:0:due': '2027-02-28' }));
  const { record: recorded } = await state();
  assert.equal(recorded.dissent, '城管局保留意见');
  assert.deepEqual(recorded.actions, [{ what: '补齐纪要', who: '市应急局', due: '2027-02-28' }]);
  assert.equal(recorded.evidence[0].title, '会商制度');
});

test('what was just recorded can be undone and amended with a reason', async t => {
  const app = await startApp(t);
  const { press, send, state, page } = await openCockpit(app, { items: [figure, levels] });
  await press('start', 'next', record(figure, { ':number': '92' }));
  assert.match(await page(), /data-undo="\d+"/);
  await press('undo');
  assert.equal((await state()).state, 'briefing');
  await press(record(figure, { ':number': '93' }));
  const amend = { command: 'amend', [`${figure}:number`]: '94' };
  const refused = await send(amend);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /请写明原因/);
  await press({ ...amend, reason: '数错了' });
  assert.equal((await state()).record.value, 94);
});

test('what was written stays in the form when the record is undone', async t => {
  const app = await startApp(t);
  const { press, page } = await openCockpit(app, { items: [figure, levels] });
  const texts = { dissent: '城管局保留意见', 'action:0:what': '补齐纪要', ':note': '巡检登记' };
  await press('start', 'next', record(figure, { ':number': '92', ...texts }), 'undo');
  const html = await page();
  for (const part of [
    `name="${figure}:number" value="92"`,
    '巡检登记</textarea>',
    '城管局保留意见</textarea>',
    '补齐纪要"',
  ])
    assert.ok(html.includes(part), part);
});

test('a voided round is told everywhere and counts for no step that follows', async t => {
  const app = await startApp(t);
  const { workshop, press, page, state } = await openCockpit(app, { items: [levels] });
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 5);
  const phone = await browserOf(app, workshop);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3, 3, 3, 3] });
  await press('close', 'reveal', { command: 'void', round: '1', reason: '题目念错了' });
  assert.match(textOf(await page()), /开放第 2 轮投票/);
  assert.match(textOf(await page('/screen')), /第 1 轮投票已作废，不计入。/);
  assert.match(textOf(await phone()), /第 1 轮投票已作废，不计入。/);
  await press('open');
  await votesOf(app, workshop, phones, { item: levels, round: 2, values: [0, 0, 3, 5, 5] });
  await press('close', 'reveal');
  assert.doesNotMatch(textOf(await page('/screen')), /作废/);
  assert.match(await page(), /name="command" value="discuss" id="do-next"/, 'a split in the first round that counts');
  assert.deepEqual((await state()).rounds, { opened: 2, counted: 1 });
  await press('lock', 'lock', 'blank');
  assert.match(textOf(await page()), /投影黑屏 主持人.*恢复新人入场 主持人.*停止新人入场 主持人/);
  assert.match(textOf(await page('/minutes')), /已作废（主持人，[^）]*）：题目念错了/);
  assert.doesNotMatch(await page('/minutes'), /class="previous"/);
});

test('finishing is no single press: what is left without a decision is named first', async t => {
  const app = await startApp(t);
  const { press, send, page, agent, address } = await openCockpit(app);
  await press('start', 'next', { command: 'park', reason: '等数据' });
  await agent.post(`${address}/questions`).type('form').send({ text: '区县算不算' }).expect(303);
  const early = await page();
  assert.match(early, /id="do-next" data-press="space"[^>]*>进入下一项/);
  assert.match(textOf(early), /搁置 1 项：A1 没有议到 2 项：A3、A8 待答复的问题 1 个/);
  await press('next', 'skip', 'next', record(figure, { ':number': '92' }));
  const html = await page();
  assert.doesNotMatch(html, /value="finish" id="do-next"|data-press="space"/);
  assert.match(html, /<a class="button is-large" href="#finish" id="do-next">/);
  assert.match(textOf(html), /搁置 1 项：A1 跳过 1 项：A3 待答复的问题 1 个 .* 确认结束/);
  assert.match(textOf(html), /议程 3 \/ 3/);
  assert.doesNotMatch(html, /value="next"/, 'nothing waits');
  const none = await send({ command: 'next' });
  assert.equal(none.status, 409);
  assert.match(textOf(none.text), /议程上没有待议的检查项了/);
});

test('what is recorded is amended when another item is on the table long since', async t => {
  const app = await startApp(t);
  const { workshop, press, send, page, state, address } = await openCockpit(app, { items: [figure, levels, plan] });
  await press('start', 'next', record(figure, { ':number': '92', ':note': '巡检登记' }), 'next', 'open');
  assert.match(await page(), new RegExp(`href="${address}\\?amend=${figure}#record"[^>]*>更正`));
  assert.match(await page('/scribe'), new RegExp(`href="${address}/scribe\\?amend=${figure}#record"`));
  const html = await page(`?amend=${figure}`);
  assert.match(html, new RegExp(`data-page="${address}\\?amend=${figure}"`), 'it stays when the page is had anew');
  assert.match(html, /更正 A8 的记录<\/h2>.*巡检登记<\/textarea>/s);
  const amend = { command: 'amend', item: figure, [`${figure}:number`]: '91' };
  const refused = await send(amend);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /更正 A8 的记录<\/h2>.*请写明原因/s);
  await press({ ...amend, reason: '数错了' });
  const { agenda, item } = await state();
  assert.deepEqual([agenda[0].opinion.value, item], [91, levels]);
  for (const bogus of ['bogus', plan, ''])
    assert.doesNotMatch(await page(`?amend=${bogus}`), /更正 [A-Z]\d+ 的记录<\/h2>/);
  assert.equal((await send({ ...amend, item: 'bogus', reason: 'x' })).status, 422);
  const scribe = await withKey(app, workshop, workshop.keys.scribe);
  await scribe.get(`${address}/scribe?amend=${figure}`).expect(/更正 A8 的记录<\/h2>/);
});

test('an open vote is not thrown away by a key, and the item on the table is not counted as done', async t => {
  const app = await startApp(t);
  const { workshop, press, page, address } = await openCockpit(app);
  await press('start', 'next');
  assert.match(await page(), /value="park" id="do-park" data-press="p"/);
  assert.match(await page(), /打开 A1 的填报/);
  await press('open');
  const html = await page();
  assert.doesNotMatch(html, /value="park"[^>]*data-press/);
  assert.match(html, /href="#leave" data-press="p"/);
  assert.match(textOf(html), /这一轮就作废.*议程 0 \/ 3|议程 0 \/ 3.*这一轮就作废/);
  const lead = await withKey(app, workshop, workshop.keys.coFacilitator);
  assert.doesNotMatch((await lead.get(address).expect(200)).text, /打开 A1 的填报/, 'it would be refused');
});

test('a figure beside "not known" is told, and nothing is recorded', async t => {
  const app = await startApp(t);
  const { press, send, state } = await openCockpit(app, { items: [figure] });
  await press('start', 'next');
  const refused = await send(record(figure, { ':number': '92', ':choice': 'unknown', ':note': '说明' }));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /说明<\/textarea>/);
  assert.equal((await state()).state, 'briefing');
  await press(record(figure, { ':choice': 'unknown' }));
  assert.equal((await state()).record.value, 'unknown');
});

test('whoever is too late sees who did what, and the present state', async t => {
  const app = await startApp(t);
  const { workshop, press, agent, address, page, state } = await openCockpit(app);
  await press('start');
  const rev = revisionIn(await page());
  await command(app, workshop, 'next');
  const late = await agent.post(`${address}/commands`).type('form').send({ command: 'lock', expectedRev: rev });
  assert.equal(late.status, 409);
  assert.match(textOf(late.text), /主持人 刚才已操作 .*进入.*这次操作没有执行/);
  assert.match(late.text, /aria-current="step">说明/);
  assert.equal((await state()).locked, false);
});

test('a text that was typed survives a command of somebody else', async t => {
  const app = await startApp(t);
  const { workshop, press, agent, address, page } = await openCockpit(app, { items: [figure] });
  await press('start', 'next');
  const rev = revisionIn(await page());
  await command(app, workshop, 'lock');
  const late = await agent
    .post(`${address}/commands`)
    .type('form')
    .send({ expectedRev: rev, ...record(figure, { ':number': '92', ':note': '巡检登记' }) });
  assert.equal(late.status, 409);
  assert.match(late.text, /巡检登记<\/textarea>/);
  assert.match(late.text, new RegExp(`name="${figure}:number" value="92"`));
});

test('a step that is not possible and a command that is none change nothing', async t => {
  const app = await startApp(t);
  const { send, state, agent, address } = await openCockpit(app);
  const before = await state();
  const illegal = await send({ command: 'reveal' });
  assert.equal(illegal.status, 409);
  assert.match(textOf(illegal.text), /现在不能这样操作/);
  for (const fields of [
    { command: 'bogus' },
    { command: '' },
    { command: 'extend', extendBy: 'x' },
    { expectedRev: '-1' },
  ])
    assert.equal((await send(fields)).status, 422, JSON.stringify(fields));
  await agent.post(`${address}/commands`).type('json').send({ command: 'start', expectedRev: 0 }).expect(400);
  assert.deepEqual(await state(), before);
});

test('two clicks on the same button are one command', async t => {
  const app = await startApp(t);
  const { agent, address, page, state } = await openCockpit(app);
  const click = { command: 'start', expectedRev: revisionIn(await page()) };
  const answers = await Promise.all([1, 2].map(() => agent.post(`${address}/commands`).type('form').send(click)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  );
  assert.equal((await state()).rev, 1);
});

test('the agenda can be rearranged, and another item briefed', async t => {
  const app = await startApp(t);
  const { press, send, state } = await openCockpit(app);
  const places = {
    [`place:${levels}`]: '3',
    [`place:${plan}`]: '1',
    [`place:${figure}`]: '2',
    [`minutes:${figure}`]: '8',
  };
  await press({ command: 'arrange', ...places }, 'start', { command: 'brief', item: figure });
  const { agenda, item } = await state();
  assert.deepEqual(
    agenda.map(({ item: id, minutes }: { item: string; minutes: number }) => [id, minutes]),
    [
      [plan, 12],
      [figure, 8],
      [levels, 12],
    ],
  );
  assert.equal(item, figure);
  assert.equal((await send({ command: 'arrange', [`minutes:${figure}`]: '0' })).status, 422);
  assert.equal((await send({ command: 'brief', item: 'bogus' })).status, 422);
});

test('a round is voided with a reason, an item parked, the room expected and the screen blanked', async t => {
  const app = await startApp(t);
  const { press, send, state, page } = await openCockpit(app);
  await press('start', 'next', 'open');
  assert.equal((await send({ command: 'void', round: '1', reason: '' })).status, 422);
  await press({ command: 'void', round: '1', reason: '题目念错了' });
  assert.equal((await state()).state, 'briefing');
  await press({ command: 'park', reason: '等数据' }, { command: 'expect', heads: '4２' }, 'blank', 'lock');
  const now = await state();
  assert.deepEqual([now.state, now.expected, now.blank, now.locked], ['parked', 42, true, true]);
  assert.match(textOf(await page()), /作废 A1 一轮投票: 题目念错了/);
  await press('pause');
  assert.match(textOf(await page()), /会商已暂停/);
});

test('votes above the expected heads are told', async t => {
  const app = await startApp(t);
  const { workshop, press, page } = await openCockpit(app, { expected: 2 });
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 3);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [1, 2, 3] });
  assert.match(textOf(await page()), /票数 3 超过应到人数 2/);
});

test('reasons reach the wall only when the facilitator puts them there', async t => {
  const app = await startApp(t);
  const { workshop, press, page, agent, address } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 3);
  const reasons = { 0: '<b>没有纪要</b>' };
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [1, 2, 3], reasons });
  await press('close', 'reveal');
  const wall = async () => (await agent.get(`${address}/screen`).expect(200)).text;
  assert.match(await page(), /&lt;b&gt;没有纪要/);
  assert.doesNotMatch(await wall(), /没有纪要/);
  await press({ command: 'show-reason', round: '1', index: '0', shown: 'true' });
  assert.match(await wall(), /&lt;b&gt;没有纪要/);
  await press({ command: 'show-reason', round: '1', index: '0', shown: 'false' });
  assert.doesNotMatch(await wall(), /没有纪要/);
});

test('questions go to the parking lot and are settled', async t => {
  const app = await startApp(t);
  const { press, agent, address, page, state } = await openCockpit(app);
  const ask = (text: string) => agent.post(`${address}/questions`).type('form').send({ text });
  await ask('太早').expect(409);
  await press('start');
  await ask('').expect(422);
  await ask('长'.repeat(141)).expect(422);
  await ask('区县会商算不算？').expect(303);
  assert.match(await page(), /区县会商算不算？/);
  await press({ command: 'settle-question', index: '0', settled: 'true' });
  assert.deepEqual((await state()).questions, [{ text: '区县会商算不算？', settled: true }]);
});

test('an opinion that found another answer is adopted by the administrator alone', async t => {
  const app = await startApp(t);
  const { workshop, press, page, agent, address } = await openCockpit(app, { items: [figure, levels] });
  await api(app)
    .put(`/api/v1/assessments/${workshop.assessment}/answers/${figure}`)
    .set('If-Match', '"0"')
    .send({ answer: 'scored', value: 80 })
    .expect(200);
  await press('start', 'next', record(figure, { ':number': '92' }), 'next', 'skip', 'finish');
  const stored = async () => {
    const { body } = await api(app).get(`/api/v1/assessments/${workshop.assessment}`).expect(200);
    return body.answers[figure].value;
  };
  const lead = await withKey(app, workshop, workshop.keys.coFacilitator);
  await lead.post(`${address}/adopt`).type('form').send({ item: figure }).expect(403);
  assert.equal(await stored(), 80);
  await agent.post(`${address}/adopt`).type('form').send({ item: 'bogus' }).expect(404);
  await agent.post(`${address}/adopt`).type('form').send({ item: figure }).expect(303);
  assert.equal(await stored(), 92);
  assert.match(textOf(await page()), /会商已结束/);
});

test('a finished workshop is reopened with a reason, by the administrator', async t => {
  const app = await startApp(t);
  const { workshop, press, send, state, page, address } = await openCockpit(app);
  await press('start', 'finish');
  assert.equal((await send({ command: 'reopen-workshop', reason: '' })).status, 422);
  const lead = await withKey(app, workshop, workshop.keys.facilitator);
  const rev = revisionIn(await page());
  await lead
    .post(`${address}/commands`)
    .type('form')
    .send({ command: 'reopen-workshop', reason: 'x', expectedRev: rev })
    .expect(403);
  await press({ command: 'reopen-workshop', reason: '还有两项' });
  assert.equal((await state()).workshop, 'paused');
});

test('each role has its own page and nobody else gets in', async t => {
  const app = await startApp(t);
  const { workshop, press, address, agent } = await openCockpit(app);
  await press('start');
  const stranger = request.agent(app.url).set('Origin', app.url);
  for (const path of ['', '/scribe', '/screen', '/minutes', '/prepare', '/poster', '/ballots'])
    await stranger.get(`${address}${path}`).expect(401);
  await stranger.post(`${address}/commands`).type('form').send({ command: 'finish', expectedRev: '1' }).expect(401);
  await stranger.post(`${address}/questions`).type('form').send({ text: 'x' }).expect(401);
  await stranger.post(`${address}/slips`).type('form').send({ count: '1' }).expect(401);
  const projector = await withKey(app, workshop, workshop.keys.projector);
  await projector.get(address).expect(303).expect('location', `${address}/screen`);
  for (const path of ['/scribe', '/minutes', '/prepare']) await projector.get(`${address}${path}`).expect(403);
  await projector.post(`${address}/commands`).type('form').send({ command: 'finish', expectedRev: '1' }).expect(403);
  const scribe = await withKey(app, workshop, workshop.keys.scribe);
  await scribe.get(address).expect(303).expect('location', `${address}/scribe`);
  await scribe.get(`${address}/prepare`).expect(403);
  await scribe.post(`${address}/commands`).type('form').send({ command: 'next', expectedRev: '1' }).expect(403);
  const lead = await withKey(app, workshop, workshop.keys.coFacilitator);
  const { text } = await lead.get(address).expect(200);
  assert.doesNotMatch(text, /class="tab-nav"/, 'the assessment is not theirs');
  await agent.get('/workshops/nobody').expect(404);
  await agent.get('/workshops/nobody/screen').expect(404);
});

test('a form of another site gives no command', async t => {
  const app = await startApp(t);
  const { agent, address, page, state } = await openCockpit(app);
  const fields = { command: 'start', expectedRev: revisionIn(await page()) };
  await agent.post(`${address}/commands`).set('Origin', 'http://evil.example').type('form').send(fields).expect(403);
  assert.equal((await state()).workshop, 'draft');
});

test('department chips name who is not all in, in a vote by departments one is enough', async t => {
  const app = await startApp(t);
  const { workshop, press, page } = await openCockpit(app, { mode: 'department' });
  await press('start', 'next', 'open');
  const water = await join(app, workshop, { department: 'water' });
  await join(app, workshop, { department: 'emergency' });
  assert.match(textOf(await page()), /还有部门没投完/);
  await votesOf(app, workshop, [water], { item: levels, round: 1, values: [3] });
  const chips = /department-chips">(.*?)<\/ul>/s.exec(await page())?.[1] ?? '';
  assert.equal([...chips.matchAll(/<li>/g)].length, 1);
});
