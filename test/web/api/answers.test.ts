import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { api, createAssessment } from '../../support/api-client.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const item = 'lifeline-asset-survey';

function put(app: TestApp, id: string, ifMatch: string, answer: unknown, itemId = item) {
  return api(app)
    .put(`/api/v1/assessments/${id}/answers/${itemId}`)
    .set('If-Match', ifMatch)
    .send(JSON.stringify(answer))
    .type('json');
}

test('an answer is recorded, read back, replaced and cleared, and its revision counts on', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const evidence = [{ kind: 'document', title: '普查报告', date: '2026-03-01', link: 'https://city.example/report' }];
  const first = await put(app, id, '"0"', { answer: 'scored', value: 3, note: '备注', evidence }).expect(200);
  assert.equal(first.headers.etag, '"1"');
  assert.equal(first.body.rev, 1);
  assert.match(first.body.evidence[0].id, /./);
  const { body } = await api(app).get(`/api/v1/assessments/${id}`).expect(200);
  assert.deepEqual(body.answers[item], first.body);
  await put(app, id, '"1"', { answer: 'unknown' }).expect(200).expect('etag', '"2"');
  await api(app)
    .delete(`/api/v1/assessments/${id}/answers/${item}`)
    .set('If-Match', '"2"')
    .expect(204)
    .expect('etag', '"3"');
  const cleared = await api(app).get(`/api/v1/assessments/${id}`);
  assert.deepEqual(cleared.body.answers, {});
  await api(app).delete(`/api/v1/assessments/${id}/answers/${item}`).set('If-Match', '"3"').expect(404);
  await put(app, id, '"3"', { answer: 'scored', value: 0, stage: 'self' }).expect(200).expect('etag', '"4"');
});

test('after clearing, not answered is "0" again as well', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  await put(app, id, '"0"', { answer: 'unknown' }).expect(200);
  await api(app).delete(`/api/v1/assessments/${id}/answers/${item}`).set('If-Match', '"1"').expect(204);
  const stale = await put(app, id, '"1"', { answer: 'unknown' }).expect(412);
  assert.equal(stale.headers.etag, '"0"');
  assert.equal(stale.body.current, null);
  await put(app, id, '"0"', { answer: 'unknown' }).expect(200).expect('etag', '"3"');
});

test('a stale revision gets what stands and its revision', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  await put(app, id, '"0"', { answer: 'scored', value: 2 }).expect(200);
  const stale = await put(app, id, '"0"', { answer: 'scored', value: 4 }).expect(412);
  assert.equal(stale.headers.etag, '"1"');
  assert.equal(stale.body.current.value, 2);
  const never = await put(app, id, '"7"', { answer: 'unknown' }, 'lifeline-hydrants').expect(412);
  assert.equal(never.headers.etag, '"0"');
  assert.equal(never.body.current, null);
});

test('faults are found in the order 404, 428, 422, 412', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const address = `/api/v1/assessments/${id}/answers`;
  await api(app).put(`${address}/nothing`).send({ answer: 'wrong' }).expect(404);
  await api(app).put(`${address}/${item}`).send({ answer: 'wrong' }).expect(428);
  await put(app, id, '"9"', { answer: 'wrong' }).expect(422);
  await put(app, id, '"9"', { answer: 'unknown' }).expect(412);
  for (const ifMatch of ['*', '0', 'W/"0"', '"x"']) await put(app, id, ifMatch, { answer: 'unknown' }).expect(400);
});

const bad: [what: string, answer: unknown, path: string][] = [
  ['level 6', { answer: 'scored', value: 6 }, 'value'],
  ['level "3 "', { answer: 'scored', value: '3 ' }, 'value'],
  ['half a level', { answer: 'scored', value: 2.5 }, 'value'],
  ['no level', { answer: 'scored' }, 'value'],
  ['a level with "unknown"', { answer: 'unknown', value: 3 }, 'value'],
  ['withheld without a reason', { answer: 'withheld' }, 'reason'],
  ['withheld with details', { answer: 'withheld', reason: '这里写了详情' }, 'reason'],
  ['not applicable on an unconditional item', { answer: 'not-applicable', reason: 'x' }, 'answer'],
  ['another stage', { answer: 'unknown', stage: 'review' }, 'stage'],
  [
    'evidence with a javascript: link',
    { answer: 'unknown', evidence: [{ kind: 'audit', title: 'x', link: 'javascript:alert(1)' }] },
    'evidence.0.link',
  ],
  [
    'evidence on 30 February',
    { answer: 'unknown', evidence: [{ kind: 'audit', title: 'x', date: '2026-02-30' }] },
    'evidence.0.date',
  ],
  ['evidence without a title', { answer: 'unknown', evidence: [{ kind: 'audit' }] }, 'evidence.0.title'],
  ['evidence of an unknown kind', { answer: 'unknown', evidence: [{ kind: 'rumour', title: 'x' }] }, 'evidence.0.kind'],
  ['a note of 60,000 characters', { answer: 'unknown', note: 'x'.repeat(60_000) }, 'note'],
  [
    'two evidence records with one id',
    { answer: 'unknown', evidence: ['a', 'b'].map(title => ({ id: 'e', kind: 'audit', title })) },
    'evidence.1.id',
  ],
  ['an array', [], ''],
];

