import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { assertClose } from '../../scoring/assert-close.ts';
import { api } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const folder = path.join(import.meta.dirname, '../../scoring/vectors');
const cases = readdirSync(folder).map(file => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));

test('every conformance case comes out of POST /score to 1e-9', async t => {
  const app = await startApp(t);
  assert.ok(cases.length >= 15, `${cases.length} cases`);
  for (const { name, checklist, answers, referenceDate, profile, expect } of cases) {
    const response = await api(app)
      .post('/api/v1/score')
      .send({ checklist, answers, referenceDate, profile })
      .expect(200);
    assertClose(response.body, expect, name);
  }
});

const item = { id: 'i', code: 'I', title: { zh: 'i' }, kind: 'maturity' };
const minimal = {
  schema: 'checklist/1',
  id: 'x',
  version: '1.0.0',
  title: { zh: 'x' },
  scale: {
    min: 0,
    max: 1,
    levels: [
      { value: 0, label: { zh: '0' } },
      { value: 1, label: { zh: '1' } },
    ],
  },
  grades: [{ id: 'A', from: 0, label: { zh: 'A' } }],
  areas: [{ id: 'a', code: 'A', title: { zh: 'a' }, weight: 1, items: [item] }],
};
const request = { checklist: minimal, answers: {}, referenceDate: '2026-06-30' };

const bad: [what: string, body: object, path: string][] = [
  [
    'a checklist with a duplicate item',
    { ...request, checklist: { ...minimal, areas: [{ ...minimal.areas[0], items: [item, item] }] } },
    'checklist.areas.0.items.1.id',
  ],
  ['no referenceDate', { ...request, referenceDate: undefined }, 'referenceDate'],
  ['a day that does not exist', { ...request, referenceDate: '2026-02-30' }, 'referenceDate'],
  ['an answer to an unknown item', { ...request, answers: { nobody: { answer: 'unknown' } } }, 'answers.nobody'],
  ['a level off the scale', { ...request, answers: { i: { answer: 'scored', value: 6 } } }, 'answers.i.value'],
  ['a level as text', { ...request, answers: { i: { answer: 'scored', value: '3 ' } } }, 'answers.i.value'],
  ['withheld without a reason', { ...request, answers: { i: { answer: 'withheld' } } }, 'answers.i.reason'],
  [
    'not applicable on an unconditional item',
    { ...request, answers: { i: { answer: 'not-applicable', reason: 'x' } } },
    'answers.i.answer',
  ],
  ['an unknown key', { ...request, extra: 1 }, 'extra'],
];

for (const [what, body, where] of bad) {
  test(`${what} is a 422 that names ${where}`, async t => {
    const app = await startApp(t);
    const response = await api(app).post('/api/v1/score').send(body).expect(422);
    assert.equal(response.type, 'application/problem+json');
    assert.ok(
      response.body.errors.some(({ path }: { path: string }) => path === where),
      response.text,
    );
    assert.ok(response.body.errors.every(({ message }: { message: string }) => message !== ''));
  });
}

test('lenses that would keep the program busy for minutes are a 422 that names them', async t => {
  const app = await startApp(t);
  const groups = Array.from({ length: 100 }, (_, index) => ({ id: `g${index}`, label: { zh: 'g' }, tags: ['t:a'] }));
  const title = { zh: 'l' };
  const crossed = Array.from({ length: 49 }, (_, index) => ({ id: `c${index}`, title, rows: 'p', columns: 'p' }));
  const lenses = [{ id: 'p', title, groups }, ...crossed];
  const response = await api(app)
    .post('/api/v1/score')
    .send({ ...request, checklist: { ...minimal, lenses } })
    .expect(422);
  assert.deepEqual(
    response.body.errors.map(({ path }: { path: string }) => path),
    ['checklist.lenses'],
  );
});

for (const [where, body] of [
  ['__proto__', '{"__proto__":1}'],
  ['answers.__proto__', '{"answers":{"__proto__":{"answer":"unknown"}}}'],
  [
    'checklist.areas.0.items.1.levels.__proto__',
    '{"checklist":{"areas":[{"items":[0,{"levels":{"__proto__":null}}]}]}}',
  ],
  ['profile.__proto__', String.raw`{"profile":{"\u005f_proto__":true}}`],
] as const)
  test(`a key __proto__ is not dropped but a 422 that names ${where}`, async t => {
    const app = await startApp(t);
    const response = await api(app).post('/api/v1/score').type('json').send(body).expect(422);
    assert.deepEqual(
      response.body.errors.map(({ path }: { path: string }) => path),
      [where],
    );
  });

test('a body that is nested deeply is refused like any other', async t => {
  const app = await startApp(t);
  const deep = `{"answers":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  await api(app).post('/api/v1/score').type('json').send(deep).expect(422);
  const full = `${'{"__proto__":1,"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  const response = await api(app).post('/api/v1/score').type('json').send(full).expect(422);
  assert.equal(response.body.errors.length, 20);
});

test('what is not JSON is a 400, what is too large a 413', async t => {
  const app = await startApp(t);
  await api(app).post('/api/v1/score').type('json').send('{"a":').expect(400);
  await api(app).post('/api/v1/score').type('text').send('hello').expect(400);
  await api(app).post('/api/v1/score').expect(400);
  await api(app)
    .post('/api/v1/score')
    .send({ ...request, note: 'x'.repeat(6_000_000) })
    .expect(413);
});

test('faults are told in the language asked for', async t => {
  const app = await startApp(t);
  const body = { ...request, answers: { i: { answer: 'scored', value: 6 } } };
  const chinese = await api(app).post('/api/v1/score').send(body);
  const english = await api(app).post('/api/v1/score').set('Accept-Language', 'en').send(body);
  assert.match(chinese.body.errors[0].message, /须为 0 到 1 的整数等级/);
  assert.match(english.body.errors[0].message, /whole level from 0 to 1/);
});
