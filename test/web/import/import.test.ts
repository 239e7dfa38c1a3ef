import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { cellOf, editWorkbook, sheetOf } from '../../support/edit-workbook.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const updates = 'lifeline-asset-updates';
const plan = 'lifeline-renewal-plan';
const pipes = 'lifeline-old-pipes';

/** Answers to two items, and a pack in which somebody filled in three. */
async function filledPack(app: TestApp) {
  const id = await createAssessment(app);
  const agent = await browser(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, note: '原来的备注' });
  await putAnswer(app, { id, item: plan }, { answer: 'unknown' });
  const sent = await agent.get(`/assessments/${id}/pack.xlsx`).responseType('blob').expect(200);
  const pack = await editWorkbook(sent.body, workbook => {
    const sheet = sheetOf(workbook, '填报');
    const cell = (item: string, column: string) => cellOf(sheet, `${id}/${item}`, { column });
    cell(survey, 'note').value = '<script>alert(1)</script>';
    cell(updates, 'value').value = 91;
    cell(plan, 'answer').value = null;
    cell(pipes, 'answer').value = '大概三级';
    const records = sheetOf(workbook, '佐证');
    cellOf(records, `${id}/${updates}`, { column: 'kind' }).value = '数据报表';
    cellOf(records, `${id}/${updates}`, { column: 'title' }).value = '更新率报表';
  });
  const upload = async (bytes = pack, name = '住建局 填报.xlsx') =>
    agent.post(`/assessments/${id}/import`).attach('file', bytes, name);
  const stored = async () => (await api(app).get(`/api/v1/assessments/${id}`).expect(200)).body.answers;
  return { id, agent, sent, pack, upload, stored };
}

const valuesIn = (html: string) => [...html.matchAll(/name="accept" value="([^"]+)"( checked)?/g)];

