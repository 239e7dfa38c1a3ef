import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { reportDocumentSchema } from '#report/report-document.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { movedClock, seated, voteRound } from '../../support/recorded-workshop.ts';
import { startApp } from '../../support/start-app.ts';
import { command, exampleItems, makeWorkshop, withSecret } from '../../support/workshop-client.ts';

const [item = '', second = '', figure = ''] = exampleItems;
const actions = [{ what: '补测两个区的管线', who: '住建局', due: '2027-03-31' }];

/** Somebody answered 2, the room recorded 4 after two rounds, the second item was parked and the figure recorded. */
async function afternoon(t: TestContext, overrides: object = {}) {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now });
  const workshop = await makeWorkshop(app, { title: '年度会商', ...overrides });
  await putAnswer(app, { id: workshop.assessment, item }, { answer: 'scored', value: 2 });
  const phones = await seated(app, workshop, 6);
  await voteRound(app, workshop, { item, round: 1, values: [0, 0, 0, 5, 5, 5], phones });
  await voteRound(app, workshop, { item, round: 2, values: [3, 4, 4, 4, 4, 'unknown'], phones });
  await command(app, workshop, { command: 'record', value: 4, rationale: '<i>纪要</i>齐全', actions });
  await voteRound(app, workshop, { item: second, round: 1, values: [3, 3], phones });
  await command(app, workshop, { command: 'park', reason: '等水务局的资料' });
  await command(app, workshop, { command: 'brief', item: figure }, { command: 'record', value: 97.5 });
  const participant = withSecret(app, phones[0]?.token ?? '');
  await participant.post(`/api/v1/w/${workshop.code}/questions`).send({ text: '谁来维护台账？' });
  clock.pass(20);
  await command(app, workshop, 'pause');
  const agent = await browser(app);
  const base = `/assessments/${workshop.assessment}`;
  const part = async (language = 'zh-CN') => {
    const { text } = await api(app).get(`${base}/report`).set('Cookie', `language=${language}`).expect(200);
    return text.split('id="discussions"')[1]?.split('class="report-part')[0] ?? '';
  };
  return { app, workshop, agent, base, part, clock };
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('an assessment without a workshop has no such part', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const { text } = await api(app).get(`/assessments/${id}/report`).expect(200);
  assert.doesNotMatch(text, /id="discussions"|href="#discussions"/);
  const { body } = await api(app).get(`/assessments/${id}/report.json`).expect(200);
  assert.equal(body.discussions, undefined);
});

test('the part sums up, and shows every round beside the other with the opinion beside the answer', async t => {
  const { part, workshop } = await afternoon(t);
  const html = await part();
  const said = plain(html);
  for (const sentence of [
    '会商议了 3 项，记录了 2 项会商意见。',
    '1 项基本一致：A1',
    '1 项没有投票，由会场认定：A8',
    '1 项投了不止一轮，其中 1 项末轮比首轮更一致。',
    '1 项的会商意见与现在的填报不同，得分按填报计：A1',
    '1 项搁置，没有形成意见：A3',
    '意见对立',
    '基本一致',
    '四分位 4–4（间距 0）',
    '不掌握 1',
    '与填报不同',
    '原因：等水务局的资料',
    '有效票不足 3 张，不显示分布。',
    '补测两个区的管线',
    '住建局',
    '2027年3月31日',
  ])
    assert.ok(said.includes(sentence), sentence);
  assert.match(html, /aria-label="第 1 轮：0 3 票、1 0 票、2 0 票、3 0 票、4 0 票、5 3 票"/);
  assert.match(html, /aria-label="第 2 轮：0 0 票、1 0 票、2 0 票、3 1 票、4 4 票、5 0 票"/);
  assert.match(html, new RegExp(`href="/workshops/${workshop.id}/minutes"`));
  assert.match(html, /&lt;i&gt;纪要&lt;\/i&gt;齐全/);
});

test('it says the same in English', async t => {
  const { part } = await afternoon(t);
  const said = plain(await part('en'));
  for (const sentence of [
    '3 items were discussed; 2 recorded.',
    'Broad agreement on 1 item: A1',
    'On 1 item the opinion differs from the answer, which is what the score counts: A1',
    'Opinions split',
    'Differs from the answer',
    'Reason: 等水务局的资料',
    'Fewer than 3 valid votes: no distribution is shown.',
  ])
    assert.ok(said.includes(sentence), sentence);
});

