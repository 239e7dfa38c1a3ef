import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { api, browser, putAnswer } from '../../support/api-client.ts';
import { readForm } from '../../support/read-form.ts';
import { movedClock, seated, storedRecord, voteRound } from '../../support/recorded-workshop.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { command, exampleItems, makeWorkshop } from '../../support/workshop-client.ts';

const [item = '', second = '', figure = ''] = exampleItems;
const audit = { kind: 'audit', title: '审计报告' };
const words = { rationale: '纪要 <b>齐全</b>', dissent: '区县会商未算' };

/** The form of an assessment in which somebody answered 2 and the room recorded 4. */
async function recorded(t: TestContext, { answered = true, title = '年度会商' } = {}) {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now });
  const workshop = await makeWorkshop(app, { title });
  const { assessment } = workshop;
  if (answered) await putAnswer(app, { id: assessment, item }, { answer: 'scored', value: 2, evidence: [audit] });
  const phones = await seated(app, workshop, 6);
  await voteRound(app, workshop, { item, round: 1, values: [0, 0, 4, 4, 5, 'unknown'], phones });
  await voteRound(app, workshop, { item, round: 2, values: [3, 4, 4, 4, 4, 'unknown'], phones });
  await command(app, workshop, { command: 'record', value: 4, ...words });
  return { clock, app, workshop, ...(await formOf(app, assessment)) };
}

/** The opinion is handed on by the next command. */
async function settled(t: TestContext, options = {}) {
  const room = await recorded(t, options);
  room.clock.pass(20);
  await command(room.app, room.workshop, 'next');
  return room;
}

async function formOf(app: TestApp, assessment: string) {
  const agent = await browser(app);
  const area = `/assessments/${assessment}/areas/lifeline`;
  const page = async (language = 'zh-CN') =>
    (
      await agent
        .get(area)
        .set('Cookie', await cookies(language))
        .expect(200)
    ).text;
  const cookies = async (language: string) => `language=${language}; ${await sessionOf(app)}`;
  return {
    ...{ agent, area, page },
    /** Presses the button that a page shows, with the fields of that page. */
    adopt: async (html: string, changes: Record<string, string> = {}) =>
      agent
        .post(area)
        .type('form')
        .send({ ...readForm(html), ...changes, adopt: buttonIn(html) }),
  };
}

