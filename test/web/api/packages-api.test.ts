import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivedSchema, knownSchema } from '#web/api/package-document.ts';
import { api, putAnswer } from '../../support/api-client.ts';
import { heldWorkshop } from '../../support/held-workshop.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const hydrants = 'lifeline-hydrants';

function keep(app: TestApp, id: string, name: string) {
  return api(app).post(`/assessments/${id}/milestones`).type('form').send({ name }).expect(303);
}

async function packageOf(app: TestApp, id: string): Promise<Buffer> {
  return (await api(app).get(`/api/v1/assessments/${id}/package`).responseType('blob').expect(200)).body;
}

function send(app: TestApp, bytes: Buffer, query = '') {
  return api(app).post(`/api/v1/packages${query}`).attach('file', bytes, 'x.rencheng.zip');
}

test('a program carries an assessment to another installation and back', async t => {
  const home = await startApp(t);
  const away = await startApp(t);
  const { workshop } = await heldWorkshop(home);
  const id = workshop.assessment;
  await keep(home, id, '初稿');

  await t.test('there it arrives with milestones and minutes', async () => {
    const { body, headers } = await send(away, await packageOf(home, id)).expect(201);
    assert.equal(headers.location, `/api/v1/assessments/${id}`);
    assert.deepEqual(arrivedSchema.parse(body), {
      ...{ assessment: id, changes: 3, minutes: 1 },
      ...{ files: { taken: 0, missing: 0 }, milestones: { taken: 1, missing: 0 } },
    });
  });

  await t.test('back home only what is named is recorded', async () => {
    await putAnswer(away, { id, item: hydrants }, { answer: 'unknown' });
    await keep(away, id, '外地稿');
    const bytes = await packageOf(away, id);
    const { body } = await send(home, bytes).expect(200);
    const told = knownSchema.parse(body);
    const [milestone] = told.milestones;
    assert.deepEqual([told.milestones.length, milestone?.name, milestone?.now], [1, '外地稿', 'new']);
    assert.deepEqual(
      told.minutes.map(({ now }) => now),
      ['held'],
    );
    assert.deepEqual([told.recorded, told.records], [undefined, undefined]);
    const query = `?items=${hydrants}@0&take=milestone:${milestone?.id}`;
    const done = knownSchema.parse((await send(home, bytes, query).expect(200)).body);
    assert.deepEqual(done.recorded?.recorded, [hydrants]);
    assert.deepEqual(done.records, { taken: ['外地稿'], notTaken: [] });
    assert.deepEqual([done.diff.entries, done.milestones[0]?.now], [[], 'same']);
    const { body: stored } = await api(home).get(`/api/v1/assessments/${id}`).expect(200);
    assert.equal(stored.answers[hydrants].answer, 'unknown');
  });

  await t.test('what is no package, or names an item that cannot be, is a problem', async () => {
    const { body } = await send(home, Buffer.from('x')).expect(422);
    assert.match(body.errors[0].message, /损坏/);
    await send(home, await packageOf(away, id), '?items=nonsense').expect(400);
    await api(home).get('/api/v1/assessments/none/package').expect(404);
    await api(home).post('/api/v1/packages').send({}).expect(400);
  });

  await t.test('and the document of the API describes it', async () => {
    const { body } = await api(home).get('/api/v1/openapi.json').expect(200);
    assert.ok(body.paths['/packages'].post && body.paths['/assessments/{id}/package'].get);
  });
});