test('sheets that come back', async (t: TestContext) => {
  const app = await startApp(t);

  await t.test('are downloaded for everybody or a department, in either language, under their names', async () => {
    const { id, agent, sent } = await filledPack(app);
    assert.match(sent.headers['content-disposition'] ?? '', /answers-2026-11-30\.xlsx.*filename\*=UTF-8''/);
    const english = await agent.get(`/assessments/${id}/pack.xlsx?department=housing&language=en`).responseType('blob');
    await editWorkbook(english.body, workbook => assert.ok(sheetOf(workbook, 'Answers')));
    await agent
      .get(`/assessments/${id}/pack.csv`)
      .expect(200)
      .expect('Content-Type', /csv/)
      .expect(/编号,检查项,作答/);
    await agent.get(`/assessments/${id}/pack.xlsx?department=nobody-here`).expect(404);
    await agent.get('/assessments/none/pack.xlsx').expect(404);
    await agent.get(`/assessments/${id}`).expect(new RegExp(`/assessments/${id}/import`));
    await agent.get(`/assessments/${id}/departments/housing`).expect(/pack\.xlsx\?department=housing/);
    await agent
      .get(`/assessments/${id}/import`)
      .expect(200)
      .expect(/非涉密系统/);
  });

  await t.test('are shown as a diff, of which nothing is stored before it is accepted', async () => {
    const { upload, agent, stored } = await filledPack(app);
    const before = await stored();
    const shown = await upload();
    assert.equal(shown.status, 303, shown.text);
    const { text } = await agent.get(shown.headers.location ?? '').expect(200);
    assert.deepEqual(
      valuesIn(text).map(([, value, checked]) => [value, checked !== undefined]),
      [
        [`${updates}@0`, true],
        [`${survey}@1`, true],
        [`${plan}@1`, false],
      ],
    );
    assert.match(text, /填报!G\d+.*“大概三级”不在下拉列表里/s);
    assert.match(text, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.doesNotMatch(text, /<script>alert/);
    assert.deepEqual(await stored(), before);
  });

  await t.test('are recorded in part, with the name of the file as the reason, and the outcome is told', async () => {
    const { id, upload, agent, stored } = await filledPack(app);
    const address = (await upload()).headers.location ?? '';
    const send = (accept: string[]) => agent.post(`${address}/accept`).type('form').send({ accept });
    await send([`${updates}@0`, `${plan}@1`])
      .expect(303)
      .expect('Location', address);
    await agent.get(address).expect(/已记入 2 项：A2、A3/);
    const answers = await stored();
    assert.equal(answers[plan], undefined);
    assert.equal(answers[survey].note, '原来的备注');
    const { answer, value, evidence } = answers[updates];
    assert.deepEqual({ answer, value }, { answer: 'scored', value: 91 });
    assert.equal(evidence[0].title, '更新率报表');
    assert.ok(evidence[0].id);
    await agent.get(`/assessments/${id}/history`).expect(/来自文件“住建局 填报\.xlsx”/);
    await send([`${updates}@0`]).expect(303);
    await agent.get(address).expect(/已记入 1 项：A2/);
    assert.equal((await stored())[updates].rev, 1, 'the same form sent twice records once');
    await agent.get((await upload()).headers.location ?? '').expect(new RegExp(`value="${survey}@1"`));
  });

  await t.test('do not write over what changed after the diff was shown', async () => {
    const { id, upload, agent, stored } = await filledPack(app);
    const address = (await upload()).headers.location ?? '';
    await putAnswer(app, { id, item: survey, rev: 1 }, { answer: 'scored', value: 5 });
    await agent
      .post(`${address}/accept`)
      .type('form')
      .send({ accept: [`${survey}@1`] })
      .expect(303);
    const { text } = await agent.get(address).expect(/没有记入任何一项.*您看过之后别人又改了/s);
    assert.deepEqual(
      valuesIn(text).find(([, value]) => value === `${survey}@2`)?.[2],
      undefined,
      'a conflict is not ticked',
    );
    assert.equal((await stored())[survey].value, 5);
    await agent
      .post(`${address}/accept`)
      .type('form')
      .send({ accept: `${survey}@2` })
      .expect(303);
    assert.equal((await stored())[survey].value, 3);
    assert.equal((await stored())[survey].note, '<script>alert(1)</script>');
  });

  await t.test('are refused with words where they are no sheets, and in a final assessment', async () => {
    const { id, upload, agent, pack } = await filledPack(app);
    const refused: [Buffer, string, RegExp][] = [
      [Buffer.alloc(0), 'leer.xlsx', /文件是空的/],
      [Buffer.from('PK nothing'), '../../etc/passwd', /损坏或不是 xlsx/],
      [Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'big.csv', /超过 20 MB/],
      [Buffer.from('一,二\n'), '<b>.csv', /表头里找不到/],
    ];
    for (const [bytes, name, reason] of refused) {
      const response = await upload(bytes, name);
      assert.equal(response.status, 422, name);
      assert.match(response.text, reason);
      assert.match(response.text, /id="file"/);
    }
    await agent
      .post(`/assessments/${id}/import`)
      .field('other', 'x')
      .expect(422)
      .expect(/请选择文件/);
    await agent.post(`/assessments/${id}/import`).type('form').send({ file: 'x' }).expect(400);
    await agent.post('/assessments/none/import').attach('file', pack, 'a.xlsx').expect(404);
    const address = (await upload()).headers.location ?? '';
    await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
    assert.equal((await upload()).status, 409);
    await agent
      .post(`${address}/accept`)
      .type('form')
      .send({ accept: `${survey}@1` })
      .expect(409);
    await agent.get(`/assessments/${id}/import`).expect(/已定稿，不能再上传/);
  });

  await t.test('belong to their assessment, and a ticket to its own', async () => {
    const one = await filledPack(app);
    const two = await filledPack(app);
    assert.match((await two.upload(one.pack)).text, /属于另一次评价/);
    const address = (await one.upload()).headers.location ?? '';
    const foreign = address.replace(one.id, two.id);
    await two.agent
      .get(foreign)
      .expect(410)
      .expect(/已过期/);
    await two.agent
      .post(`${foreign}/accept`)
      .type('form')
      .send({ accept: `${survey}@1` })
      .expect(410);
    await one.agent.post(`${address}/accept`).type('form').send({ accept: 'no revision' }).expect(400);
    await one.agent.post(`${address}/accept`).type('form').send({}).expect(303);
    await one.agent.get(address).expect(/没有记入任何一项/);
  });

  await t.test('are not taken from another site or without the token', async () => {
    const { id, agent, pack } = await filledPack(app);
    await agent
      .post(`/assessments/${id}/import`)
      .set('Origin', 'http://evil.example')
      .attach('file', pack, 'a.xlsx')
      .expect(403);
    await api(app).get(`/assessments/${id}/pack.xlsx`).set('Authorization', 'Bearer wrong').expect(401);
  });
});

test('an upload expires after half an hour', async t => {
  let now = new Date('2026-11-20T02:00:00.000Z');
  const app = await startApp(t, { now: () => now });
  const { upload, agent } = await filledPack(app);
  const address = (await upload()).headers.location ?? '';
  now = new Date('2026-11-20T02:29:00.000Z');
  await agent.get(address).expect(200);
  now = new Date('2026-11-20T02:31:00.000Z');
  await agent.get(address).expect(410);
});
