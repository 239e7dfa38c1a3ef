import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const [first, second, third, fourth, fifth] = [
  'lifeline-asset-survey',
  'lifeline-monitoring-coverage',
  'lifeline-sensor-siting',
  'lifeline-old-pipes',
  'lifeline-backup-supply',
] as const;

const evidence = [
  { id: 'old-report', kind: 'document', title: '旧报告', date: '2024-01-01', validUntil: '2025-12-31' },
  { id: 'ledger', kind: 'operation', title: '台账 <script>', date: '2026-01-01' },
];

/** This year's assessment, whose area form has five suggestions. */
async function startSuggested(app: TestApp) {
  const earlier = await createAssessment(app, { period: '2025 年度', referenceDate: '2025-11-30' });
  await putAnswer(app, { id: earlier, item: first }, { answer: 'scored', value: 3, note: '去年的说明', evidence });
  for (const [item, value] of [
    [second, 2],
    [third, 4],
    [fourth, 1],
    [fifth, 3],
  ] as const)
    await putAnswer(app, { id: earlier, item }, { answer: 'scored', value });
  const id = await createAssessment(app, { origin: earlier });
  const agent = await browser(app);
  const address = `/assessments/${id}/areas/lifeline`;
  const page = async () => (await agent.get(address).expect(200)).text;
  return {
    ...{ app, agent, id, earlier, address, page },
    stored: async () => (await api(app).get(`/api/v1/assessments/${id}`).expect(200)).body.answers,
    /** The value of the button beside an item. */
    take: async (item: string) => new RegExp(`name="take" value="([^"]+:${item})"`).exec(await page())?.[1] ?? '',
    send: async (changes: object) =>
      agent
        .post(address)
        .type('form')
        .send({ ...readForm(await page()), ...changes }),
  };
}

/** The tags of the card beside an item. */
const changes = (page: string, item: string) =>
  [
    ...(page.split(`id="${item}:suggestion"`)[1]?.split('</div>')[0] ?? '').matchAll(
      /class="tag [^>]*>(?:<svg.*?<\/svg>)?([^<]+)</g,
    ),
  ]
    .map(tag => tag[1]?.trim())
    .join(' ');

