import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';

const evidence = [
  { id: 'r1', kind: 'document', title: '普查报告', number: '示住建〔2026〕8号', date: '2026-03-01' },
  { id: 'r2', kind: 'audit', title: '过期的检验', date: '2025-01-01', validUntil: '2026-01-01', keptAt: '档案室' },
];

async function openRegister(app: TestApp) {
  const form = await openForm(app);
  await putAnswer(app, { id: form.id, item: survey }, { answer: 'scored', value: 3, evidence });
  await putAnswer(app, { id: form.id, item: plan }, { answer: 'scored', value: 2, evidence: [{ id: 'r1' }] });
  const register = `/assessments/${form.id}/evidence`;
  const fields = async () => readForm((await form.agent.get(`${register}/r1`).expect(200)).text);
  return {
    ...form,
    register,
    fields,
    change: async (changes: Record<string, string>, base?: Record<string, string>) =>
      form.agent
        .post(`${register}/r1`)
        .type('form')
        .send({ ...(base ?? (await fields())), ...changes }),
  };
}

test('an assessment without evidence says where it is added', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  await agent
    .get(`/assessments/${id}/evidence`)
    .expect(200)
    .expect(/还没有佐证/);
  await agent.get('/assessments/none/evidence').expect(404);
});

test('the register shows every record once: where it is used, what it supports, whether it counts', async t => {
  const app = await startApp(t);
  const { agent, register, area } = await openRegister(app);
  const { text } = await agent.get(register).expect(200);
  assert.match(text, /共 2 份.*其中 1 份需要留意/);
  assert.equal([...text.matchAll(/<th scope="row">/g)].length, 2);
  assert.match(
    text,
    new RegExp(`普查报告.*示住建〔2026〕8号.*${area}#A1">A1</a>.*${area}#A3">A3</a>.*2 级.*基准日有效`, 's'),
  );
  assert.match(text, /过期的检验.*档案室.*至 2026年1月1日.*不计入.*基准日已过期，不计入/s);
  assert.match(text, /aria-current="page">佐证</);
});

test('the register is narrowed by text, kind and what needs a look; anything else asked counts as not asked', async t => {
  const app = await startApp(t);
  const { agent, register } = await openRegister(app);
  const found = async (query: string) => {
    const { text } = await agent.get(`${register}?${query}`).expect(200);
    return ['普查报告', '过期的检验'].filter(title => text.includes(`>${title}</a>`));
  };
  assert.deepEqual(await found('q=档案'), ['过期的检验']);
  assert.deepEqual(await found('q=〔2026〕'), ['普查报告']);
  assert.deepEqual(await found('show=warned'), ['过期的检验']);
  assert.deepEqual(await found('show=shared'), ['普查报告']);
  assert.deepEqual(await found('show=no-file&kind=document'), ['普查报告']);
  assert.deepEqual(await found('q=没有的'), []);
  assert.deepEqual(await found('show=__proto__&kind=x&page=-1&q='), ['普查报告', '过期的检验']);
  await agent.get(`${register}?q=%22%3E%3Cscript%3E`).expect(/value="&#34;&gt;&lt;script&gt;"/);
});

test('many records are turned page by page', async t => {
  const app = await startApp(t);
  const { agent, id } = await openForm(app);
  const items = [survey, plan, 'lifeline-sensor-siting'];
  for (const [index, item] of items.entries()) {
    const many = Array.from({ length: 40 }, (_, number) => ({ kind: 'document', title: `第${index}组${number}号` }));
    await putAnswer(app, { id, item }, { answer: 'unknown', evidence: many });
  }
  const { text } = await agent.get(`/assessments/${id}/evidence?q=号`).expect(200);
  assert.match(text, /第 1 页，共 2 页.*rel="next"/s);
  assert.match(text, /符合条件的 120 份/);
  const second = await agent.get(`/assessments/${id}/evidence?q=号&page=2`).expect(200);
  assert.equal([...second.text.matchAll(/<th scope="row">/g)].length, 20);
});

test('a record is changed for every item that uses it', async t => {
  const app = await startApp(t);
  const { change, stored, register } = await openRegister(app);
  const response = await change({ title: '普查总报告', number: '', validUntil: '2027-12-31' });
  assert.equal(response.status, 303, response.text);
  assert.equal(response.headers.location, `${register}/r1`);
  const changed = { id: 'r1', kind: 'document', title: '普查总报告', date: '2026-03-01', validUntil: '2027-12-31' };
  const answers = await stored();
  assert.deepEqual(answers[survey]?.evidence, [changed, evidence[1]]);
  assert.deepEqual([answers[survey]?.rev, answers[plan]?.rev], [2, 2]);
  assert.deepEqual(answers[plan]?.evidence, [changed]);
});

