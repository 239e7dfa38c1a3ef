import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { api } from '../../support/api-client.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { startApp } from '../../support/start-app.ts';

test('a checklist of the city is written through the API', async t => {
  const app = await startApp(t);
  const client = () => api(app);
  const drafts = '/api/v1/checklist-drafts';
  const start = (body: object) => client().post(drafts).send(body);
  const put = (id: string, rev: number, body: string, type = 'application/json') =>
    client().put(`${drafts}/${id}`).set('If-Match', `"${rev}"`).type(type).send(body);
  const publish = (id: string, rev: number, body: object) =>
    client().post(`${drafts}/${id}/publish`).set('If-Match', `"${rev}"`).send(body);
  const discard = (id: string, rev: number) => client().delete(`${drafts}/${id}`).set('If-Match', `"${rev}"`);
  const checklist = (id: string) => buildChecklist({ id, areas: [buildArea('a')] });

  await t.test('begun empty, replaced as JSON and as YAML, published, begun again, discarded', async () => {
    const begun = await start({ id: 'mine', title: { zh: '本市的表' } }).expect(201);
    assert.equal(begun.headers.location, `${drafts}/mine`);
    const { rev } = begun.body;
    assert.equal(begun.headers.etag, `"${rev}"`);
    assert.deepEqual([begun.body.step, begun.body.leastVersion, begun.body.faults.length], ['first', '1.0.0', 1]);
    const same = await put('mine', rev, JSON.stringify(begun.body.checklist)).expect(200);
    assert.equal(same.headers.etag, `"${rev + 1}"`, 'a draft without areas can be sent back');
    const yaml = stringify(checklist('mine'));
    const replaced = await put('mine', rev + 1, yaml, 'application/yaml').expect(200);
    assert.deepEqual([replaced.body.rev, replaced.body.faults], [rev + 2, []]);
    const list = await client().get(drafts).expect(200);
    assert.deepEqual(
      list.body.map((one: { id: string; areas: number; items: number }) => [one.id, one.areas, one.items]),
      [['mine', 1, 2]],
    );
    assert.equal((await publish('mine', rev + 2, { version: 'one' })).body.errors[0].path, 'version');
    const published = await publish('mine', rev + 2, {}).expect(201);
    assert.equal(published.headers.location, '/api/v1/checklists/mine/1.0.0');
    assert.match(published.body.sha256, /^[0-9a-f]{64}$/);
    await client()
      .get(published.headers.location ?? '')
      .expect(200);
    const { sha256 } = published.body;
    const gone = [
      client().get(`${drafts}/mine`),
      publish('mine', rev + 2, {}),
      put('mine', 1, yaml, 'application/yaml'),
      discard('mine', 1),
    ];
    for (const { status, headers, body } of await Promise.all(gone)) {
      assert.deepEqual([status, body.type], [409, 'urn:rencheng:problem:draft-published']);
      assert.equal(headers.location, '/api/v1/checklists/mine/1.0.0');
      assert.deepEqual(body.published, { id: 'mine', version: '1.0.0', sha256, rev: rev + 2 });
    }
    const next = (await start({ next: 'mine' }).expect(201)).body;
    assert.equal((await start({ next: 'mine' })).status, 422);
    assert.equal((await publish('mine', next.rev, {})).status, 422, 'nothing has changed');
    await discard('mine', next.rev).expect(204);
    await discard('mine', next.rev).expect(404);
    await publish('mine', next.rev, {}).expect(404);
  });

  await t.test('of two who publish at once one does, and the other is told what it became', async () => {
    const { rev } = (await start({ id: 'once', title: { zh: '一次' } }).expect(201)).body;
    await put('once', rev, JSON.stringify(checklist('once'))).expect(200);
    const both = await Promise.all([1, 2].map(async () => publish('once', rev + 1, {})));
    const [done, late] = both.sort((a, b) => a.status - b.status);
    assert.deepEqual([done?.status, late?.status], [201, 409]);
    assert.deepEqual(late?.body.published, { ...done?.body, rev: rev + 1 });
  });

  await t.test('a copy has all of its source', async () => {
    const copy = await start({ from: { id: 'flood-season', version: '1.0.0' }, title: { zh: '甲', en: 'A' } }).expect(
      201,
    );
    const { body } = await client().get('/api/v1/checklists/flood-season/1.0.0').expect(200);
    assert.deepEqual(copy.body.checklist.areas, body.areas);
  });

  await t.test('an old revision is refused with what stands, and nothing is overwritten', async () => {
    const { rev } = (await start({ id: 'two', title: { zh: '两人' } }).expect(201)).body;
    await put('two', rev, JSON.stringify(checklist('two'))).expect(200);
    const stale = await put('two', rev, JSON.stringify({ ...checklist('two'), areas: [] }));
    assert.equal(stale.status, 412);
    assert.equal(stale.headers.etag, `"${rev + 1}"`);
    assert.equal(stale.body.current.checklist.areas.length, 1);
    await discard('two', rev).expect(412);
    await publish('two', rev, {}).expect(412);
    const both = [1, 2].map(() => put('two', rev + 1, JSON.stringify(checklist('two'))));
    const [one, other] = await Promise.all(both);
    assert.deepEqual([one?.status, other?.status].sort(), [200, 412]);
  });

  await t.test(
    'the revision of a draft that was discarded publishes, replaces and discards no other of its id',
    async () => {
      const copyOf = (id: string) => start({ id: 'again', from: { id, version: '1.0.0' }, title: { zh: '重来' } });
      const seen = (await copyOf('flood-season').expect(201)).body.rev;
      await discard('again', seen).expect(204);
      const { rev } = (await copyOf('street-quick-check').expect(201)).body;
      await publish('again', seen, {}).expect(412);
      await put('again', seen, JSON.stringify(checklist('again'))).expect(412);
      await discard('again', seen).expect(412);
      await publish('again', rev, {}).expect(201);
    },
  );

  await t.test('faults have path, line and column; broken references are kept and told', async () => {
    const { rev } = (await start({ id: 'bad', title: { zh: '坏' } }).expect(201)).body;
    const typo = await put('bad', rev, 'id: bad\ntitle:\n\tzh: x', 'application/yaml');
    assert.equal(typo.status, 422);
    assert.deepEqual([typo.body.errors[0].line, typo.body.errors[0].column], [3, 1]);
    const wrong = await put('bad', rev, JSON.stringify({ ...checklist('bad'), headline: 'best' }));
    assert.equal(wrong.body.errors[0].path, 'headline');
    assert.equal((await put('bad', rev, JSON.stringify(checklist('other')))).body.errors[0].path, 'id');
    const dangling = buildArea('a', { items: [buildItem('a1', { lead: 'nobody' })] });
    const kept = await put('bad', rev, JSON.stringify(buildChecklist({ id: 'bad', areas: [dangling] }))).expect(200);
    assert.deepEqual(
      kept.body.faults.map(({ path }: { path: string }) => path),
      ['areas.0.items.0.lead'],
    );
    const refused = await publish('bad', rev + 1, {});
    assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'areas.0.items.0.lead']);
  });

  await t.test('what is no draft, no revision, no document or not allowed', async () => {
    const begun = await start({ id: 'plain', title: { zh: '平' } }).expect(201);
    const body = JSON.stringify(checklist('plain'));
    assert.equal((await put('none', 1, body)).status, 404);
    assert.equal((await client().put(`${drafts}/plain`).type('application/json').send(body)).status, 428);
    assert.equal((await put('plain', 1, body, 'text/plain')).status, 400);
    const unread = await client().put(`${drafts}/plain`).set('If-Match', 'W/"1"').type('json').send(body);
    assert.equal(unread.status, 400);
    assert.match(unread.text, /problem:mark-malformed.*ETag/);
    const padded = client().put(`${drafts}/plain`).set('If-Match', `"0${begun.body.rev}"`).type('json').send(body);
    assert.equal((await padded).status, 400, 'the same number under another mark');
    assert.equal((await put('plain', 1, '')).status, 422);
    assert.equal((await put('plain', 1, 'x'.repeat(9_000_000), 'application/yaml')).status, 413);
    for (const [wrong, path] of [
      [{}, 'next'],
      [{ title: { zh: '' } }, 'title.zh'],
      [{ id: 'con', title: { zh: '甲' } }, 'id'],
      [{ id: 'plain', title: { zh: '甲' } }, 'id'],
      [{ from: { id: 'none', version: '1.0.0' }, title: { zh: '甲' } }, 'from'],
      [{ next: 'resilient-city' }, 'next'],
      [{ next: '../x' }, 'next'],
    ] as const) {
      const response = await start(wrong);
      assert.equal(response.status, 422, JSON.stringify(wrong));
      assert.deepEqual(
        response.body.errors.map((one: { path: string }) => one.path),
        [path],
      );
    }
    assert.equal((await api({ ...app, token: 'wrong' }).get(drafts)).status, 401);
    const foreign = client().delete(`${drafts}/plain`).set('If-Match', '"1"').set('Origin', 'http://evil.example');
    assert.equal((await foreign).status, 403);
    const { body: described } = await client().get('/api/v1/openapi.json').expect(200);
    for (const address of ['/checklist-drafts', '/checklist-drafts/{id}', '/checklist-drafts/{id}/publish'])
      assert.ok(described.paths[address], address);
  });
});
