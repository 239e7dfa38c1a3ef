import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import request, { type Response } from 'supertest';
import { browser } from '../../support/api-client.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { startApp } from '../../support/start-app.ts';

test('a large checklist is brought in on a page that tells how far it is', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const send = (content: string, name: string) =>
    agent.post('/import-checklist').attach('file', Buffer.from(content), name);
  const follow = async (address: string, look: (page: Response) => void) => {
    let page = await agent.get(address);
    for (; page.status === 200; page = await agent.get(address)) look(page);
    return page;
  };
  const jobOf = ({ status, headers, text }: Response): string => {
    assert.equal(status, 303, text);
    assert.match(headers.location ?? '', /^\/import-checklist\/[0-9a-f-]{36}$/);
    return headers.location ?? '';
  };
  const long = large('long');

  await t.test('without scripts, by steps and shares, until its draft opens', async () => {
    const address = jobOf(await send(long, 'long.json'));
    const steps = new Set<string>();
    let share = 0;
    const draft = await follow(address, ({ text }) => {
      assert.match(text, /<meta http-equiv="refresh" content="2">/);
      assert.match(text, /long\.json/);
      const step = /is-current" aria-current="step">([^<]+)</.exec(text)?.[1] ?? '';
      steps.add(step);
      const told = Number(/<progress max="100" value="(\d+)"/.exec(text)?.[1] ?? share);
      assert.ok(told >= share && told <= 100, `${told} after ${share}`);
      share = told;
      assert.equal(/\/cancel"/.test(text), step !== '保存草稿');
    });
    assert.ok(steps.has('读取') && share > 0, [...steps].join());
    assert.deepEqual([draft.status, draft.headers.location], [303, '/checklist-drafts/long?saved=1']);
    await agent.get('/checklist-drafts/long').expect(200);
  });

  await t.test('its faults are listed there, and it can be read in the other language', async () => {
    const address = jobOf(await send(long.replace('"headline":"claimed"', '"headline":"best"'), 'faulty.json'));
    const refused = await follow(address, () => {});
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<code>faulty\.json:1:\d+ headline<\/code>/);
    const english = await agent.get(address).set('Cookie', 'language=en').expect(422);
    assert.match(english.text, /Nothing was stored: the file has \d+ fault/);
  });

  await t.test('cancelled it leaves nothing, and the next file is read', async () => {
    const address = jobOf(await send(large('unwanted'), 'unwanted.json'));
    const waiting = send(JSON.stringify(buildChecklist({ id: 'next' })), 'next.json').then(response => response);
    const cancelled = await agent.post(`${address}/cancel`).expect(303);
    assert.equal(cancelled.headers.location, address);
    const { text } = await agent.get(address).expect(200);
    assert.match(text, /已取消导入[\s\S]*没有保存任何内容/);
    assert.doesNotMatch(text, /refresh|<progress|\/cancel"/);
    await agent.post(`${address}/cancel`).expect(303);
    const next = await waiting;
    const done = next.headers.location?.startsWith('/import') ? await follow(next.headers.location, () => {}) : next;
    assert.equal(done.headers.location, '/checklist-drafts/next?saved=1');
    await agent.get('/checklist-drafts/unwanted').expect(404);
    assert.match((await agent.get(address).expect(200)).text, /已取消导入/);
  });

  await t.test('one that is not kept any more says so, and nobody else looks or cancels', async () => {
    const gone = await agent.get(`/import-checklist/${randomUUID()}`).expect(410);
    assert.match(gone.text, /只保留十分钟[\s\S]*type="file"/);
    await agent.get('/import-checklist/nothing').expect(404);
    await agent
      .post('/import-checklist/%2F%2Fevil/cancel')
      .expect(303)
      .expect('location', '/import-checklist/%2F%2Fevil');
    const address = `/import-checklist/${randomUUID()}`;
    await request(app.url).get(address).expect(401);
    await agent.post(`${address}/cancel`).set('Origin', 'http://evil.example').expect(403);
  });
});

/** Takes the thread some seconds. */
function large(id: string): string {
  const levels = Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map(level => [level, { zh: `做到 ${level}`, en: `at ${level}` }]),
  );
  const items = Array.from({ length: 1_800 }, (_, index) => buildItem(`i${index}`, { code: `I${index}`, levels }));
  return JSON.stringify(buildChecklist({ id, areas: [buildArea('a', { items })] }));
}
