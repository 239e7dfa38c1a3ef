import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import request from 'supertest';
import { putAnswer } from '../../support/api-client.ts';
import { textOf, withKey } from '../../support/open-cockpit.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const [item = '', , figure = ''] = exampleItems;

async function phoneAt(t: TestContext, overrides: object = {}) {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app, overrides);
  const agent = request.agent(app.url).set('Origin', app.url);
  const address = `/w/${workshop.code}`;
  const send = (part: string, fields: object) => agent.post(`${address}/${part}`).type('form').send(fields);
  const show = async () => (await agent.get(address).expect(200)).text;
  return { app, workshop, agent, address, send, show };
}

async function seatedPhone(t: TestContext, overrides: object = {}) {
  const phone = await phoneAt(t, overrides);
  await command(phone.app, phone.workshop, 'start');
  await phone.send('join', { department: '' }).expect(303).expect('location', phone.address);
  return phone;
}

test('without scripts a participant joins, votes, changes the vote, sees the result and objects', async t => {
  const { app, workshop, send, show } = await seatedPhone(t);
  const others = [await join(app, workshop), await join(app, workshop)];
  assert.match(await show(), /您已入座.*<noscript>.*刷新/s);
  await command(app, workshop, { command: 'brief', item }, 'open');
  const open = await show();
  const { item: asked = '', round = '' } = readForm(open);
  assert.doesNotMatch(open, /http-equiv="refresh"/);
  await send('votes', { item: asked, round, value: '3', reason: '有台账' }).expect(303);
  const voted = await show();
  assert.match(voted, /已计入：3 级。投票截止前可以改/);
  assert.match(voted, /value="3"[^>]*aria-pressed="true"/);
  assert.equal(readForm(voted).reason, '有台账');
  await send('votes', { item: asked, round, value: 'unknown', reason: '' }).expect(303);
  assert.match(await show(), /已计入：不掌握/);
  await send('votes', { item: asked, round, value: '2', reason: '' }).expect(303);
  for (const other of others) await vote(app, workshop, other, { item, round: 1, value: 4 }).expect(200);
  await command(app, workshop, 'close');
  assert.match(await show(), /投票已截止，计入的是：2 级/);
  assert.match(await show(), /http-equiv="refresh"/);
  await command(app, workshop, 'reveal');
  const revealed = await show();
  assert.match(revealed, /4 级：2 票/);
  assert.match(revealed, /您投的是：2 级。只显示在这部手机上/);
  await command(app, workshop, { command: 'record', value: 3, rationale: '折中' });
  assert.match(await show(), /会商意见 <strong>3 级<\/strong>/);
  await send('objections', { item, canLive: 'no', reason: '太高' }).expect(303);
  assert.match(await show(), /您说不能接受，可以改/);
  await command(app, workshop, 'finish');
  assert.match(await show(), /会商结束/);
});

test('a late or faulty vote says so at its place, with what was typed and what counts', async t => {
  const { app, workshop, send } = await seatedPhone(t);
  await command(app, workshop, { command: 'brief', item }, 'open');
  const long = '长'.repeat(141);
  const faulty = await send('votes', { item, round: '1', value: '3', reason: long }).expect(422);
  assert.match(faulty.text, /id="reason-error"/);
  assert.equal(readForm(faulty.text).reason, long);
  await send('votes', { item, round: '1', value: '<script>' }).expect(422);
  await send('votes', {}).expect(422);
  await send('votes', { item, round: '1', value: '4', reason: '' }).expect(303);
  await command(app, workshop, 'close');
  const late = await send('votes', { item, round: '1', value: '5', reason: '' }).expect(409);
  assert.match(late.text, /这一票没有计入/);
  assert.match(late.text, /投票已截止，计入的是：4 级/);
  await send('questions', { text: '' })
    .expect(422)
    .expect(/id="question-error"/);
  await send('questions', { text: '<b>谁</b>' })
    .expect(303)
    .expect('location', /sent=question/);
});

test('a code is typed in any way, and a wrong one is told at its field', async t => {
  const { workshop, agent, address } = await phoneAt(t);
  await agent
    .post('/join')
    .type('form')
    .send({ code: ` ${workshop.code.toLowerCase()} ` })
    .expect(303)
    .expect('location', address);
  const wrong = await agent.post('/join').type('form').send({ code: '"><i>O01I' }).expect(422);
  assert.match(wrong.text, /没有数字 0、1 和字母 O、I/);
  assert.equal(readForm(wrong.text).code, '"><i>O01I');
  await agent.post('/join').type('form').send({}).expect(422);
  await agent.get(`/w/${workshop.code.toLowerCase()}`).expect(303).expect('location', address);
  await agent
    .get('/w/ZZZZZZ')
    .expect(404)
    .expect(/没有这场会商/);
  await agent.get('/w/%E0%A4%A').expect(400);
  await agent
    .get(address)
    .expect(200)
    .expect(/会商还没有开始/);
});

