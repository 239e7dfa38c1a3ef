import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const updates = 'lifeline-asset-updates';
const plan = 'lifeline-renewal-plan';
const csv = Buffer.from(
  `item,answer,value,note,rev\n${survey},unknown,,,1\n${updates},scored,91,,0\n${plan},scored,4,由程序填写,0\nlifeline-old-pipes,大概,,,0\n`,
);

test('a file is tried and recorded through the API', async t => {
  const app = await startApp(t);
  const open = async () => {
    const id = await createAssessment(app);
    await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3 });
    await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 4 });
    const send = (query: string, content = csv) =>
      api(app).post(`/api/v1/assessments/${id}/import${query}`).attach('file', content, 'answers.csv');
    const stored = async () => (await api(app).get(`/api/v1/assessments/${id}`).expect(200)).body.answers;
    return { id, send, stored };
  };

  await t.test('a dry run tells what differs and records nothing', async () => {
    const { send, stored } = await open();
    const { body } = await send('?dryRun=true').set('Accept-Language', 'en').expect(200);
    assert.deepEqual(
      body.entries.map(({ item, kind, rev }: Record<string, unknown>) => [item, kind, rev]),
      [
        [survey, 'conflicting', 2],
        [updates, 'new', 0],
        [plan, 'new', 0],
      ],
    );
    assert.deepEqual(body.invalid, [
      { item: 'lifeline-old-pipes', place: 'B5', message: '"大概" is not in the list; choose from it' },
    ]);
    assert.deepEqual(Object.keys(await stored()), [survey]);
  });

  await t.test('without names it records what is new or changed, and no conflict', async () => {
    const { send, stored } = await open();
    const { body } = await send('').expect(200);
    assert.deepEqual(body.recorded, [updates, plan]);
    assert.equal(body.invalid.length, 1);
    const answers = await stored();
    assert.equal(answers[survey].value, 4);
    assert.equal(answers[plan].note, '由程序填写');
  });

  await t.test('items are named with the revision that was seen', async () => {
    const { send, stored } = await open();
    const { body } = await send(`?items=${survey}@1,${plan}@0`).expect(200);
    assert.deepEqual(body.recorded, [plan]);
    assert.deepEqual(body.notRecorded, [{ item: survey, reason: 'changed-meanwhile' }]);
    await send(`?items=${survey}@2`).expect(200);
    assert.equal((await stored())[survey].answer, 'unknown');
  });

  await t.test('bad requests are refused as problems', async () => {
    const { id, send } = await open();
    await send('?items=whatever').expect(400);
    await send('?dryRun=maybe').expect(422);
    const { body } = await send('', Buffer.from('x')).expect(422);
    assert.equal(body.errors[0].path, 'file');
    await api(app).post(`/api/v1/assessments/${id}/import`).send({}).expect(400);
    await api(app).post('/api/v1/assessments/none/import').attach('file', csv, 'a.csv').expect(404);
    const { body: document } = await api(app).get('/api/v1/openapi.json').expect(200);
    assert.ok(document.paths['/assessments/{id}/import'].post);
  });
});
