import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { reportDocumentSchema } from '#report/report-document.ts';
import { verifyReport } from '#report/verify-report.ts';
import { api } from '../../support/api-client.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { textOf } from '../../support/open-cockpit.ts';
import { readForm } from '../../support/read-form.ts';
import { movedClock, seated, voteRound } from '../../support/recorded-workshop.ts';
import { command, type TestWorkshop } from '../../support/workshop-client.ts';
import { startMoved } from './two-versions.ts';

type Moved = Awaited<ReturnType<typeof startMoved>>;

const renamed = buildChecklist({
  ...{ id: 'growing', version: '2.0.0' },
  areas: [buildArea('x', { items: [buildItem('x1')] })],
});

/** A finished workshop that recorded every item: six votes, level 2, with the reason. */
async function finished({ app, id }: Moved, clock: ReturnType<typeof movedClock>, items: string[]): Promise<string> {
  const { body } = await api(app)
    .post('/api/v1/workshops')
    .send({ assessment: id, title: `议 ${items.join(' ')}`, items, mode: 'anonymous' })
    .expect(201);
  const workshop: TestWorkshop = {
    ...{ id: body.id, code: body.code, assessment: id },
    keys: { ...{ facilitator: body.facilitatorKey, coFacilitator: '' }, ...{ projector: '', scribe: '' } },
  };
  const phones = await seated(app, workshop, 6);
  for (const item of items) {
    await voteRound(app, workshop, { item, round: 1, values: [2, 2, 2, 2, 3, 2], phones });
    await command(app, workshop, { command: 'record', value: 2, rationale: `理由 ${item}` });
    clock.pass(20);
  }
  await command(app, workshop, 'finish');
  return body.id;
}

async function send({ agent, address, page }: Moved, way = ''): Promise<void> {
  const fields = { ...readForm(await page()), confirm: 'yes' };
  await agent.post(`${address}${way}`).type('form').send(fields).expect(303);
}

async function start(t: TestContext, options: Parameters<typeof startMoved>[1] = {}) {
  const clock = movedClock();
  return { clock, moved: await startMoved(t, { ...options, now: clock.now }) };
}

test('a workshop keeps its items in the words of its time when a version without them is moved to', async t => {
  const { clock, moved } = await start(t, { newer: renamed });
  const { agent, id } = moved;
  const workshop = await finished(moved, clock, ['a1', 'b1']);
  const minutesPage = async (address = workshop) =>
    textOf((await agent.get(`/workshops/${address}/minutes`).expect(200)).text);
  const before = await minutesPage();
  clock.pass(60);
  await send(moved);

  await t.test('the minutes have title, votes, reason and map as before, and no raw ids', async () => {
    const after = await minutesPage();
    for (const part of ['A1 检查项 a1', 'B1 检查项 b1', '第 1 轮', '分歧图', '理由 a1', '理由 b1'])
      assert.ok(before.includes(part) && after.includes(part), part);
    const withoutOutcome = (text: string) => text.replaceAll(/本项已有填报，[^。 ]*|换版后[^。 ]*/g, '');
    assert.equal(withoutOutcome(after), withoutOutcome(before));
  });

  await t.test('the ballots are those that were filled in', async () => {
    const ballots = textOf((await agent.get(`/workshops/${workshop}/ballots`).expect(200)).text);
    for (const part of ['A1 检查项 a1', 'B1 检查项 b1']) assert.ok(ballots.includes(part), ballots);
  });

  await t.test('the cockpit names them, and offers nothing that cannot be done', async () => {
    const { text } = await agent.get(`/workshops/${workshop}`).expect(200);
    assert.match(
      textOf(text),
      /A1：换版后本项含义变了或不再问.*A1 检查项 a1 2 级，已记录 [^A-Z]{0,40} B1 检查项 b1 2 级，已记录.*截止 B1 投票/,
    );
    assert.doesNotMatch(text, /\/adopt"/);
    const refused = await agent.post(`/workshops/${workshop}/adopt`).type('form').send({ item: 'b1' }).expect(409);
    assert.match(refused.text, /id="refused".*B1：没有采用会商意见.*换版后本项含义变了或不再问，会商意见不能采用。/s);
  });

  await t.test('the report has the workshop, and says that its items are not asked so any more', async () => {
    const text = textOf((await agent.get(`/assessments/${id}/report`).expect(200)).text);
    assert.doesNotMatch(text, /没有集中会商的记录/);
    assert.match(text, /另议过本版检查表不再这样问的 2 项，记录意见 2 项；/);
    assert.match(text, /另议过本版检查表不再这样问的 2 项，记录意见 2 项，其中意见对立 0 项/);
    assert.match(text, /A1 检查项 a1 本版检查表不再这样问.*理由 a1/);
  });

  await t.test('the report as a file holds them with what they asked, and can be computed again', async () => {
    const { body } = await agent.get(`/assessments/${id}/report.json`).expect(200);
    const [discussion] = reportDocumentSchema.parse(body).discussions ?? [];
    assert.deepEqual(
      discussion?.items.map(({ item, former, inScope, claimed }) => [item, former?.code, inScope, claimed]),
      [
        ['a1', 'A1', false, null],
        ['b1', 'B1', false, null],
      ],
    );
    assert.deepEqual(verifyReport(body).differences, []);
  });

  await t.test('what was discussed in a version whose move was undone stays readable too', async () => {
    const later = await finished(moved, clock, ['x1']);
    clock.pass(60);
    await send(moved, '/undo');
    assert.match(await minutesPage(later), /X1 检查项 x1 .*理由 x1/);
    assert.equal(await minutesPage(), before);
  });
});

test('an opinion on an item that asks something else since cannot be adopted, and everybody says so', async t => {
  const { clock, moved } = await start(t);
  const { agent } = moved;
  const workshop = await finished(moved, clock, ['a2', 'a1']);
  const cockpit = `/workshops/${workshop}`;
  assert.match((await agent.get(cockpit).expect(200)).text, /\/adopt".*value="a2"/s);
  clock.pass(60);
  await send(moved);
  const page = (await agent.get(cockpit).expect(200)).text;
  assert.match(page, /A2：换版后本项含义变了或不再问，会商意见不能采用。/);
  assert.doesNotMatch(page, /name="item" value="a2"/);
  assert.match(page, /name="item" value="a1"/);
  const refused = await agent.post(`${cockpit}/adopt`).type('form').send({ item: 'a2' }).expect(409);
  assert.match(refused.text, /A2：没有采用会商意见/);
  assert.match((await agent.get(`${cockpit}/minutes`).expect(200)).text, /换版后本项含义变了或不再问/);
  await agent.post(`${cockpit}/adopt`).type('form').send({ item: 'a1' }).expect(303);
});
