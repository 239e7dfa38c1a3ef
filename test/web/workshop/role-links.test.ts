import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { hashSecret } from '#workshop/secrets.ts';
import { openCockpit, revisionIn, textOf, withKey } from '../../support/open-cockpit.ts';
import { openStream } from '../../support/open-stream.ts';
import { movedClock } from '../../support/recorded-workshop.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { makeWorkshop, withSecret } from '../../support/workshop-client.ts';

type Agent = Awaited<ReturnType<typeof withKey>>;

const keysIn = (html: string) => [...html.matchAll(/\/enter#key=([\w-]+)/g)].map(([, key = '']) => key);

/** Presses the button of a role as the page has it. */
async function press(agent: Agent, address: string, role: string) {
  const { text } = await agent.get(`${address}/keys`).expect(200);
  return agent
    .post(`${address}/keys`)
    .type('form')
    .send({ expectedRev: revisionIn(text), role });
}

function issueByApi(app: TestApp, id: string, secret: string, body: object) {
  return withSecret(app, secret).post(`/api/v1/workshops/${id}/keys`).send(body);
}

test('a lost link is replaced before everybody’s eyes: the new one opens the role, the old one nothing, and the log says who', async t => {
  const app = await startApp(t);
  const { workshop, agent, address, page } = await openCockpit(app);
  const scribe = await withKey(app, workshop, workshop.keys.scribe);
  await scribe.get(`${address}/scribe`).expect(200);
  const events = `${app.url}/api/v1/w/${workshop.code}/events`;
  const [stream, wall] = [
    await openStream(t, events, workshop.keys.scribe),
    await openStream(t, events, workshop.keys.projector),
  ];
  await stream.next(({ event }) => event === 'state');
  assert.match(textOf(await page()), /投影页 1 个 主持页 0 个 记录页 1 个/);

  const answer = await press(agent, address, 'scribe');
  assert.equal(answer.status, 201);
  assert.equal(answer.headers['cache-control'], 'no-store');
  const [key = '', ...more] = keysIn(answer.text);
  assert.ok(key.length >= 43 && more.length === 0, 'the new link, and none besides');
  const journal = await readFile(path.join(app.dataFolder, 'workshops', `${workshop.id}.jsonl`), 'utf8');
  assert.ok(journal.includes(hashSecret(key)) && !journal.includes(key), 'stored as a hash when it is shown');

  await stream.next(({ event, data }) => event === 'gone' && data.includes('key-replaced'));
  await stream.ended;
  await wall.next(({ event, id }) => event === 'state' && id === '1');
  await scribe.get(`${address}/scribe`).expect(401);
  await withSecret(app, workshop.keys.scribe).get(`/api/v1/w/${workshop.code}/state`).expect(401);
  const next = await withKey(app, workshop, key);
  await next.get(`${address}/scribe`).expect(200);
  await withSecret(app, workshop.keys.projector).get(`/api/v1/w/${workshop.code}/state`).expect(200);

  assert.match(textOf(await page('/minutes')), /换发记录员链接 评价负责人/);
  const again = await page('/keys');
  assert.match(textOf(again), /记录员 [^。]*。 .{0,30}换发，评价负责人/);
  assert.deepEqual(keysIn(again), [], 'shown once');
});

test('pressed twice at once it is replaced once, and both answers show the same link', async t => {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now });
  const { agent, address, state, page } = await openCockpit(app);
  const expectedRev = revisionIn(await page('/keys'));
  const send = () => agent.post(`${address}/keys`).type('form').send({ expectedRev, role: 'projector' });
  const [one, two] = await Promise.all([send(), send()]);
  assert.deepEqual([one.status, two.status], [201, 201]);
  assert.deepEqual(keysIn(one.text), keysIn(two.text));
  assert.equal((await state()).rev, Number(expectedRev) + 1);
  clock.pass(61);
  const late = await send();
  assert.equal(late.status, 409);
  assert.deepEqual(keysIn(late.text), []);
  assert.match(textOf(late.text), /评价负责人 刚才已操作/);
});

test('on an older state nothing is replaced, and the page that says so has the present one', async t => {
  const app = await startApp(t);
  const { workshop, agent, address, page, press: command } = await openCockpit(app);
  const expectedRev = revisionIn(await page('/keys'));
  await command('start');
  const refused = await agent.post(`${address}/keys`).type('form').send({ expectedRev, role: 'scribe' });
  assert.equal(refused.status, 409);
  assert.match(textOf(refused.text), /主持人 刚才已操作.*开始入场/);
  await withKey(app, workshop, workshop.keys.scribe);
  const next = { expectedRev: revisionIn(refused.text), role: 'scribe' };
  await agent.post(`${address}/keys`).type('form').send(next).expect(201);
});

