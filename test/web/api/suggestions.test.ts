import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment, exampleSetup, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const [first, second, third] = ['lifeline-asset-survey', 'lifeline-monitoring-coverage', 'lifeline-old-pipes'] as const;
const lapsed = { kind: 'document', title: '旧报告', validUntil: '2025-12-31' };

test('answers of an earlier assessment are read and confirmed through the API', async t => {
  const app = await startApp(t);
  const call = api(app);
  const earlier = await createAssessment(app, { period: '2025 年度' });
  await putAnswer(app, { id: earlier, item: first }, { answer: 'scored', value: 3, evidence: [lapsed] });
  await putAnswer(app, { id: earlier, item: second }, { answer: 'scored', value: 2 });
  await putAnswer(app, { id: earlier, item: third }, { answer: 'unknown' });

  await t.test('only one of the same unit and checklist can be named as the earlier one', async () => {
    const other = await createAssessment(app, { city: '另一市' });
    for (const origin of [other, 'nobody', '../x', '__proto__', '']) {
      const refused = await call
        .post('/api/v1/assessments')
        .send({ ...exampleSetup, origin })
        .expect(422);
      assert.equal(refused.body.errors[0].path, 'origin', origin);
    }
    await call
      .post('/api/v1/assessments')
      .send({ ...exampleSetup, origin: 7 })
      .expect(422);
  });

  const id = await createAssessment(app, { origin: earlier });
  const base = `/api/v1/assessments/${id}/suggestions`;
  const read = async () => call.get(base).expect(200);
  const confirm = (tag: string, body: object) => call.post(`${base}/confirm`).set('If-Match', tag).send(body);
  const answers = async () => (await call.get(`/api/v1/assessments/${id}`).expect(200)).body.answers;
  const tag = (await read()).headers.etag ?? '';

  await t.test('the assessment names the earlier one, and one that has none says nothing of it', async () => {
    const read = async (one: string) => (await call.get(`/api/v1/assessments/${one}`).expect(200)).body;
    assert.deepEqual([(await read(id)).origin, 'origin' in (await read(earlier))], [earlier, false]);
    const { body } = await call.get('/api/v1/assessments').expect(200);
    const origins = new Map(body.map((one: { id: string; origin?: string }) => [one.id, one.origin]));
    assert.deepEqual([origins.get(id), origins.get(earlier)], [earlier, undefined]);
    const again = await call
      .post('/api/v1/assessments')
      .send({ ...exampleSetup, origin: earlier })
      .expect(201);
    assert.equal(again.body.origin, earlier);
  });

  await t.test('they are listed with what stands against them and count for nothing', async () => {
    const { origin, suggestions } = (await read()).body;
    assert.deepEqual(origin, { id: earlier, period: '2025 年度' });
    assert.deepEqual(
      suggestions.map(({ item, lapsed: count, asks, safe }: Record<string, unknown>) => [item, count, asks, safe]),
      [
        [first, 1, null, false],
        [second, 0, null, true],
        [third, 0, null, true],
      ],
    );
    assert.deepEqual(await answers(), {});
    await call.get(base).set('If-None-Match', tag).expect(200);
    await call.get(`/api/v1/assessments/${earlier}/suggestions`).expect(404);
  });

  await t.test(
    'nothing is confirmed without the state that was read, or from a body that is not understood',
    async () => {
      await call.post(`${base}/confirm`).send({ area: 'lifeline' }).expect(428);
      await confirm('"1"', { area: 'lifeline' }).expect(400);
      for (const body of [{}, { items: [] }, { items: 'x' }, { area: 'moon' }, { area: 'lifeline', items: [first] }])
        await confirm(tag, body).expect(422);
      const stale = await confirm(`"${'0'.repeat(16)}"`, { area: 'lifeline' }).expect(412);
      assert.deepEqual([stale.headers.etag, stale.body.current.suggestions.length], [tag, 3]);
      assert.deepEqual(await answers(), {});
    },
  );

  await t.test('an area confirms what nothing stands against, and at once or again changes nothing more', async () => {
    const bodies = await Promise.all(
      [1, 2, 3, 4].map(async () => (await confirm(tag, { area: 'lifeline' }).expect(200)).body),
    );
    assert.deepEqual(
      bodies.flatMap(({ notConfirmed }) => notConfirmed),
      [],
    );
    const again = await confirm(tag, { area: 'lifeline' }).expect(200);
    assert.deepEqual(again.body, { confirmed: [], notConfirmed: [] });
    const stored = await answers();
    assert.deepEqual([stored[second].value, stored[second].rev, stored[third].answer], [2, 1, 'unknown']);
  });

  await t.test('named items are confirmed one by one, and each one that is not says why', async () => {
    await putAnswer(app, { id, item: third, rev: 1 }, { answer: 'scored', value: 5 });
    const { body } = await confirm(tag, { items: [first, first, second, third, '__proto__'] }).expect(200);
    assert.deepEqual(body, {
      confirmed: [first, second],
      notConfirmed: [
        { item: third, reason: 'answered' },
        { item: '__proto__', reason: 'not-suggested' },
      ],
    });
    const stored = await answers();
    assert.deepEqual([stored[first].value, stored[second].rev, stored[third].value], [3, 1, 5]);
  });

  await t.test('a final assessment suggests nothing', async () => {
    await call.delete(`/api/v1/assessments/${id}/answers/${first}`).set('If-Match', '"1"').expect(204);
    assert.equal((await read()).body.suggestions.length, 1);
    await (await browser(app)).post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    assert.deepEqual((await read()).body, { origin: { id: earlier, period: '2025 年度' }, suggestions: [] });
    await confirm(tag, { area: 'lifeline' }).expect(409);
  });
});
