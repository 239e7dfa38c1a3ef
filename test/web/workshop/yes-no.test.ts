import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { createAssessment } from '../../support/api-client.ts';
import { joinAll, openCockpit, textOf, votesOf } from '../../support/open-cockpit.ts';
import { startApp } from '../../support/start-app.ts';
import { vote } from '../../support/workshop-client.ts';

const item = 'people-force';
/** Words that ask for a level, whatever the item is. */
const levelWords =
  /选一级|点一级|各级的说明|任何一级|投了几级|两级之间|选定一级|整数等级|等级怎么读|按等级|别的等级|所在等级/;

test('an item of yes and no is voted on, told, recorded and printed without a word of levels', async t => {
  const app = await startApp(t);
  const assessment = await createAssessment(app, {
    checklist: { id: 'street-quick-check' },
    profile: {},
    scope: undefined,
  });
  const { workshop, press, page, agent } = await openCockpit(app, { assessment, items: [item] });
  await press('start');
  const phone = request.agent(app.url).set('Origin', app.url);
  const show = async () => textOf((await phone.get(`/w/${workshop.code}`).expect(200)).text);
  await phone.post(`/w/${workshop.code}/join`).type('form').send({ department: '' }).expect(303);
  const others = await joinAll(app, workshop, 4);
  const seen: string[] = [await show()];
  await press({ command: 'brief', item });
  seen.push(await show());
  await press('open');
  seen.push(await show(), textOf(await page()));
  const [voter] = others;
  assert.ok(voter);
  const { body: offScale } = await vote(app, workshop, voter, { item, round: 1, value: 3 }).expect(422);
  seen.push(JSON.stringify(offScale));
  await votesOf(app, workshop, others, { item, round: 1, values: [1, 1, 0, 0] });
  await press('close', 'reveal');
  seen.push(await show(), textOf(await page()), textOf(await page('/screen')));
  assert.match(seen.join(), /中位数 是与否之间/);
  assert.match(seen.join(), /先请投“否”的说，再请投“是”的说。/);
  await press('discuss');
  const between = textOf(await page());
  assert.match(between, /中位数在是与否之间，须选定一个，并写理由/);
  await press('open');
  await votesOf(app, workshop, others, { item, round: 2, values: [1, 1, 1, 1] });
  await press('close', 'reveal');
  const agreed = await show();
  await agent.get('/language/en').expect(303);
  assert.match(textOf(await page('/screen')), /Too few votes for a verdict, median between yes and no/);
  await agent.get('/language/zh-CN').expect(303);
  assert.match(agreed, /中位数 是、第 1 轮中位数 是与否之间/);
  seen.push(between, agreed, textOf(await page()), textOf(await page('/ballots')), textOf(await page('/prepare')));
  for (const text of seen) assert.doesNotMatch(text, levelWords);
});
