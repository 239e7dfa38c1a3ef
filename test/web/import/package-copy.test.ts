import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { knownSchema } from '#web/api/package-document.ts';
import { zipOf } from '../../exchange/build-zip.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import * as examples from '../../support/example-files.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { bring, entriesOf, packageOf } from './carry-package.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const report = { id: 'r1', kind: 'document', title: '普查报告' };

async function addAction(app: TestApp, id: string, content: object): Promise<string> {
  const { body } = await api(app).post(`/api/v1/assessments/${id}/actions`).send(content).expect(201);
  return body.id;
}

function putAction(app: TestApp, address: { id: string; action: string; rev: number }, content: object) {
  return api(app)
    .put(`/api/v1/assessments/${address.id}/actions/${address.action}`)
    .set('If-Match', `"${address.rev}"`)
    .send(content)
    .expect(200);
}

function note(app: TestApp, id: string, action: string, text: string) {
  return api(app)
    .post(`/api/v1/assessments/${id}/actions/${action}/notes`)
    .send({ on: '2026-11-20', text })
    .expect(200);
}

async function attach(app: TestApp, id: string, { record, seen, file, name }: Record<string, string | Buffer>) {
  const agent = await browser(app);
  await agent
    .post(`/assessments/${id}/evidence/${record}/file?seen=${seen}`)
    .attach('file', Buffer.from(file ?? ''), String(name))
    .expect(303);
}

async function told(app: TestApp, bytes: Buffer, query = '') {
  const { body } = await api(app).post(`/api/v1/packages${query}`).attach('file', bytes, 'x.zip').expect(200);
  const known = knownSchema.parse(body);
  const numbers = [...Object.values(known.changes.offered), ...Object.values(known.changes.left), known.changes.same];
  assert.equal(
    numbers.reduce((sum: number, each) => sum + (each ?? 0), 0),
    known.changes.all,
  );
  return known;
}

async function actionsOf(app: TestApp, id: string) {
  const { body } = await api(app).get(`/api/v1/assessments/${id}/actions`).expect(200);
  return body;
}

