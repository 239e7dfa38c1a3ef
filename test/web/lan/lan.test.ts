import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import request from 'supertest';
import { wantedOfTyped } from '#web/lan/lan-form.ts';
import { LanServer } from '#web/lan/lan-server.ts';
import { browser } from '../../support/api-client.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const [item = ''] = exampleItems;
/** On Linux every address of 127.0.0.0/8 is this machine; this one plays the local network. */
const address = '127.0.0.2';
const networkInterfaces = () => ({
  wlan0: [
    { address, netmask: '255.0.0.0', family: 'IPv4' as const, mac: '00:00:00:00:00:01', internal: false, cidr: null },
  ],
});

async function lanApp(t: TestContext) {
  const app = await startApp(t, { networkInterfaces });
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const agent = await browser(app);
  const page = `/workshops/${workshop.id}/lan`;
  const start = (fields: object = {}) =>
    agent
      .post(`${page}/start`)
      .type('form')
      .send({ address, port: '0', wifi: '', password: '', ...fields });
  const open = async (fields: object = {}) => {
    await start(fields).expect(303);
    const { text } = await agent.get(page).expect(200);
    const origin = /http:\/\/127\.0\.0\.2:\d+/.exec(text)?.[0] ?? '';
    assert.notEqual(origin, '');
    return { origin, text };
  };
  return { app, workshop, agent, page, start, open };
}

test('phones join and vote over the local network while the site stays on the machine', async t => {
  const { app, workshop, open } = await lanApp(t);
  const { origin } = await open();
  const phone = request.agent(origin).set('Origin', origin);
  await phone
    .get('/join')
    .expect(200)
    .expect(/name="code"/);
  await phone.post('/join').type('form').send({ code: workshop.code.toLowerCase() }).expect(303);
  await phone.post(`/w/${workshop.code}/join`).type('form').send({ department: '' }).expect(303);
  await command(app, workshop, { command: 'brief', item }, 'open');
  const page = await phone
    .get(`/w/${workshop.code}`)
    .expect(200)
    .expect(/id="vote-form"/);
  const links = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map(([, link = '']) => link);
  assert.ok(links.some(link => link.endsWith('/phone.js')));
  for (const link of links) {
    const { text } = await phone.get(link).expect(200);
    for (const [, part = ''] of (text ?? '').matchAll(/from '\.\/([\w-]+\.js)'/g))
      await phone.get(link.replace('phone.js', part)).expect(200);
  }
  await phone.post(`/w/${workshop.code}/votes`).type('form').send({ item, round: '1', value: '3' }).expect(303);
  const program = await join({ ...app, url: origin }, workshop);
  await vote({ ...app, url: origin }, workshop, program, { item, round: 1, value: 4 }).expect(200);
  const closed = await command(app, workshop, 'close');
  assert.equal(closed.results.n, 2);
});

test('nothing but the phones’ part answers there, whatever is shown', async t => {
  const { app, workshop, open } = await lanApp(t);
  const { origin } = await open();
  const elsewhere = [
    ...['/', '/login', '/healthz', '/readyz', '/metrics', '/checklists', '/assessments/new', '/language/en'],
    ...[`/assessments/${workshop.assessment}`, `/assessments/${workshop.assessment}/report`],
    ...[`/workshops/${workshop.id}`, `/workshops/${workshop.id}/enter`, `/workshops/${workshop.id}/screen`],
    ...[`/workshops/${workshop.id}/lan`, `/assessments/${workshop.assessment}/workshops`],
    ...['/api/v1/openapi.json', '/api/v1/checklists', '/api/v1/assessments', '/api/v1/workshops'],
    ...[`/api/v1/workshops/${workshop.id}`, `/api/v1/workshops/${workshop.id}/minutes`, '/assets/x/area-form.js'],
    ...['/w', '/api/v1/w', '/../login', '/w/../login', '//login'],
  ];
  for (const secret of [app.token, workshop.keys.facilitator])
    for (const path of elsewhere) {
      const response = await withSecret({ url: origin }, secret).get(path);
      assert.equal(response.status, 404, path);
      await withSecret({ url: origin }, secret).post(path).send({}).expect(404);
    }
  await withSecret({ url: origin }, app.token).get(`/api/v1/w/${workshop.code}/state`).expect(401);
  await withSecret({ url: origin }, workshop.keys.projector).get(`/api/v1/w/${workshop.code}/events`).expect(401);
  const other = await makeWorkshop(app);
  await command(app, other, 'start');
  await request(origin).get(`/w/${other.code}`).expect(404);
  await request(origin).post(`/api/v1/w/${other.code}/join`).send({}).expect(404);
});

test('a foreign Host or Origin gets nothing there', async t => {
  const { workshop, open } = await lanApp(t);
  const { origin } = await open();
  for (const host of ['evil.example', '127.0.0.1', address, 'localhost'])
    await request(origin).get('/join').set('Host', host).expect(421);
  await request(origin)
    .post(`/api/v1/w/${workshop.code}/join`)
    .set('Origin', 'http://evil.example')
    .send({})
    .expect(403);
  const { headers } = await request(origin).get('/join').expect(200);
  assert.match(headers['content-security-policy'] ?? '', /^default-src 'self'/);
  assert.equal(headers['cross-origin-opener-policy'], undefined, 'ignored there, with a complaint');
});

