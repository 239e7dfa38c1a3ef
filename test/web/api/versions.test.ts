import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from '../../support/api-client.ts';
import { startMoved } from '../version/two-versions.ts';

test('an assessment is moved and moved back through the API by the state that was read', async t => {
  const { app, agent, id } = await startMoved(t);
  const call = api(app);
  const base = `/api/v1/assessments/${id}/version`;
  const read = async () => call.get(base).expect(200);
  const answers = async () => (await call.get(`/api/v1/assessments/${id}`).expect(200)).body.answers;
  const move = (tag: string, body: object = { to: '1.10.0' }) => call.post(base).set('If-Match', tag).send(body);
  const tag = (await read()).headers.etag ?? '';

  await t.test('the preview says what a move comes to', async () => {
    const { checklist, move: moving, undo } = (await read()).body;
    assert.deepEqual([checklist.version, undo], ['1.9.0', null]);
    assert.deepEqual(moving.to, { id: 'growing', version: '1.10.0' });
    assert.deepEqual(moving.carried, ['a1', 'b2']);
    assert.deepEqual(moving.left, [
      { item: 'a2', why: 'meaning' },
      { item: 'b1', why: 'removed' },
    ]);
    assert.deepEqual([moving.added, moving.removed, moving.setup.facts], [['b3'], ['b1'], ['coast']]);
    assert.deepEqual(moving.differing, [{ item: 'b2', differences: ['reweighted'] }]);
    assert.equal(moving.needsConfirm, false);
    assert.equal(moving.figures.before.shown.score, 80);
    await call.get(base).set('If-None-Match', tag).expect(200);
  });

  await t.test(
    'nothing moves without the state, with another one, another version, another body or for a stranger',
    async () => {
      const unnamed = await call.post(base).set('Accept-Language', 'en').send({ to: '1.10.0' }).expect(428);
      assert.match(unnamed.body.detail, /^A change takes If-Match with .* the ETag/);
      await move('yes').expect(400);
      await move(tag, {}).expect(422);
      assert.equal((await move(tag, { to: '9.9.9' }).expect(422)).body.errors[0].path, 'to');
      const stale = await move(`"${'0'.repeat(16)}"`).expect(412);
      assert.deepEqual([stale.headers.etag, stale.body.current.checklist.version], [tag, '1.9.0']);
      await call.post('/api/v1/assessments/nobody/version').set('If-Match', tag).send({ to: '1.10.0' }).expect(404);
      await agent
        .post(base)
        .set('If-Match', tag)
        .set('Origin', 'http://evil.example')
        .send({ to: '1.10.0' })
        .expect(403);
      assert.match((await call.post(`${base}/undo`).set('If-Match', tag).expect(409)).text, /nothing-to-undo/);
      await call
        .post(`${base}/undo`)
        .set('If-Match', `"${'0'.repeat(16)}"`)
        .expect(412);
      assert.equal(Object.keys(await answers()).length, 4);
    },
  );

  await t.test('of two at once one moves, and the other gets what stands now', async () => {
    const both = await Promise.all([1, 2].map(async () => move(tag)));
    const [done, late] = both.sort((a, b) => a.status - b.status);
    assert.deepEqual([done?.status, late?.status], [200, 412]);
    assert.equal(done?.body.checklist.version, '1.10.0');
    assert.deepEqual(done?.body.undo.restored, ['a2', 'b1']);
    assert.equal(late?.headers.etag, done?.headers.etag);
    assert.deepEqual(Object.keys(await answers()), ['a1', 'b2']);
  });

  await t.test('the move is undone as a whole, once', async () => {
    const now = (await read()).headers.etag ?? '';
    const newest = await move(now).expect(409);
    assert.deepEqual([newest.body.type, newest.body.status], ['urn:rencheng:problem:no-newer-version', 409]);
    const undone = await call.post(`${base}/undo`).set('If-Match', now).expect(200);
    assert.deepEqual([undone.body.checklist.version, undone.body.undo], ['1.9.0', null]);
    assert.deepEqual(Object.keys(await answers()).sort(), ['a1', 'a2', 'b1', 'b2']);
    assert.equal((await call.post(`${base}/undo`).set('If-Match', now).expect(412)).body.current.undo, null);
    const last = (await read()).headers.etag ?? '';
    await call.post(`${base}/undo`).set('If-Match', last).expect(409);
  });

  await t.test('a workshop in the way is a 409 that says so, and a final assessment stays as it is', async () => {
    const workshop = { assessment: id, title: '要改的会', items: ['b1'], mode: 'anonymous' };
    await call.post('/api/v1/workshops').send(workshop).expect(201);
    const { headers, body } = await read();
    assert.deepEqual(body.move.meetings[0].items, ['b1']);
    assert.match((await move(headers.etag ?? '').expect(409)).text, /meetings-in-the-way/);
    await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    const last = await read();
    assert.deepEqual([last.body.move, last.body.undo], [null, null]);
    await move(last.headers.etag ?? '').expect(409);
  });
});