test('two votes show no level: neither on the page nor in a file', async t => {
  const { app, base } = await afternoon(t);
  const document = reportDocumentSchema.parse((await api(app).get(`${base}/report.json`).expect(200)).body);
  const parked = document.discussions?.[0]?.items.find(each => each.item === second);
  assert.deepEqual([parked?.rounds[0]?.n, parked?.rounds[0]?.counts, parked?.rounds[0]?.median], [2, null, null]);
});

test('the numbers in the file are those of the minutes', async t => {
  const { app, base, workshop } = await afternoon(t);
  const document = reportDocumentSchema.parse((await api(app).get(`${base}/report.json`).expect(200)).body);
  const { body } = await withSecret(app, workshop.keys.facilitator)
    .get(`/api/v1/workshops/${workshop.id}/minutes`)
    .expect(200);
  const [shown] = document.discussions?.[0]?.items ?? [];
  assert.equal(shown?.rounds.length, 2);
  for (const [index, { iqr: _iqr, consensusIndex: _index, ...round }] of shown.rounds.entries())
    assert.deepEqual(round, body.items[0].rounds[index].results);
  assert.deepEqual(shown.opinion?.provenance, body.items[0].opinions[0].provenance);
  assert.equal(shown.opinion?.application?.outcome, 'answered');
});

test('adopting shows at once: a page that was kept is not shown again', async t => {
  const { part, agent, base, workshop } = await afternoon(t);
  assert.match(plain(await part()), /与填报不同/);
  await agent
    .post(`${base}/areas/lifeline`)
    .type('form')
    .send({ [`${item}:rev`]: '1', [`${item}:choice`]: '2', adopt: `${workshop.id}:1:1:${item}` })
    .expect(303);
  const said = plain(await part());
  assert.doesNotMatch(said, /与填报不同/);
  assert.match(said, /已作为填报/);
});

test('an opinion of later shows at once', async t => {
  const { app, part, workshop } = await afternoon(t);
  await part();
  await command(app, workshop, 'resume', { command: 'amend', item, value: 5, rationale: '补充', reason: '漏看' });
  assert.match(plain(await part()), /补充/);
});

test('the chart goes as a file with the votes in words, to those who may see the report', async t => {
  const { app, base, workshop, agent, part } = await afternoon(t);
  const file = `${base}/charts/discussion-${workshop.id}`;
  assert.ok((await part()).includes(`${file}.svg`));
  const svg = await agent.get(`${file}.svg`).expect(200);
  assert.match(String(svg.body), /年度会商 各轮投票/);
  const png = await agent.get(`${file}.png`).expect(200);
  assert.equal(png.body.subarray(1, 4).toString('latin1'), 'PNG');
  await agent.get(`${base}/charts/discussion-nothing.svg`).expect(404);
  const other = await createAssessment(app);
  await agent.get(`/assessments/${other}/charts/discussion-${workshop.id}.svg`).expect(404);
});

test('departments are shown as the room saw them, and none that could be worked out', async t => {
  const app = await startApp(t, { now: movedClock().now });
  const shownWith = async (fire: number) => {
    const workshop = await makeWorkshop(app);
    const departments = [...Array(5).fill('housing'), ...Array(fire).fill('fire')];
    const phones = await seated(app, workshop, departments.length, departments);
    const values = departments.map(department => (department === 'fire' ? 4 : 1));
    await voteRound(app, workshop, { item, round: 1, values, phones });
    await command(app, workshop, { command: 'record', value: 3, rationale: '会场商定' });
    const { text } = await api(app).get(`/assessments/${workshop.assessment}/report`).expect(200);
    return plain(text.split('id="discussions"')[1]?.split('class="report-part')[0] ?? '');
  };
  const both = await shownWith(6);
  assert.match(both, /部门中位数 消防救援 4（6 票） 住房城乡建设 1（5 票）/);
  assert.match(both, /部门之间差 2 级以上/);
  const hidden = await shownWith(4);
  assert.doesNotMatch(hidden, /部门中位数|部门之间差/);
});

test('questions left for later are listed', async t => {
  const { part } = await afternoon(t);
  assert.match(plain(await part()), /待答复 谁来维护台账？/);
});

test('a title and a question cannot bring markup into the report', async t => {
  const { part } = await afternoon(t, { title: '"><script>alert(1)</script>' });
  const html = await part();
  assert.doesNotMatch(html, /<script>alert/);
  assert.match(html, /&lt;script&gt;alert/);
  assert.doesNotMatch(html, / style=/);
});