test("last year's answers stand beside the items of the form, and one press takes one over", async t => {
  const app = await startApp(t);
  const { agent, id, earlier, address, page, stored, take, send } = await startSuggested(app);

  await t.test('a suggestion says what it is, and the fields stay empty', async () => {
    const text = await page();
    assert.match(text, /本领域还有 5 项可采用上一次的填报/);
    assert.match(text, /href="\/assessments\/[^"]+\/suggestions#area-lifeline"/);
    assert.match(text, /2025 年度 的填报，.*保存。没有采用之前不算填报/);
    assert.match(text, /台账 &lt;script&gt;/);
    assert.deepEqual(
      [first, second].map(item => changes(text, item)),
      ['佐证 1 条在基准日不在有效期内', '没有变化'],
    );
    const fields = readForm(text);
    assert.equal(fields[`${first}:choice`], undefined);
    assert.equal(fields[`${first}:note`], '');
    assert.deepEqual(await stored(), {});
  });

  await t.test('the department sees it beside what it owes', async () => {
    const { text } = await agent.get(`/assessments/${id}/departments/housing`).expect(200);
    assert.match(text, /上一次的填报：.*（此后：佐证 1 条在基准日不在有效期内）/);
  });

  await t.test('one press records it, and saves what was typed elsewhere', async () => {
    const done = await send({ take: await take(first), [`${second}:note`]: '正在填', [`${second}:choice`]: '5' });
    assert.equal(done.status, 303, done.text);
    assert.match(done.headers.location ?? '', /#A1$/);
    const answers = await stored();
    assert.equal(answers[first].value, 3);
    assert.equal(answers[first].note, '去年的说明');
    assert.deepEqual(
      answers[first].evidence.map(({ title }: { title: string }) => title),
      ['旧报告', '台账 <script>'],
    );
    assert.deepEqual([answers[second].value, answers[second].note], [5, '正在填']);
    assert.match((await agent.get(`/assessments/${id}/history`).expect(200)).text, /确认 2025 年度 的填报/);
    assert.equal(await take(first), '');
  });

  await t.test('pressed twice it is recorded once', async () => {
    const pressed = `1:0:${first}`;
    assert.equal((await send({ take: pressed })).status, 303);
    assert.equal((await stored())[first].rev, 1);
  });

  await t.test('pressed several times at once it is recorded once, and nobody is told that it was not', async () => {
    const pressed = await take(fifth);
    const fields = { [`${fifth}:rev`]: '0', take: pressed };
    const sent = [1, 2, 3, 4].map(async () =>
      agent.post(`/assessments/${id}/items/${fifth}`).type('form').send(fields),
    );
    assert.deepEqual(
      (await Promise.all(sent)).map(({ status }) => status),
      [200, 200, 200, 200],
    );
    assert.equal((await stored())[fifth].rev, 1);
  });

  await t.test('what was typed in the item itself is not replaced, and stays on the form', async () => {
    const refused = await send({ take: await take(third), [`${third}:note`]: '自己的话' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /没有采用：本项已经填了内容/);
    assert.match(refused.text, new RegExp(`href="#${third}:suggestion"`));
    assert.equal(readForm(refused.text)[`${third}:note`], '自己的话');
    assert.equal((await stored())[third], undefined);
  });

  await t.test('an item that somebody answered meanwhile is not replaced', async () => {
    const shown = await page();
    const pressed = await take(third);
    await putAnswer(app, { id, item: third }, { answer: 'unknown' });
    const refused = await agent
      .post(address)
      .type('form')
      .send({ ...readForm(shown), take: pressed });
    assert.equal(refused.status, 412);
    assert.match(refused.text, /本项填报或上一次的填报有改动/);
    assert.equal((await stored())[third].answer, 'unknown');
  });

  await t.test('an answer of last year that changed since it was shown is not taken', async () => {
    const pressed = await take(fourth);
    await putAnswer(app, { id: earlier, item: fourth, rev: 1 }, { answer: 'scored', value: 0 });
    const refused = await agent
      .post(`/assessments/${id}/items/${fourth}`)
      .type('form')
      .send({ [`${fourth}:rev`]: '0', take: pressed });
    assert.equal(refused.status, 412);
    assert.match(refused.text, /data-part="suggested"/);
    assert.equal((await stored())[fourth], undefined);
  });

  await t.test('a button that nobody made is malformed', async () => {
    for (const pressed of ['', 'x', `1:${fourth}`, '1:0:', `-1:0:${fourth}`])
      assert.equal((await send({ take: pressed })).status, 400, pressed);
    assert.deepEqual(Object.keys(await stored()).sort(), [first, second, third, fifth].sort());
  });

  await t.test('of an item that is not on the form nothing is taken, and that is said', async () => {
    const shown = readForm(await page());
    const without = Object.fromEntries(Object.entries(shown).filter(([name]) => !name.startsWith(`${fourth}:`)));
    for (const fields of [
      { ...shown, take: '1:0:__proto__' },
      { ...shown, take: '1:0:nope' },
      { ...without, take: await take(fourth) },
    ]) {
      const refused = await agent.post(address).type('form').send(fields);
      assert.equal(refused.status, 412);
      assert.match(refused.text, /没有采用：按钮所指的检查项不在这份表上/);
    }
    await agent
      .post(`/assessments/${id}/items/${fourth}`)
      .type('form')
      .send({ [`${fourth}:rev`]: '0', take: '1:0:nope' })
      .expect(400);
    assert.equal((await stored())[fourth], undefined);
  });

  await t.test('with its script an item takes it over alone, and the count goes down', async () => {
    const done = await agent
      .post(`/assessments/${id}/items/${fourth}`)
      .type('form')
      .send({ [`${fourth}:rev`]: '0', take: await take(fourth) });
    assert.equal(done.status, 200, done.text);
    assert.equal(done.headers.etag, '"1"');
    assert.doesNotMatch(done.text, /项可采用上一次的填报/);
    assert.equal((await stored())[fourth].value, 0);
  });

  await t.test('a final assessment suggests nothing', async () => {
    await api(app).delete(`/api/v1/assessments/${id}/answers/${fourth}`).set('If-Match', '"1"').expect(204);
    assert.match(await page(), /本领域还有 1 项可采用上一次的填报/);
    await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    assert.doesNotMatch(await page(), /name="take"|可采用上一次/);
  });
});