test('a department is chosen where departments vote, and the promise says which kind of vote it is', async t => {
  const { app, workshop, send, show } = await phoneAt(t, { mode: 'department' });
  await command(app, workshop, 'start');
  assert.match(await show(), /一个部门一票，以部门名义公开/);
  await send('join', { department: '' })
    .expect(422)
    .expect(/id="department-error"/);
  await send('join', { department: 'fire' }).expect(303);
  assert.match(await show(), /按部门投票/);
});

test('where departments vote the phone and the wall say under whose name, and name who voted what', async t => {
  const { app, workshop, send, show } = await phoneAt(t, { mode: 'department' });
  await command(app, workshop, 'start');
  await send('join', { department: 'fire' }).expect(303);
  const others = [
    await join(app, workshop, { department: 'housing' }),
    await join(app, workshop, { department: 'fire' }),
  ];
  await command(app, workshop, { command: 'brief', item }, 'open');
  assert.match(await show(), /贵部门还没有投票/);
  for (const [index, value] of [2, 4].entries()) {
    const phone = others[index];
    assert.ok(phone);
    await vote(app, workshop, phone, { item, round: 1, value }).expect(200);
  }
  assert.match(await show(), /已计入：4 级/);
  await command(app, workshop, 'close');
  assert.doesNotMatch(await show(), /class="department-votes"/);
  await command(app, workshop, 'reveal');
  const revealed = await show();
  assert.match(revealed, /贵部门投的是：4 级，以部门名义公开/);
  assert.doesNotMatch(revealed, /只显示在这部手机上|看出谁投了什么/);
  const projector = await withKey(app, workshop, workshop.keys.projector);
  const wall = (await projector.get(`/workshops/${workshop.id}/screen`).expect(200)).text;
  assert.match(wall, /各部门的票以部门名义公开/);
  for (const page of [revealed, wall])
    assert.match(
      textOf(/<ul class="department-votes">.*?<\/ul>/s.exec(page)?.[0] ?? ''),
      /^2 住房城乡建设 4 消防救援$/,
    );
});

test('tapped twice it is one seat; the seat code moves it to another browser', async t => {
  const { app, workshop, send, show, address } = await seatedPhone(t);
  await send('join', { department: '' }).expect(303);
  const { body } = await withSecret(app, workshop.keys.facilitator).get(`/api/v1/workshops/${workshop.id}`);
  assert.equal(body.joined, 1);
  const code = /席位码 <strong>([2-9A-HJ-NP-Z]{6})/.exec(await show())?.[1] ?? '';
  const other = request.agent(app.url).set('Origin', app.url);
  const rejoin = (seat: string) => other.post(`${address}/rejoin`).type('form').send({ seat });
  await rejoin('ZZZZZZ')
    .expect(422)
    .expect(/id="seat-error"/);
  await rejoin(code.toLowerCase()).expect(303);
  await other.get(address).expect(/您已入座/);
  const stranger = await request(app.url).get(address).expect(200);
  assert.doesNotMatch(stranger.text, /席位不能用了/);
  const left = await show();
  assert.match(left, /这部手机的席位不能用了.*<details class="phone-part" open>.*name="seat"/s);
  await send('votes', { item, round: '1', value: '3' }).expect(401);
});

test('secrets stay in cookies that scripts and other addresses cannot read', async t => {
  const { app, workshop } = await phoneAt(t);
  await command(app, workshop, 'start');
  const response = await request(app.url).post(`/w/${workshop.code}/join`).type('form').send({}).expect(303);
  const cookies = [response.headers['set-cookie'] ?? []].flat();
  assert.equal(cookies.length, 3);
  for (const cookie of cookies)
    assert.match(cookie, /Path=\/(api\/v1\/)?w\/[2-9A-HJ-NP-Z]{6}; .*HttpOnly; SameSite=Strict/);
  const [seat = ''] = cookies[0]?.split(';') ?? [];
  await request(app.url)
    .post(`/w/${workshop.code}/questions`)
    .set('Cookie', seat)
    .type('form')
    .send({ text: 'x' })
    .expect(403);
  await request(app.url)
    .post(`/api/v1/w/${workshop.code}/questions`)
    .set('Cookie', seat)
    .send({ text: 'x' })
    .expect(403);
});