test('what another copy changed besides answers comes home', async t => {
  const home = await startApp(t, { uploads: true });
  const away = await startApp(t, { uploads: true });
  const id = await createAssessment(home);
  await putAnswer(home, { id, item: survey }, { answer: 'scored', value: 2, evidence: [report] });
  const measure = { item: survey, target: 4, measure: '补齐台账' };
  const [first, second, third] = [
    await addAction(home, id, measure),
    await addAction(home, id, { ...measure, measure: '普查复核' }),
    await addAction(home, id, { ...measure, measure: '更新图件' }),
  ];
  const start = await packageOf(home, id);
  await bring(away, start);
  const agent = await browser(home);

  await t.test('its actions each as a change, those that were changed on both sides not ticked', async () => {
    await putAction(away, { id, action: first, rev: 1 }, { ...measure, status: 'running' });
    await note(away, id, first, '已开工');
    await api(away).delete(`/api/v1/assessments/${id}/actions/${second}`).set('If-Match', '"1"').expect(204);
    await putAction(away, { id, action: third, rev: 1 }, { ...measure, measure: '更新图件（外地）' });
    await putAction(home, { id, action: third, rev: 1 }, { ...measure, measure: '更新图件（本地）' });
    const fourth = await addAction(away, id, { ...measure, measure: '<b>新增</b>' });
    await note(away, id, fourth, '已立项');
    await api(away).post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    await api(away).post(`/assessments/${id}/state`).type('form').send({ state: 'open' }).expect(303);
    const bytes = await packageOf(away, id);
    const ticket = (await bring(home, bytes)).headers.location ?? '';
    const { text } = await agent.get(ticket).expect(200);
    assert.match(text, /对方有 8 次变更：.*可以记入的 6 次：整改措施 6 次.*没有带入的 2 次：定稿或退回填报 2 次/s);
    for (const value of [`action:${first}@1" checked`, `notes:${first}" checked`, `action:${fourth}@0" checked`])
      assert.ok(text.includes(`name="take" value="${value}`), value);
    for (const value of [`action:${second}@1"`, `action:${third}@2"`])
      assert.ok(text.includes(`value="${value}>`), value);
    assert.match(text, /现在存的由.*这里也改过.*&lt;b&gt;新增/s);
    assert.doesNotMatch(text, /没有可以记入的差别/);
    const take = [`action:${first}@1`, `notes:${first}`, `action:${third}@1`, `action:${fourth}@0`, 'action:x@0'];
    await agent.post(`${ticket}/records`).type('form').send({ take }).expect(303);
    const { text: after } = await agent.get(ticket).expect(200);
    assert.match(after, /已收下 3 份.*更新图件（外地）　您看过之后别人又改了/s);
    assert.match(after, /对方有 8 次变更：.*可以记入的 2 次.*一致、或前后抵消的 4 次/s);
    const actions = await actionsOf(home, id);
    assert.deepEqual(
      actions.map((each: { measure: string; status: string; notes: { text: string }[] }) => [
        ...[each.measure, each.status, each.notes.map(one => one.text).join()],
      ]),
      [
        ['补齐台账', 'running', '已开工'],
        ['普查复核', 'planned', ''],
        ['更新图件（本地）', 'planned', ''],
        ['<b>新增</b>', 'planned', '已立项'],
      ],
    );
    await agent.get(`/assessments/${id}/history`).expect(/已开工.*来自文件“示例市\.rencheng\.zip”/s);
    // A program sees the same, also in a final assessment.
    await api(home).post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    const known = await told(home, bytes, `?take=action:${second}@1,action:${third}@2`);
    assert.deepEqual(known.records, { taken: ['普查复核', '更新图件（外地）'], notTaken: [] });
    assert.deepEqual([known.actions, known.changes.offered, known.changes.same], [[], {}, 6]);
    await api(home).post(`/assessments/${id}/state`).type('form').send({ state: 'open' }).expect(303);
  });

  await t.test(
    'its files with the items that carry them, or alone; what a copy settled for itself is named',
    async () => {
      await attach(away, id, { record: 'r1', seen: 'none', file: examples.pdf, name: '普查.pdf' });
      await putAnswer(away, { id, item: plan }, { answer: 'scored', value: 3, evidence: [{ ...report, id: 'r2' }] });
      await attach(away, id, { record: 'r2', seen: 'none', file: examples.png, name: '图.png' });
      const bytes = await packageOf(away, id);
      const known = await told(home, bytes);
      assert.deepEqual(
        known.files.map(({ record, kind, cannot }) => [record, kind, cannot]),
        [
          ['r1', 'new', null],
          ['r2', 'waiting', 'waiting'],
        ],
      );
      assert.deepEqual(known.changes.offered, { file: 1, answer: 2 });
      const ticket = (await bring(home, bytes)).headers.location ?? '';
      await agent
        .post(`${ticket}/accept`)
        .type('form')
        .send({ accept: [`${plan}@0`] })
        .expect(303);
      const { text } = await agent.get(ticket).expect(200);
      assert.match(text, /一并带入的附件： 已收下 1 份：图\.png/);
      await agent
        .post(`${ticket}/records`)
        .type('form')
        .send({ take: ['file:r1@none'] })
        .expect(303);
      await agent.get(ticket).expect(/已收下 1 份：普查\.pdf/);
      for (const [record, content] of [
        ['r1', examples.pdf],
        ['r2', examples.png],
      ] as const) {
        const address = `/api/v1/assessments/${id}/evidence/${record}/file`;
        assert.deepEqual((await api(home).get(address).responseType('blob').expect(200)).body, content);
      }
      assert.deepEqual((await told(home, bytes)).files, []);
    },
  );

  await t.test('a file that is gone here is there again after a package that has it', async () => {
    const bytes = await packageOf(away, id);
    const files = await readdir(path.join(home.dataFolder, 'files'), { recursive: true });
    for (const name of files.filter(each => /[0-9a-f]{64}$/.test(each)))
      await rm(path.join(home.dataFolder, 'files', name));
    const address = `/api/v1/assessments/${id}/evidence/r1/file`;
    await api(home).get(address).expect(410);
    const ticket = (await bring(home, bytes)).headers.location ?? '';
    await agent.get(ticket).expect(/附件 2 份，已用包里的补回.*普查\.pdf/s);
    assert.deepEqual((await api(home).get(address).responseType('blob').expect(200)).body, examples.pdf);
  });

  await t.test(
    'one that was altered is refused with the whole package, and does not take the place of any',
    async () => {
      const entries = await entriesOf(await packageOf(away, id));
      const name = Object.keys(entries).find(each => each.startsWith('files/')) ?? '';
      const altered = await zipOf({ ...entries, [name]: examples.jpeg });
      const fresh = await startApp(t, { uploads: true });
      await api(away).post(`/assessments/${id}/milestones`).type('form').send({ name: '外地稿' }).expect(303);
      const kept = await entriesOf(await packageOf(away, id));
      const milestone = Object.keys(kept).find(each => each.startsWith('milestones/')) ?? '';
      const cases = [
        [altered, /与登记的不一致/],
        [await zipOf({ ...kept, [milestone]: Buffer.from('{}') }), /留存版本“外地稿”的内容/],
      ] as const;
      for (const app of [home, fresh])
        for (const [content, reason] of cases) {
          const response = await bring(app, content);
          assert.equal(response.status, 422);
          assert.match(response.text, reason);
        }
      assert.deepEqual((await api(fresh).get('/api/v1/assessments')).body, []);
      const left = await readdir(path.join(fresh.dataFolder, 'files'), { recursive: true });
      assert.deepEqual(
        left.filter(each => /[0-9a-f]{64}$/.test(each)),
        [],
      );
    },
  );

  await t.test(
    'evidence that is taken off here before the package is accepted comes with the item that uses it',
    async () => {
      const shared = { id: 'r3', kind: 'document', title: '两项共用' };
      await putAnswer(home, { id, item: survey, rev: 2 }, { answer: 'scored', value: 2, evidence: [shared] });
      const other = await startApp(t, { uploads: true });
      await bring(other, await packageOf(home, id));
      const rev = 2;
      await putAnswer(other, { id, item: plan, rev }, { answer: 'scored', value: 4, evidence: [{ id: 'r3' }] });
      await attach(other, id, { record: 'r3', seen: 'none', file: examples.pdf, name: '共用.pdf' });
      const ticket = (await bring(home, await packageOf(other, id))).headers.location ?? '';
      await putAnswer(home, { id, item: survey, rev: 3 }, { answer: 'scored', value: 2 });
      await agent
        .post(`${ticket}/accept`)
        .type('form')
        .send({ accept: [`${plan}@${rev}`] })
        .expect(303);
      const { body } = await api(home).get(`/api/v1/assessments/${id}`).expect(200);
      assert.equal(body.answers[survey].evidence, undefined);
      assert.deepEqual(
        body.answers[plan].evidence.map((each: { title: string; file: { name: string } }) => [
          each.title,
          each.file.name,
        ]),
        [['两项共用', '共用.pdf']],
      );
    },
  );

  await t.test('a file that is not in the package, or that this installation does not take, is said', async () => {
    const strict = await startApp(t);
    const open = await startApp(t, { uploads: true });
    for (const app of [strict, open]) await bring(app, start);
    const bytes = await packageOf(away, id);
    const reasons = ({ files }: Awaited<ReturnType<typeof told>>) => files.map(({ cannot }) => cannot);
    assert.deepEqual(reasons(await told(strict, bytes)), ['off', 'off']);
    const entries = Object.entries(await entriesOf(bytes)).filter(([name]) => !name.startsWith('files/'));
    const bare = await zipOf(Object.fromEntries(entries));
    const known = await told(open, bare, '?take=file:r1@none');
    assert.deepEqual(reasons(known), ['not-held', 'not-held']);
    assert.deepEqual(known.records?.notTaken, [{ name: '普查.pdf', reason: 'not-held' }]);
    assert.deepEqual([known.changes.left.file, known.changes.offered.answer], [1, 2]);
  });
});