async function sessionOf(app: TestApp): Promise<string> {
  const { headers } = await api(app).post('/login').set('Origin', app.url).type('form').send({ token: app.token });
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

function buttonIn(html: string, of = item): string {
  const value = new RegExp(`name="adopt" value="([^"]+:${of})"`).exec(html)?.[1];
  assert.ok(value, 'there is no button to adopt');
  return value;
}

/** The part of the page about the opinions on an item. */
function partOf(html: string, of = item): string {
  return html.split(`id="${of}:opinions"`)[1]?.split('<fieldset')[0] ?? '';
}

test('the overview names opinions that wait for a decision until they are adopted', async t => {
  const { agent, workshop, page, adopt } = await settled(t);
  const overview = async () => (await agent.get(`/assessments/${workshop.assessment}`).expect(200)).text;
  assert.match(await overview(), /等牵头部门决定是否采用.*<a href="[^"]*\/areas\/lifeline#A1">A1<\/a>/s);
  await adopt(await page());
  assert.doesNotMatch(await overview(), /等牵头部门决定是否采用/);
});

test('the card shows what the room recorded beside the answer, and why it was not written by itself', async t => {
  const { page } = await settled(t);
  const part = partOf(await page());
  for (const said of [
    'level-4',
    '基本一致',
    '有效票 5',
    '不掌握 1',
    '中位数 4',
    '投了 2 轮',
    '年度会商',
    '2026年11月24日',
  ])
    assert.ok(part.includes(said), said);
  assert.match(part, /与填报不同/);
  assert.match(part, /没有自动写入：.*时本项已有填报，由牵头部门决定是否采用。/);
  assert.match(part, /纪要 &lt;b&gt;齐全&lt;\/b&gt;/);
  assert.match(part, /区县会商未算/);
  assert.match(part, /href="\/workshops\/[^"]+\/minutes"/);
  const english = partOf(await page('en'));
  assert.match(english, /Broad agreement/);
  assert.match(english, /Differs from the answer/);
  assert.match(english, /Adopt the opinion on A\d+/);
});

test('a folded card says that the room sees it differently', async t => {
  const { page } = await settled(t);
  assert.match((await page()).replace(/<[^>]+>/g, ' '), /会商意见 4 级/);
});

test('the page of the department that leads the item says so too', async t => {
  const { agent, workshop } = await settled(t);
  const { text } = await agent.get(`/assessments/${workshop.assessment}/departments/housing`).expect(200);
  assert.match(text.replace(/<[^>]+>/g, ' '), /会商意见 4 级/);
});

test('where nobody had answered the opinion is the answer, and there is nothing to adopt', async t => {
  const { page, app, workshop } = await settled(t, { answered: false });
  const html = await page();
  assert.match(partOf(html), /已作为填报/);
  assert.doesNotMatch(html, /name="adopt"/);
  assert.equal((await storedRecord(app, workshop.assessment, item)).value, 4);
});

test('as long as it can be undone nothing can be adopted', async t => {
  const { page, area, agent } = await recorded(t);
  const html = await page();
  assert.match(partOf(html), /撤销期过后自动写入/);
  assert.doesNotMatch(html, /name="adopt"/);
  const button = `${/\/workshops\/([^/]+)\/minutes/.exec(html)?.[1]}:1:1:${item}`;
  const response = await agent
    .post(area)
    .type('form')
    .send({ ...readForm(html), adopt: button });
  assert.equal(response.status, 412);
  assert.match(response.text, /还可以撤销/);
});

test('items that no workshop recorded have no such part', async t => {
  const { page } = await settled(t);
  const html = await page();
  assert.match(html, new RegExp(`id="${second}:opinions"`));
  assert.doesNotMatch(partOf(html, second), /opinion-card/);
});

describe('adopting', () => {
  test('makes the opinion the answer, keeps the evidence, and the history names the workshop', async t => {
    const { app, workshop, agent, adopt, page } = await settled(t);
    const response = await adopt(await page());
    assert.equal(response.status, 303, response.text);
    assert.match(response.headers.location ?? '', /#A\d+$/);
    const record = await storedRecord(app, workshop.assessment, item);
    assert.deepEqual([record.value, record.rev, record.note], [4, 2, words.rationale]);
    assert.equal(record.evidence[0].title, audit.title);
    assert.equal(record.by, `workshop:${workshop.id}:1`);
    assert.match(partOf(await page()), /已作为填报/);
    for (const address of ['history', `items/${item}/history`, `history?by=${record.by}`]) {
      const { text } = await agent.get(`/assessments/${workshop.assessment}/${address}`).expect(200);
      assert.match(text, /会商“年度会商”/, address);
      assert.doesNotMatch(text.replace(/value="[^"]*"|href="[^"]*"/g, ''), /workshop:/, address);
    }
    const csv = await agent.get(`/assessments/${workshop.assessment}/history.csv`).expect(200);
    assert.match(csv.text, /会商“年度会商”/);
  });

  test('is a single change however often it is pressed', async t => {
    const { app, workshop, adopt, page } = await settled(t);
    const html = await page();
    const both = await Promise.all([adopt(html), adopt(html)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    );
    assert.equal((await storedRecord(app, workshop.assessment, item)).rev, 2);
  });

  test('saves what was typed for other items of the form', async t => {
    const { app, workshop, adopt, page } = await settled(t);
    await adopt(await page(), { [`${second}:choice`]: '3' });
    assert.equal((await storedRecord(app, workshop.assessment, second)).value, 3);
    assert.equal((await storedRecord(app, workshop.assessment, item)).value, 4);
  });

  test('over an answer that changed meanwhile is refused, and can be decided again', async t => {
    const { app, workshop, adopt, page } = await settled(t);
    const html = await page();
    await putAnswer(app, { id: workshop.assessment, item, rev: 1 }, { answer: 'scored', value: 1 });
    const refused = await adopt(html);
    assert.equal(refused.status, 412);
    assert.match(refused.text, /没有采用：您打开页面之后，本项填报已被修改/);
    assert.match(refused.text, new RegExp(`href="#${item}:opinions"`));
    assert.equal((await storedRecord(app, workshop.assessment, item)).value, 1);
    const again = await adopt(refused.text);
    assert.equal(again.status, 303);
    assert.equal((await storedRecord(app, workshop.assessment, item)).value, 4);
  });

  test('that is refused keeps what was typed into the same item', async t => {
    const { app, workshop, adopt, page } = await settled(t);
    const html = await page();
    await putAnswer(app, { id: workshop.assessment, item, rev: 1 }, { answer: 'scored', value: 1 });
    const refused = await adopt(html, { [`${item}:note`]: '打到一半的备注' });
    assert.equal(refused.status, 412);
    assert.equal(readForm(refused.text)[`${item}:note`], '打到一半的备注');
  });

  test('an opinion that was amended meanwhile is refused', async t => {
    const { app, workshop, adopt, page, clock } = await settled(t);
    const html = await page();
    await command(app, workshop, { command: 'amend', item, value: 5, rationale: '补充', reason: '漏看' });
    const refused = await adopt(html);
    assert.equal(refused.status, 412);
    assert.match(refused.text, /已被更正或撤销/);
    clock.pass(20);
    await command(app, workshop, 'skip');
    assert.equal((await adopt(await page())).status, 303);
    const record = await storedRecord(app, workshop.assessment, item);
    assert.deepEqual([record.value, record.by], [5, `workshop:${workshop.id}:2`]);
  });

  test('in a final assessment is refused, and its page has no button', async t => {
    const { agent, workshop, app, adopt, page } = await settled(t);
    const html = await page();
    await agent.post(`/assessments/${workshop.assessment}/state`).type('form').send({ state: 'final' }).expect(303);
    assert.equal((await adopt(html)).status, 409);
    assert.doesNotMatch(await page(), /name="adopt"/);
    assert.equal((await storedRecord(app, workshop.assessment, item)).value, 2);
  });

  test('an opinion of another assessment, an unknown one and a malformed one are refused and store nothing', async t => {
    const { app, workshop, agent, area, page } = await settled(t);
    const other = await makeWorkshop(app);
    const fields = readForm(await page());
    const refusals = {
      [`${other.id}:1:1:${item}`]: 404,
      [`nothing:1:1:${item}`]: 404,
      [`${workshop.id}:1:1:${second}`]: 404,
      [`${workshop.id}:1:x:${item}`]: 400,
      [`../../etc:1:1:${item}`]: 400,
      '': 400,
    };
    for (const [adopt, status] of Object.entries(refusals))
      await agent
        .post(area)
        .type('form')
        .send({ ...fields, adopt })
        .expect(status);
    assert.equal((await storedRecord(app, workshop.assessment, item)).rev, 1);
    await agent.post(area).set('Origin', 'http://evil.example').type('form').send(fields).expect(403);
  });

  test('by the page’s own script is answered with the card as it is then', async t => {
    const { agent, workshop, page } = await settled(t);
    const html = await page();
    const response = await agent
      .post(`/assessments/${workshop.assessment}/items/${item}`)
      .type('form')
      .send({ ...readForm(html), adopt: buttonIn(html) })
      .expect(200);
    assert.equal(response.headers.etag, '"2"');
    assert.match(partOf(response.text), /已作为填报/);
  });
});

test('a figure that nobody votes on is recorded and shown without figures of a vote', async t => {
  const { app, workshop, page, clock } = await settled(t);
  await command(
    app,
    workshop,
    { command: 'brief', item: figure },
    { command: 'record', value: 97.5, rationale: '巡检记录' },
  );
  clock.pass(20);
  await command(app, workshop, 'next');
  const part = partOf(await page(), figure);
  assert.match(part, /本项没有投票，由会场认定/);
  assert.match(part, /97\.5/);
  assert.doesNotMatch(part, /有效票/);
});

test('a title cannot bring markup into the form or the history', async t => {
  const { agent, adopt, page, workshop } = await settled(t, { title: '<script>alert(1)</script>' });
  await adopt(await page());
  for (const address of ['areas/lifeline', 'history', `items/${item}/history`]) {
    const { text } = await agent.get(`/assessments/${workshop.assessment}/${address}`).expect(200);
    assert.doesNotMatch(text, /<script>alert/, address);
    assert.match(text, /&lt;script&gt;alert/, address);
  }
});
