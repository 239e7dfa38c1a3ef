import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import request from 'supertest';
import { createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';
import { command, join, makeWorkshop, vote, withSecret } from '../../support/workshop-client.ts';

const matrix = 'loop-step-matrix';
/** One item of every kind, and what is recorded of it. */
const items = {
  'lifeline-asset-survey': 3,
  'buildings-tall-approval': true,
  'lifeline-hydrants': 92,
  'loop-warning-release': 2,
  [matrix]: 'unknown',
};

async function seatedRoom(t: TestContext) {
  const app = await startApp(t);
  const assessment = await createAssessment(app, {
    scope: { areas: ['lifeline', 'buildings', 'loop'] },
    profile: { smartRoads: true },
  });
  await putAnswer(app, { id: assessment, item: 'lifeline-hydrants' }, { answer: 'scored', value: 88.5 });
  await putAnswer(app, { id: assessment, item: 'loop-warning-release' }, { answer: 'scored', value: 2 });
  await putAnswer(app, { id: assessment, item: matrix }, { answer: 'scored', value: { gas: { monitor: 2 } } });
  const workshop = await makeWorkshop(app, { assessment, items: Object.keys(items) });
  await command(app, workshop, 'start');
  const agent = request.agent(app.url).set('Origin', app.url);
  await agent.post(`/w/${workshop.code}/join`).type('form').send({}).expect(303);
  const others = [await join(app, workshop), await join(app, workshop), await join(app, workshop)];
  const projector = withSecret(app, workshop.keys.projector);
  return {
    ...{ app, workshop, others },
    phone: async () => {
      const { status, text } = await agent.get(`/w/${workshop.code}`);
      assert.equal(status, 200, text);
      return text;
    },
    state: async () => (await projector.get(`/api/v1/w/${workshop.code}/state`).expect(200)).body,
  };
}

test('the phone shows an item of every kind in every state', async t => {
  const { app, workshop, others, phone, state } = await seatedRoom(t);
  for (const [item, value] of Object.entries(items)) {
    const { kind } = await command(app, workshop, { command: 'brief', item });
    assert.match(await phone(), new RegExp(`data-key="running ${item} 0 briefing 0"`));
    if (kind === 'maturity' || kind === 'yes-no') {
      await command(app, workshop, 'open');
      for (const other of others) await vote(app, workshop, other, { item, round: 1, value: 1 }).expect(200);
      assert.match(await phone(), /id="vote-form"/);
      for (const step of ['close', 'reveal', 'discuss']) {
        await command(app, workshop, step);
        await phone();
      }
    }
    await command(app, workshop, { command: 'record', value, rationale: '会场认定' });
    assert.match(await phone(), new RegExp(`data-key="running ${item} \\d recorded 1"`));
    await command(app, workshop, 'pause');
    assert.match(await phone(), /会商暂停/);
    await command(app, workshop, 'resume');
  }
  assert.equal((await state()).item, matrix);
});

test('a table is read on the phone with what its marks mean', async t => {
  const { app, workshop, phone } = await seatedRoom(t);
  await command(app, workshop, { command: 'brief', item: matrix });
  assert.match(
    await phone(),
    /E1M 四类风险四个环节一览.*本项不投票.*这一项是一张表.*已填 1 \/ \d+ 格.*<ol class="phone-ladder">.*拿不出规定和记录/s,
  );
  assert.match(await phone(), /这张表您能接受吗/);
  assert.doesNotMatch(await phone(), /这一项是数字|这个数字/);
  await command(app, workshop, 'skip');
  assert.match(await phone(), /请看大屏幕|本项跳过/);
});
