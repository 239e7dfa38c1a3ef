import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from '../../support/api-client.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { readForm } from '../../support/read-form.ts';
import { startMoved } from './two-versions.ts';

test('an assessment is moved to a newer version as it was previewed, and moved back as a whole', async t => {
  const { app, agent, id, address, page } = await startMoved(t);
  const document = async () => (await api(app).get(`/api/v1/assessments/${id}`).expect(200)).body;
  const before = await document();
  const send = (way: string, fields: object, status: number) =>
    agent.post(`${address}${way}`).type('form').send(fields).expect(status);

  await t.test('the overview offers it, and nothing has changed by looking', async () => {
    assert.match((await agent.get(`/assessments/${id}`).expect(200)).text, /检查表有新版本 1\.10\.0/);
    const text = await page();
    assert.match(text, /取下的填报 2 条/);
    assert.match(text, /A2 检查项 a2：含义变了/);
    assert.match(text, /B1 检查项 b1：新版本没有这一项/);
    assert.match(text, /B2 检查项 b2：权重 1 → 3/);
    assert.match(text, /新增的检查项 1 项/);
    assert.match(text, /本地情况：是否沿海？/);
    assert.match(text, /带过去的填报 2 条/);
    assert.deepEqual(await document(), before);
  });

  await t.test('a form without its fields, an older one and a foreign page change nothing', async () => {
    const fields = readForm(await page());
    await send('', {}, 400);
    await agent.post(address).set('Origin', 'http://evil.example').type('form').send(fields).expect(403);
    const stale = await send('', { ...fields, seen: '0'.repeat(16) }, 412);
    assert.match(stale.text, /又有改动，所以没有换版/);
    await send('', { ...fields, version: 'x' }, 412);
    assert.match((await send('/undo', fields, 409)).text, /没有可撤销的换版/);
    assert.match((await send('/undo', { ...fields, seen: 'x' }, 412)).text, /所以没有撤销换版/);
    await agent.get('/assessments/nothing/version').expect(404);
    assert.deepEqual(await document(), before);
  });

  await t.test('moving keeps a milestone, carries what is equivalent and takes the rest out', async () => {
    const fields = readForm(await page());
    const statuses = await Promise.all(
      [1, 2].map(async () => (await agent.post(address).type('form').send(fields)).status),
    );
    assert.deepEqual(statuses.sort(), [303, 412]);
    const late = await send('', fields, 412);
    assert.match(late.text, /别人刚刚换过：.*已换到 1\.10\.0。没有再换一次/);
    assert.match(late.text, /<h1>检查表版本<\/h1>/);
    const after = await document();
    assert.equal(after.checklist.version, '1.10.0');
    assert.deepEqual(Object.keys(after.answers), ['a1', 'b2']);
    assert.deepEqual(after.answers.a1, before.answers.a1);
    assert.deepEqual(after.profile, {});
    const milestones = (await agent.get(`/assessments/${id}/milestones`).expect(200)).text;
    assert.equal(milestones.match(/>换到 1\.10\.0 之前</g)?.length, 1);
  });

  await t.test('an answer by the old question meets a conflict, and the new one can be answered', async () => {
    const put = (rev: number, value: number) =>
      api(app)
        .put(`/api/v1/assessments/${id}/answers/a2`)
        .set('If-Match', `"${rev}"`)
        .send({ answer: 'scored', value });
    assert.equal((await put(1, 5)).status, 412);
    assert.equal((await put(2, 2)).status, 200);
    const b3 = api(app).put(`/api/v1/assessments/${id}/answers/b3`).set('If-Match', '"0"');
    assert.equal((await b3.send({ answer: 'unknown' })).status, 200);
  });

  await t.test('the history tells both, also of the item that is gone', async () => {
    const history = (await agent.get(`/assessments/${id}/history`).expect(200)).text;
    assert.match(history, /更换检查表版本/);
    assert.match(history, /B1 检查项 b1/);
    assert.match(history, /<optgroup label="现在的检查表已没有的"><option value="b1">B1 检查项 b1</);
    const filtered = (await agent.get(`/assessments/${id}/history?item=b1`).expect(200)).text;
    assert.match(filtered, /<option value="b1" selected>/);
    assert.match(filtered, /符合条件的 2 条/);
    assert.match(filtered, /说明 b1/);
    const gone = (await agent.get(`/assessments/${id}/items/b1/history`).expect(200)).text;
    assert.match(gone, /说明 b1/);
    assert.match((await agent.get(`/assessments/${id}/history.csv`).expect(200)).text, /B1/);
  });

  await t.test('undoing names what was answered since, and puts back exactly what was taken', async () => {
    const text = await page();
    assert.match(text, /此后的填报要取下 2 条/);
    assert.match(text, /放回的填报 2 条/);
    const fields = readForm(text);
    assert.match((await send('/undo', { ...fields, seen: 'x' }, 412)).text, /所以没有撤销换版/);
    const undone = await Promise.all(
      [1, 2, 3].map(async () => agent.post(`${address}/undo`).type('form').send(fields)),
    );
    assert.deepEqual(undone.map(({ status }) => status).sort(), [303, 412, 412]);
    for (const { text } of undone.filter(({ status }) => status === 412))
      assert.match(text, /这次换版已经撤销，本评价现在用的是 1\.9\.0/);
    const after = await document();
    const withoutRevs = (answers: Record<string, { rev: number }>) =>
      Object.entries(answers)
        .map(([item, { rev: _rev, ...answer }]) => ({ item, ...answer }))
        .sort((a, b) => (a.item < b.item ? -1 : 1));
    assert.deepEqual(withoutRevs(after.answers), withoutRevs(before.answers));
    assert.deepEqual({ ...after, answers: {} }, { ...before, answers: {} });
    const history = (await agent.get(`/assessments/${id}/history`).expect(200)).text;
    assert.match(history, /撤销更换版本/);
    assert.match(history, /#shield-check/);
  });
});

test('a version that renames every id says that nothing goes along and wants it confirmed', async t => {
  const renamed = buildChecklist({
    ...{ id: 'growing', version: '2.0.0' },
    areas: [buildArea('x', { items: [buildItem('x1')] })],
  });
  const { agent, address, page } = await startMoved(t, { newer: renamed, setup: { scope: { areas: ['a', 'b'] } } });
  const text = await page();
  assert.match(text, /没有一条填报能带过去/);
  assert.match(text, /改为评全部任务领域/);
  const { confirm: _unticked, ...fields } = readForm(text);
  const refused = await agent.post(address).type('form').send(fields).expect(422);
  assert.match(refused.text, /请先勾选确认/);
  await agent
    .post(address)
    .type('form')
    .send({ ...fields, confirm: 'yes' })
    .expect(303);
  const moved = await page();
  assert.match(moved, /已是本机最新的版本/);
  const again = { seen: readForm(moved).seen, version: fields.version };
  const nothing = await agent.post(address).type('form').send(again).expect(409);
  assert.match(nothing.text, /没有可换的，没有改动任何内容/);
  assert.doesNotMatch(nothing.text, /已是本机最新的版本/);
});

test('a final assessment stays with its version', async t => {
  const { agent, id, address, page } = await startMoved(t);
  const fields = readForm(await page());
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  assert.match(await page(), /评价已定稿，不能更换检查表版本/);
  assert.match(await page(), new RegExp(`<a href="/assessments/${id}">.*?回到概览</a>`, 's'));
  await agent.post(address).type('form').send(fields).expect(409);
  assert.doesNotMatch((await agent.get(`/assessments/${id}`).expect(200)).text, /检查表有新版本/);
});

test('who had the form open while it was moved loses nothing that was typed', async t => {
  const { app, agent, id, address, page } = await startMoved(t);
  const area = (name: string) => `/assessments/${id}/areas/${name}`;
  const [a, b] = await Promise.all(
    ['a', 'b'].map(async name => readForm((await agent.get(area(name)).expect(200)).text)),
  );
  await agent
    .post(address)
    .type('form')
    .send(readForm(await page()))
    .expect(303);
  const typedA = { ...a, 'a1:note': '同一问法照存', 'a2:note': '旧问法的新说明' };
  const conflict = await agent.post(area('a')).type('form').send(typedA).expect(412);
  assert.match(conflict.text, /旧问法的新说明/);
  const gone = await agent
    .post(area('b'))
    .type('form')
    .send({ ...b, 'b1:note': '没有去处的说明' })
    .expect(412);
  assert.match(gone.text, /有 1 项不再问/);
  assert.match(gone.text, /没有去处的说明/);
  const { answers } = (await api(app).get(`/api/v1/assessments/${id}`).expect(200)).body;
  assert.equal(answers.a1.note, '同一问法照存');
  assert.deepEqual(Object.keys(answers), ['a1', 'b2']);
  const settled = await agent
    .post(area('a'))
    .type('form')
    .send({ ...readForm(conflict.text), resolve: 'use-mine:a2' });
  assert.equal(settled.status, 303);
});

test('an item that nobody had answered and that asks something else now is not answered by an old form', async t => {
  const { app, agent, id, address, page } = await startMoved(t);
  const cleared = api(app).delete(`/api/v1/assessments/${id}/answers/a2`).set('If-Match', '"1"');
  assert.equal((await cleared).status, 204);
  const area = `/assessments/${id}/areas/a`;
  const form = readForm((await agent.get(area).expect(200)).text);
  await agent
    .post(address)
    .type('form')
    .send(readForm(await page()))
    .expect(303);
  const sent = await agent
    .post(area)
    .type('form')
    .send({ ...form, 'a2:rev': '0', 'a2:choice': '5' });
  assert.equal(sent.status, 412);
});

test('a planned workshop with an item that would be gone stands in the way, another one does not', async t => {
  const { app, agent, id, address, page } = await startMoved(t);
  const fields = readForm(await page());
  const plan = (title: string, item: string) =>
    api(app)
      .post('/api/v1/workshops')
      .send({ assessment: id, title, items: [item], mode: 'anonymous' })
      .expect(201);
  await plan('照常的会', 'a1');
  assert.doesNotMatch(await page(), /先处理这些集中会商/);
  await plan('要改的会', 'b1');
  const text = await page();
  assert.match(text, /要改的会/);
  assert.match(text, /不再这样问的检查项：B1/);
  assert.doesNotMatch(text, /照常的会/);
  await agent.post(address).type('form').send(fields).expect(409);
});

test('what stands in the way of undoing is told as that', async t => {
  const { app, agent, id, address, page } = await startMoved(t);
  await agent
    .post(address)
    .type('form')
    .send(readForm(await page()))
    .expect(303);
  await api(app)
    .post('/api/v1/workshops')
    .send({ assessment: id, title: '新题的会', items: ['b3'], mode: 'anonymous' })
    .expect(201);
  const text = await page();
  assert.match(text, /先处理这些集中会商，才能撤销换版：/);
  assert.doesNotMatch(text, /才能换版/);
});