test('locked, paused and figure say what to do', async t => {
  const { app, workshop, show, send } = await seatedPhone(t);
  await command(app, workshop, { command: 'brief', item: figure });
  assert.doesNotMatch(await show(), /这个数字您能接受吗/, 'there is no figure to live with');
  await send('objections', { item: figure, canLive: 'no', reason: '' }).expect(409);
  const evidence = [{ kind: 'operation', title: '巡检登记' }];
  const address = { id: workshop.assessment, item: figure };
  await putAnswer(app, address, { answer: 'scored', value: 92, evidence });
  assert.match(await show(), /本项不投票.*92%，3 级[^<]*巡检登记.*这个数字您能接受吗/s);
  await send('objections', { item: figure, canLive: '', reason: '' })
    .expect(422)
    .expect(/id="objection-error"/);
  await command(app, workshop, 'pause', 'lock');
  assert.match(await show(), /会商暂停/);
  const stranger = await request(app.url).get(`/w/${workshop.code}`).expect(200);
  assert.match(stranger.text, /已停止进入/);
  assert.doesNotMatch(stranger.text, /\/join"/);
});

test('what is sent by forms during a pause is kept, and sent again with one button when it goes on', async t => {
  const { app, workshop, show, send } = await seatedPhone(t);
  await command(app, workshop, { command: 'brief', item }, 'open', 'pause');
  const fields = { item, round: '1', value: '3', reason: '我的<理由>' };
  const paused = (await send('votes', fields).expect(409)).text;
  assert.match(paused, /这一票还没有计入.*会商已经暂停.*您选的是：3 级.*理由：我的&lt;理由&gt;.*再投一次/s);
  assert.doesNotMatch(paused, /会商已经换到|http-equiv="refresh"/);
  const again = readForm(paused);
  assert.deepEqual({ ...again, text: undefined }, { ...fields, text: undefined });
  await send('votes', again).expect(409, /再投一次/);
  await command(app, workshop, 'resume');
  await send('votes', again).expect(303);
  assert.match(await show(), /已计入：3 级。投票截止前可以改/);
  await command(app, workshop, 'pause');
  assert.match(await show(), /已计入：3 级。会商恢复后可以改/);
  await command(
    app,
    workshop,
    'resume',
    'close',
    'reveal',
    { command: 'record', value: 3, rationale: '会场认定' },
    'pause',
  );
  const objection = await send('objections', { item, canLive: 'no', reason: '太高' }).expect(409);
  assert.match(objection.text, /还没有收到.*您选的是：不能接受.*理由：太高.*再提交一次/s);
  assert.doesNotMatch((await send('votes', { ...fields, value: '99' }).expect(409)).text, /再投一次<\/button>/);
});

test('every phone has its own language', async t => {
  const { agent, address, workshop, app } = await phoneAt(t);
  await agent
    .get(`/join/language/en?back=${encodeURIComponent(address)}`)
    .expect(303)
    .expect('location', address);
  await command(app, workshop, 'start');
  await agent.get(address).expect(/lang="en".*Take a seat/s);
  await request(app.url)
    .get(address)
    .expect(/lang="zh-CN"/);
});

test('a key is exchanged for a cookie of its workshop and role, and a wrong one is answered late', async t => {
  const { app, workshop, agent } = await phoneAt(t);
  const enter = `/workshops/${workshop.id}/enter`;
  await agent
    .get(enter)
    .expect(200)
    .expect(/name="key"/);
  const before = performance.now();
  await agent
    .post(enter)
    .type('form')
    .send({ key: 'wrong' })
    .expect(401)
    .expect(/口令不对/);
  assert.ok(performance.now() - before >= 140);
  await request(app.url).post(enter).type('form').send({ key: workshop.keys.scribe }).expect(403);
  const entered = await agent
    .post(enter)
    .type('form')
    .send({ key: ` ${workshop.keys.scribe} ` })
    .expect(303);
  assert.equal(entered.headers.location, `/workshops/${workshop.id}/scribe`);
  await agent.get(`/api/v1/workshops/${workshop.id}/minutes`).expect(200);
  await agent.post(`/api/v1/workshops/${workshop.id}/commands`).send({ command: 'start', expectedRev: 0 }).expect(403);
  await agent.get('/api/v1/assessments').expect(401);
  const other = await makeWorkshop(app);
  await agent.get(`/api/v1/workshops/${other.id}`).expect(401);
});

test('how levels are read stands once on the phone while people wait, read and vote, and not over a result', async t => {
  const { app, workshop, show } = await seatedPhone(t);
  const rules = async () => [...(await show()).matchAll(/等级逐级累进/g)].length;
  assert.equal(await rules(), 1);
  await command(app, workshop, { command: 'brief', item });
  assert.equal(await rules(), 1);
  await command(app, workshop, 'open');
  assert.equal(await rules(), 1);
  await command(app, workshop, 'close', 'reveal');
  assert.equal(await rules(), 0);
});
