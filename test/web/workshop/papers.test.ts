import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { openCockpit, textOf, withKey } from '../../support/open-cockpit.ts';
import { startApp } from '../../support/start-app.ts';
import { exampleItems } from '../../support/workshop-client.ts';

const [levels = '', , figure = ''] = exampleItems;

test('slips are seats: each code gets somebody in once, also when joining is locked', async t => {
  const app = await startApp(t);
  const { workshop, press, agent, address } = await openCockpit(app);
  const { text } = await agent
    .post(`${address}/slips`)
    .type('form')
    .send({ count: '３', department: 'water' })
    .expect(201);
  const codes = [...text.matchAll(/class="slip-code">([2-9A-HJ-NP-Z]{6})</g)].map(([, code]) => code ?? '');
  assert.equal(new Set(codes).size, 3);
  await press('start', 'lock');
  const rejoin = (seat: string) => request(app.url).post(`/api/v1/w/${workshop.code}/rejoin`).send({ seat });
  await request(app.url).post(`/api/v1/w/${workshop.code}/join`).send({}).expect(409);
  for (const code of codes) assert.equal((await rejoin(code)).status, 200);
});

for (const count of ['', '0', '-1', '201', '1.5', 'viele', '1e9']) {
  test(`"${count}" is no number of slips, told at its field`, async t => {
    const app = await startApp(t);
    const { agent, address } = await openCockpit(app);
    const { text } = await agent.post(`${address}/slips`).type('form').send({ count }).expect(422);
    assert.match(text, /id="count"[^>]*aria-invalid="true"/);
    assert.match(text, /张数须为 1 到 200 的整数/);
  });
}

test('a department that is none and a workshop that is over make no slips', async t => {
  const app = await startApp(t);
  const { press, agent, address } = await openCockpit(app);
  const make = (department: string) => agent.post(`${address}/slips`).type('form').send({ count: '1', department });
  assert.match((await make('bogus').expect(422)).text, /没有这个部门/);
  await press('start', 'finish');
  await make('').expect(410);
});

test('ballots have every level of the items that are voted on, and "not known"', async t => {
  const app = await startApp(t);
  const { page } = await openCockpit(app, { items: [levels, figure] });
  const html = await page('/ballots');
  assert.match(html, /第 ＿＿＿ 轮/);
  assert.equal([...html.matchAll(/<article class="paper-sheet ballot">/g)].length, 1, 'a figure is not voted on');
  assert.equal([...html.matchAll(/class="ballot-box"/g)].length, 7);
  assert.match(textOf(html), /A1 市政设施普查与底数/);
});

test('without an open entrance the poster says so and has the code alone', async t => {
  const app = await startApp(t);
  const { workshop, page } = await openCockpit(app);
  const html = await page('/poster');
  assert.match(html, new RegExp(`class="poster-letters">${workshop.code}<`));
  assert.match(textOf(html), /手机入口还没有打开，海报上没有网址和二维码/);
  assert.doesNotMatch(html, /qr-code/);
});

test('a co-facilitator prints, with the tabs of the assessment out of sight', async t => {
  const app = await startApp(t);
  const { workshop, address } = await openCockpit(app);
  const lead = await withKey(app, workshop, workshop.keys.coFacilitator);
  const { text } = await lead.get(`${address}/prepare`).expect(200);
  assert.doesNotMatch(text, /class="tab-nav"/);
  for (const path of ['/poster', '/ballots']) await lead.get(`${address}${path}`).expect(200);
});

const lan = '127.0.0.2';
/** On Linux every address of 127.0.0.0/8 is this machine; this one plays the local network. */
const networkInterfaces = () => ({
  wlan0: [
    {
      address: lan,
      netmask: '255.0.0.0',
      family: 'IPv4' as const,
      mac: '00:00:00:00:00:01',
      internal: false,
      cidr: null,
    },
  ],
});

test('with the entrance open poster, slips and wall carry its address and codes, and the password is on the poster alone', async t => {
  const app = await startApp(t, { networkInterfaces });
  const { agent, address, page } = await openCockpit(app);
  assert.match(textOf(await page()), /手机入口没有打开/);
  const wifi = { wifi: 'RC-会议室', password: 'geheim;12' };
  await agent
    .post(`${address}/lan/start`)
    .type('form')
    .send({ address: lan, port: '0', ...wifi })
    .expect(303);
  const poster = await page('/poster');
  assert.match(textOf(poster), /RC-会议室 密码 geheim;12 扫码或打开 127\.0\.0\.2:\d+\/join/);
  assert.equal([...poster.matchAll(/class="qr-code"/g)].length, 2);
  const slips = await agent.post(`${address}/slips`).type('form').send({ count: '2' }).expect(201);
  assert.equal([...slips.text.matchAll(/class="qr-code"/g)].length, 2);
  const wall = await page('/screen');
  assert.match(textOf(wall), /连无线网 RC-会议室 扫码或打开 127\.0\.0\.2:\d+\/join/);
  assert.match(wall, /class="qr-code"/);
  for (const html of [wall, slips.text, await page(), await page('/prepare')]) assert.doesNotMatch(html, /geheim/);
  assert.doesNotMatch(textOf(await page()), /手机入口没有打开/);
});