test('only the administrator opens it, and what is wrong is told at its place with what was typed', async t => {
  const { app, workshop, page, start, agent } = await lanApp(t);
  await withSecret(app, workshop.keys.facilitator).get(page).expect(401);
  await withSecret(app, workshop.keys.facilitator).post(`${page}/start`).send({}).expect(401);
  const wrong = await start({ address: '', port: '99999', wifi: '会'.repeat(11), password: 'short' }).expect(422);
  assert.match(wrong.text, /value="99999"/);
  assert.match(wrong.text, /8 到 63/);
  assert.match(wrong.text, /最多 32 个字节/);
  await start({ address: '8.8.8.8' })
    .expect(409)
    .expect(/没有这个地址/);
  await agent.post('/workshops/none/lan/start').type('form').send({ address, port: '0' }).expect(404);
  const taken = new URL(app.url).port;
  await start({ address, port: '0' }).expect(303);
  await start({ address, port: taken })
    .expect(409)
    .expect(/已经打开/);
});

test('closed on request it refuses connections, and the Wi-Fi password is forgotten', async t => {
  const { agent, page, open } = await lanApp(t);
  const { origin, text } = await open({ wifi: 'huichang', password: 'p:a;s,s\\word' });
  assert.match(text, /huichang/);
  await agent.post(`${page}/stop`).expect(303);
  await assert.rejects(fetch(`${origin}/join`));
  const after = await agent.get(page).expect(200);
  assert.doesNotMatch(after.text, /huichang|s,s/);
});

test('after a restart it is not open, and one click opens it again where it was', async () => {
  const choice = { workshop: 'w1', address, port: 0 };
  let kept: typeof choice | undefined;
  const memory = {
    read: async () => kept,
    write: async (given: typeof choice | undefined) => {
      kept = given;
    },
  };
  const first = new LanServer(networkInterfaces, memory);
  const appFor = () => () => {};
  assert.equal(await first.start({ choice, wifi: null, appFor }), undefined);
  await first.stop();
  const second = new LanServer(networkInterfaces, memory);
  await second.recall();
  assert.equal(second.state.kind, 'interrupted');
  assert.ok(second.state.kind === 'interrupted' && second.state.choice.port > 0);
  assert.equal(await second.start({ choice: second.state.choice, wifi: null, appFor }), undefined);
  await second.close();
  const third = new LanServer(networkInterfaces, memory);
  await third.recall();
  assert.deepEqual(third.state, { kind: 'closed' });
});

test('opened again as it was it still tells the name of the Wi-Fi, and no password', async t => {
  const { app, workshop, page, start } = await lanApp(t);
  await start({ wifi: 'huichang', password: 'geheim-123' }).expect(303);
  const choice = JSON.parse(await readFile(path.join(app.dataFolder, 'lan.json'), 'utf8'));
  assert.doesNotMatch(JSON.stringify(choice), /geheim/);
  await app.stop();
  const again = await startApp(t, { networkInterfaces, dataFolder: app.dataFolder });
  const next = await browser(again);
  const { text } = await next.get(page).expect(200);
  await next.post(`${page}/start`).type('form').send(readForm(text)).expect(303);
  assert.match((await next.get(`/workshops/${workshop.id}/screen`).expect(200)).text, /huichang/);
  const poster = (await next.get(`/workshops/${workshop.id}/poster`).expect(200)).text;
  assert.match(poster, /huichang/);
  assert.doesNotMatch(poster, /geheim|无密码/);
});

test('any free port is taken only where the settings say so', () => {
  const typed = { address, port: '0', wifi: '', password: '' };
  assert.ok(wantedOfTyped(typed, { workshop: 'w1', suggested: 0 }).ok);
  assert.ok(!wantedOfTyped(typed, { workshop: 'w1', suggested: 3001 }).ok);
});

test('it closes by itself some seconds after its workshop is finished, and not for another', async t => {
  const memory = { read: async () => undefined, write: async () => {} };
  const lan = new LanServer(networkInterfaces, memory);
  await lan.start({ choice: { workshop: 'w1', address, port: 0 }, wifi: null, appFor: () => () => {} });
  t.after(() => lan.close());
  t.mock.timers.enable({ apis: ['setTimeout'] });
  lan.closeAfter('w2');
  t.mock.timers.tick(60_000);
  assert.equal(lan.state.kind, 'open');
  lan.closeAfter('w1');
  t.mock.timers.tick(19_000);
  assert.equal(lan.state.kind, 'open');
  t.mock.timers.tick(2_000);
  assert.equal(lan.state.kind, 'closed');
});

test('two who open it at once get one entrance', async () => {
  const memory = { read: async () => undefined, write: async () => {} };
  const lan = new LanServer(networkInterfaces, memory);
  const opening = { choice: { workshop: 'w1', address, port: 0 }, wifi: null, appFor: (): (() => void) => () => {} };
  const answers = await Promise.all([lan.start(opening), lan.start(opening)]);
  assert.deepEqual(answers.sort(), ['open-already', undefined]);
  await lan.close();
});
