import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, createAssessment } from '../../support/api-client.ts';
import { seated, voteRound } from '../../support/recorded-workshop.ts';
import { startApp } from '../../support/start-app.ts';
import { command, type TestWorkshop, withSecret } from '../../support/workshop-client.ts';

test('commands on a yes-no item take what votes take, and a refused one says why', async t => {
  const app = await startApp(t);
  const { body: checklist } = await api(app).get('/api/v1/checklists/flood-season').expect(200);
  const [first, second] = checklist.areas.flatMap(({ items }: { items: { id: string; kind: string }[] }) =>
    items.flatMap(({ id, kind }) => (kind === 'yes-no' ? [id] : [])),
  );
  const assessment = await createAssessment(app, {
    ...{ checklist: { id: 'flood-season' }, profile: {}, scope: { items: 'all' } },
  });
  const made = await api(app)
    .post('/api/v1/workshops')
    .send({ assessment, title: '汛前会商', items: [first, second], mode: 'anonymous' })
    .expect(201);
  const keys = { facilitator: made.body.facilitatorKey, coFacilitator: '', projector: '', scribe: '' };
  const workshop: TestWorkshop = { id: made.body.id, code: made.body.code, assessment, keys };
  const address = `/api/v1/workshops/${workshop.id}`;
  const refused = async (sent: { command: string; [field: string]: unknown }, status: number) => {
    const facilitator = withSecret(app, keys.facilitator);
    const { body } = await facilitator.get(address).expect(200);
    return facilitator
      .post(`${address}/commands`)
      .send({ expectedRev: body.rev, ...sent })
      .expect(status);
  };
  const phones = await seated(app, workshop, 9);
  await voteRound(app, workshop, { item: first, round: 1, values: [0, 0, 1, 1, 1, 1, 1, 1, 1], phones });

  await t.test('two noes against seven yeses are a minority, so that the room is asked again', async () => {
    const { body } = await withSecret(app, keys.facilitator).get(address).expect(200);
    assert.deepEqual([body.results.verdict, body.results.badges], ['consensus', ['minority']]);
  });

  await t.test('finishing says what is still on the table and what can be done', async () => {
    const { body } = await refused({ command: 'finish' }, 409);
    assert.match(body.detail, /台面上的检查项现在是“(已公布|讨论)”，请先记录、搁置或跳过，再结束/);
    assert.ok(body.possible.includes('record') && body.possible.includes('park'), body.possible);
    assert.ok(!body.possible.includes('finish'));
  });

  await t.test('to reopen what was revealed is to vote once more, and the first round stays', async () => {
    const body = await command(app, workshop, 'reopen');
    assert.deepEqual([body.state, body.round], ['open', 2]);
    await command(app, workshop, 'close', 'reveal');
  });

  await t.test('1 is recorded as yes, another number is refused', async () => {
    await refused({ command: 'record', value: 2, rationale: '理由' }, 422);
    await command(app, workshop, { command: 'record', value: 1, rationale: '多数说是' });
    const { body } = await api(app).get(`${address}/minutes`).expect(200);
    assert.equal(body.items[0].opinions[0].value, true);
  });

  await t.test('without an item on the table a step of a round says so', async () => {
    await command(app, workshop, { command: 'next' }, 'skip', 'finish');
    assert.match((await refused({ command: 'close' }, 409)).body.detail, /这一步走不通/);
  });
});