for (const [what, answer, where] of bad) {
  test(`${what} is a 422 at "${where}", and nothing is stored`, async t => {
    const app = await startApp(t);
    const id = await createAssessment(app);
    const response = await put(app, id, '"0"', answer).expect(422);
    assert.ok(
      response.body.errors.some(({ path }: { path: string }) => path === where),
      response.text,
    );
    const { body } = await api(app).get(`/api/v1/assessments/${id}`);
    assert.deepEqual(body.answers, {});
  });
}

test('a megabyte of note is too large', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  await put(app, id, '"0"', { answer: 'unknown', note: 'x'.repeat(1_100_000) }).expect(413);
});

test('half characters and direction marks are taken out, formulas and scripts stay text', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const note = '=HYPERLINK("x")<script>\u202e\ud800';
  const { body } = await put(app, id, '"0"', { answer: 'unknown', note }).expect(200);
  assert.equal(body.note, '=HYPERLINK("x")<script>\ufffd');
});

test('a final assessment takes no answers', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  await api(app).post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  await put(app, id, '"0"', { answer: 'unknown' }).expect(409);
});

test('an item outside the scope is 404', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { items: 'core' } });
  await put(app, id, '"0"', { answer: 'unknown' }, 'lifeline-hydrants').expect(404);
});

test('of two writers on one revision exactly one wins', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const answers = await Promise.all([1, 2].map(value => put(app, id, '"0"', { answer: 'scored', value })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
});

test('twenty writers at once lose nothing', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const { body: checklist } = await api(app).get('/api/v1/checklists/resilient-city');
  const items: string[] = checklist.areas[0].items.map(({ id }: { id: string }) => id);
  await Promise.all(
    Array.from({ length: 20 }, async (_, writer) => {
      const itemId = items[writer % items.length] ?? '';
      for (let tries = 0; tries < 20; tries += 1) {
        const { body } = await api(app).get(`/api/v1/assessments/${id}`);
        const rev = body.answers[itemId]?.rev ?? 0;
        const { status } = await put(app, id, `"${rev}"`, { answer: 'unknown', note: `${writer}` }, itemId);
        if (status === 200) return;
      }
      assert.fail(`writer ${writer} never got through`);
    }),
  );
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  const revisions: number[] = items.map(itemId => body.answers[itemId].rev);
  assert.equal(
    revisions.reduce((sum, rev) => sum + rev, 0),
    20,
  );
});

test('no JSON whatever makes the server fail', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async value => {
      const responses = [
        await put(app, id, '"0"', value),
        await api(app).post('/api/v1/assessments').type('json').send(JSON.stringify(value)),
        await api(app).post('/api/v1/score').type('json').send(JSON.stringify(value)),
      ];
      for (const { status } of responses)
        assert.ok(status >= 400 && status < 500, `${status} for ${JSON.stringify(value)}`);
    }),
    { numRuns: 40 },
  );
});

test('a key __proto__ in an answer is a 422 that names it, and nothing is stored', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const response = await api(app)
    .put(`/api/v1/assessments/${id}/answers/lifeline-asset-survey`)
    .set('If-Match', '"0"')
    .type('json')
    .send('{"answer":"scored","value":3,"__proto__":{"note":"x"}}')
    .expect(422);
  assert.equal(response.body.errors[0].path, '__proto__');
  assert.deepEqual((await api(app).get(`/api/v1/assessments/${id}`)).body.answers, {});
});

test('what is wrong with a body is told in plain words of one language', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const answer = {
    answer: 'unknown',
    evidence: [{ id: 'a b', kind: 'document', title: '长'.repeat(201), date: '2026-02-30' }],
  };
  const put = (language: string) =>
    api(app)
      .put(`/api/v1/assessments/${id}/answers/lifeline-asset-survey`)
      .set('If-Match', '"0"')
      .set('Cookie', `language=${language}`)
      .send(answer)
      .expect(422);
  const told = async (language: string) =>
    (await put(language)).body.errors.map(({ path, message }: { path: string; message: string }) => [path, message]);
  assert.deepEqual(await told('zh-CN'), [
    ['evidence.0.id', '只能用英文字母、数字、_ 和 -，1 到 40 个'],
    ['evidence.0.title', '太长，最多 200 字'],
    ['evidence.0.date', '不是日期，请按 2026-11-30 这样写'],
  ]);
  assert.deepEqual(await told('en'), [
    ['evidence.0.id', 'takes letters, digits, _ and - only, 1 to 40 of them'],
    ['evidence.0.title', 'is too long: at most 200 characters'],
    ['evidence.0.date', 'is not a day such as 2026-11-30'],
  ]);
});

test('no record of evidence is named __proto__', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const { body } = await api(app)
    .put(`/api/v1/assessments/${id}/answers/lifeline-asset-survey`)
    .set('If-Match', '"0"')
    .send({ answer: 'unknown', evidence: [{ id: '__proto__', kind: 'document', title: '文件' }] })
    .expect(422);
  assert.deepEqual(body.errors, [{ path: 'evidence.0.id', message: '名称不能是 __proto__' }]);
});

test('a body in another encoding is refused and nothing of it is stored', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const gbk = Buffer.concat([
    Buffer.from('{"answer":"unknown","note":"'),
    Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
    Buffer.from('"}'),
  ]);
  const { body } = await api(app)
    .put(`/api/v1/assessments/${id}/answers/${item}`)
    .set('If-Match', '"0"')
    .type('json')
    .serialize(bytes => bytes)
    .send(gbk)
    .expect(400);
  assert.deepEqual(body.errors, [{ path: '', message: '内容不是 UTF-8 编码' }]);
  assert.deepEqual((await api(app).get(`/api/v1/assessments/${id}`)).body.answers, {});
});
