import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putAnswer } from '../../support/api-client.ts';
import { joinAll, openCockpit, textOf, votesOf, withKey } from '../../support/open-cockpit.ts';
import { startApp } from '../../support/start-app.ts';
import { exampleItems } from '../../support/workshop-client.ts';

const [levels = '', , figure = ''] = exampleItems;

test('the wall shows one scene after another and nothing that can be pressed', async t => {
  const app = await startApp(t);
  const { workshop, press, send } = await openCockpit(app, { expected: 6 });
  const projector = await withKey(app, workshop, workshop.keys.projector);
  const wall = async () => {
    const { text } = await projector.get(`/workshops/${workshop.id}/screen`).expect(200);
    assert.doesNotMatch(text, /<form|<button|<a |name="expectedRev"/);
    return textOf(text);
  };
  assert.match(await wall(), new RegExp(`请用手机入场 .*${workshop.code}.*手机入口还没有打开`));
  await press('start');
  const phones = await joinAll(app, workshop, 5);
  assert.match(await wall(), /已入场 5 人，应到 6 人/);
  await press('next');
  assert.match(await wall(), /A1 市政设施普查与底数 .*请看题，还没有开始投票/);
  await press({ command: 'open', seconds: '90' });
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3, 3, 4] });
  assert.match(await wall(), /已投 \/ 在场 4 \/ 4 剩余时间 1:(30|29)/);
  await press('close');
  assert.match(await wall(), /投票已截止/);
  await press('reveal');
  assert.match(await wall(), /票数太少，不作判断 中位数 3 有效票 4 不掌握 0/);
  await press('discuss');
  assert.match(await wall(), /没来得及说的问题，可以写在手机上/);
  await send({
    ...{ command: 'record', [`${levels}:note`]: '按时会商' },
    ...{ 'action:0:what': '补测管网', 'action:0:who': '住建', 'action:0:due': '2027-03-31' },
  });
  assert.match(await wall(), /A1 市政设施普查与底数 3 运行 按时会商 补测管网 住建 2027年3月31日 这个结果可以接受吗/);
  await press('blank');
  assert.doesNotMatch(await wall(), /市政设施普查/);
  await press('blank', 'pause');
  assert.match(await wall(), /会商暂停/);
  assert.doesNotMatch(await wall(), /会商意见已记录/);
  await press('resume', 'finish');
  assert.match(await wall(), /会商结束/);
  assert.doesNotMatch(await wall(), new RegExp(workshop.code));
});

test('ballots on paper do not stand for phones that have yet to vote', async t => {
  const app = await startApp(t);
  const { workshop, press, page } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 2);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [3, 3] });
  const counts = Object.fromEntries([0, 0, 0, 3, 0, 0].map((count, index) => [`count:${index}`, String(count)]));
  await press({ command: 'counts', item: levels, round: '1', ...counts, 'count:unknown': '0' });
  for (const path of ['', '/screen']) assert.match(textOf(await page(path)), /已投 \/ 在场 2 \/ 2 .*另有纸质票 3 张/);
});

test('below three votes the wall has no bars', async t => {
  const app = await startApp(t);
  const { workshop, press, page } = await openCockpit(app);
  await press('start', 'next', 'open');
  const phones = await joinAll(app, workshop, 2);
  await votesOf(app, workshop, phones, { item: levels, round: 1, values: [1, 4] });
  await press('close', 'reveal');
  const html = await page('/screen');
  assert.match(textOf(html), /有效票 2 张，不足 3 张不显示分布/);
  assert.doesNotMatch(html, /class="distribution/);
});

test('a figure is shown with its bands and its record', async t => {
  const app = await startApp(t);
  const { workshop, press, page, agent } = await openCockpit(app, { items: [figure] });
  await press('start', 'next');
  assert.match(textOf(await page('/screen')), /本次评价还没有填报这一项/);
  const evidence = [{ kind: 'operation', title: '巡检登记' }];
  const address = { id: workshop.assessment, item: figure };
  await putAnswer(app, address, { answer: 'scored', value: 92, evidence });
  const briefed = textOf(await page('/screen'));
  assert.match(briefed, /本次填报：92%，3 级 .*巡检登记/);
  assert.match(await page(), new RegExp(`name="${figure}:number" value="92"`), 'the form that records has it as well');
  assert.match(briefed, /A8 消火栓（消防水鹤）完好率 经巡检查明完好的.*请看题，这一项不投票.*这一项由会场认定/);
  assert.doesNotMatch(briefed, /没有开始投票|再投票/);
  await press({ command: 'record', [`${figure}:number`]: '92' });
  assert.match(textOf(await page('/screen')), /92%，3 级/);
  await agent.get('/language/en').expect(303);
  assert.match(textOf(await page('/screen')), /Can you live with this\?/);
});