test('the facilitator replaces those of the roles below, the others none', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  const address = `/workshops/${workshop.id}`;
  const facilitator = await withKey(app, workshop, workshop.keys.facilitator);
  const { text } = await facilitator.get(`${address}/keys`).expect(200);
  const offered = [...text.matchAll(/name="role" value="([^"]+)"/g)].map(([, role]) => role);
  assert.deepEqual(offered, ['co-facilitator', 'scribe', 'projector']);
  assert.match(await (await facilitator.get(address)).text, /href="[^"]+\/keys"/);
  assert.equal((await press(facilitator, address, 'facilitator')).status, 403);
  assert.equal((await press(facilitator, address, 'co-facilitator')).status, 201);
  for (const [role, place] of [
    ['scribe', '/scribe'],
    ['projector', '/screen'],
  ] as const) {
    const other = await withKey(app, workshop, workshop.keys[role]);
    await other.get(`${address}/keys`).expect(403);
    assert.doesNotMatch((await other.get(`${address}${place}`).expect(200)).text, /\/keys"/);
    await other.post(`${address}/keys`).type('form').send({ expectedRev: '1', role: 'projector' }).expect(403);
  }
});

test('through the API the same: 201 with the key, and every refusal in its words', async t => {
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  const { id, keys } = workshop;
  const asked = { role: 'scribe', expectedRev: 0 };
  const { body } = await issueByApi(app, id, app.token, asked).expect(201);
  assert.deepEqual(body, {
    ...{ role: 'scribe', key: body.key, rev: 1 },
    link: `${app.url}/workshops/${id}/enter#key=${body.key}`,
  });
  assert.deepEqual((await issueByApi(app, id, app.token, asked).expect(201)).body, body, 'sent again');
  await withSecret(app, body.key).get(`/api/v1/workshops/${id}`).expect(200);
  await withSecret(app, keys.scribe).get(`/api/v1/workshops/${id}`).expect(401);

  const stale = await issueByApi(app, id, keys.facilitator, asked).expect(409);
  assert.deepEqual([stale.body.type, stale.body.rev], ['urn:rencheng:problem:stale-command', 1]);
  assert.equal(stale.body.last.command, 'issue-key');
  const own = await issueByApi(app, id, keys.facilitator, { role: 'facilitator', expectedRev: 1 });
  assert.deepEqual([own.status, own.body.type], [403, 'urn:rencheng:problem:wrong-role']);
  await issueByApi(app, id, keys.coFacilitator, { role: 'projector', expectedRev: 1 }).expect(403);
  await issueByApi(app, id, 'nobody', { role: 'projector', expectedRev: 1 }).expect(401);
  await issueByApi(app, 'unknown', app.token, { role: 'projector', expectedRev: 1 }).expect(404);
  for (const wrong of [
    { role: 'participant', expectedRev: 1 },
    { role: 'projector' },
    { role: 'projector', expectedRev: 1, key: 'my-own' },
    { role: ['projector'], expectedRev: '1' },
  ])
    await issueByApi(app, id, app.token, wrong).expect(422);
});

test('of a workshop that is over the owner can still end a link that opens its minutes', async t => {
  const app = await startApp(t);
  const { workshop, agent, address, press: command } = await openCockpit(app);
  await command('start', 'finish');
  const facilitator = await withKey(app, workshop, workshop.keys.facilitator);
  await facilitator.get(`${address}/minutes`).expect(200);
  const refused = await facilitator
    .post(`${address}/keys`)
    .type('form')
    .send({ expectedRev: '2', role: 'scribe' })
    .expect(409);
  assert.match(textOf(refused.text), /会商已结束，只有评价负责人可以换发/);
  assert.equal((await press(agent, address, 'facilitator')).status, 201);
  await facilitator.get(`${address}/minutes`).expect(401);
});

test('whoever opens the links of other roles beside the cockpit keeps the cockpit and what an owner may', async t => {
  const app = await startApp(t);
  const { workshop, agent, address } = await openCockpit(app);
  for (const key of [workshop.keys.projector, workshop.keys.facilitator])
    await agent.post(`${address}/enter`).set('Origin', app.url).type('form').send({ key }).expect(303);
  assert.match((await agent.get(address).expect(200)).text, /data-press="space"/);
  assert.equal((await press(agent, address, 'facilitator')).status, 201);
  await agent.get('/language/en').expect(303);
  assert.match(textOf((await agent.get(`${address}/keys`)).text), /Links of the roles.*Replace the link: Scribe/i);
});

test('a facilitator with a link finds the handouts, and is not sent to what only the administrator opens', async t => {
  const app = await startApp(t);
  const { workshop, address, page } = await openCockpit(app);
  for (const key of [workshop.keys.facilitator, workshop.keys.coFacilitator]) {
    const lead = await withKey(app, workshop, key);
    assert.match((await lead.get(address).expect(200)).text, /href="[^"]+\/prepare"/);
    const handouts = await lead.get(`${address}/prepare`).expect(200);
    assert.match(handouts.text, /\/slips"/);
    assert.doesNotMatch(handouts.text, /\/lan"/);
  }
  assert.match(await page('/prepare'), /\/lan"/);
});