test('the page of a record shows where it is used and what became of it', async t => {
  const app = await startApp(t);
  const { agent, change, register, area } = await openRegister(app);
  await change({ title: '普查总报告' });
  const { text } = await agent.get(`${register}/r1`).expect(200);
  assert.match(text, new RegExp(`${area}#A1">A1 .*${area}#A3">A3 `, 's'));
  assert.match(text, /保存后，下列 2 项的填报同时更新/);
  assert.match(text, /本机管理员　.*修改.*普查<ins>总<\/ins>报告.*登记/s);
  assert.match(text, /严禁录入国家秘密/);
});

test('a record saved as it is changes nothing', async t => {
  const app = await startApp(t);
  const { change, stored } = await openRegister(app);
  assert.equal((await change({})).status, 303);
  assert.equal((await stored())[survey]?.rev, 1);
});

test('an unknown record is not found', async t => {
  const app = await startApp(t);
  const { agent, register } = await openRegister(app);
  for (const id of ['none', '__proto__', '..%2F..%2Flock', 'a'.repeat(500)]) {
    await agent.get(`${register}/${id}`).expect(404);
    await agent.post(`${register}/${id}`).type('form').send({}).expect(404);
  }
});

const bad: [what: string, fields: Record<string, string>, words: RegExp][] = [
  ['no title', { title: ' ' }, /请写佐证的名称/],
  ['a day that does not exist', { date: '2026-02-30' }, /日期不存在：2026-02-30/],
  ['a script as a link', { link: 'javascript:alert(1)' }, /链接须以 http/],
  ['an unheard-of kind', { kind: 'rumour' }, /请选择佐证种类/],
  ['an overlong number', { number: '长'.repeat(101) }, /最多 100 字（现 101 字）/],
];

for (const [what, fields, words] of bad) {
  test(`${what} is refused at its field with everything kept as typed`, async t => {
    const app = await startApp(t);
    const { change, stored } = await openRegister(app);
    const response = await change({ keptAt: '新的<b>存放处</b>', ...fields });
    assert.equal(response.status, 422);
    assert.match(response.text, words);
    assert.match(response.text, /value="新的&lt;b&gt;存放处&lt;\/b&gt;"/);
    assert.match(response.text, /aria-invalid="true"/);
    assert.equal((await stored())[survey]?.rev, 1);
  });
}

test('an edit that somebody else was ahead of shows both versions and loses nothing', async t => {
  const app = await startApp(t);
  const { change, fields, stored } = await openRegister(app);
  const old = await fields();
  assert.equal((await change({ title: '甲改的' })).status, 303);
  const late = await change({ title: '乙改的', keptAt: '乙处' }, old);
  assert.equal(late.status, 412);
  assert.match(late.text, /现在存的.*甲改的.*您填的.*乙改的.*乙处/s);
  assert.match(late.text, /name="title" value="乙改的"/);
  assert.equal((await stored())[plan]?.rev, 2);
  assert.equal((await change({}, readForm(late.text))).status, 303);
  const answers = await stored();
  assert.deepEqual([answers[plan]?.rev, answers[survey]?.rev], [3, 3]);
});

test('a faulty edit goes on from the version that it saw', async t => {
  const app = await startApp(t);
  const { change, fields } = await openRegister(app);
  const old = await fields();
  await change({ title: '甲改的' });
  const faulty = await change({ title: '' }, old);
  assert.equal(faulty.status, 422);
  assert.equal((await change({ title: '乙改的' }, readForm(faulty.text))).status, 412);
});

test('a final assessment shows its records and takes no change of them', async t => {
  const app = await startApp(t);
  const { agent, id, change, fields, register } = await openRegister(app);
  const old = await fields();
  await agent.post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  await agent
    .get(`${register}/r1`)
    .expect(200)
    .expect(/登记不能再改/);
  assert.equal((await change({ title: 'x' }, old)).status, 409);
});

test('the register is closed to who may not', async t => {
  const app = await startApp(t);
  const { agent, register } = await openRegister(app);
  await api(app).get(register).unset('Authorization').expect(401);
  await agent.post(`${register}/r1`).set('Origin', 'http://evil.example').type('form').send({}).expect(403);
});
