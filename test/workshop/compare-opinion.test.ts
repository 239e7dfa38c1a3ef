import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnswerRecord } from '#assessment/assessment.ts';
import { compareOpinion } from '#workshop/compare-opinion.ts';
import { authorOf, findOpinionAuthor } from '#workshop/opinion-author.ts';
import { getProgress, standingOpinion } from '#workshop/progress.ts';
import { give, revealed, second } from './build-workshop.ts';

const opinion = standingOpinion(getProgress(give(revealed([4, 4, 4, 4, 4]), ['record']), 'a1'));
assert.ok(opinion);

function relation(answer: AnswerRecord['answer'], by = 'local') {
  assert.ok(opinion);
  return compareOpinion(opinion, 'w1', { rev: 1, by, at: second(0), answer });
}

test('an opinion is compared with the answer by kind and value', () => {
  assert.equal(relation({ answer: 'scored', value: 4, note: '另一个备注' }), 'same');
  assert.equal(relation({ answer: 'scored', value: 3 }), 'differs');
  assert.equal(relation({ answer: 'unknown' }), 'differs');
  assert.equal(relation(null), 'unanswered');
  assert.equal(compareOpinion(opinion, 'w1', undefined), 'unanswered');
});

test('the answer is the opinion’s own as long as nobody else changes it', () => {
  assert.equal(relation({ answer: 'scored', value: 4 }, 'workshop:w1:1'), 'adopted');
  assert.equal(relation({ answer: 'scored', value: 4 }, 'workshop:w1:2'), 'same', 'another version');
  assert.equal(relation({ answer: 'scored', value: 4 }, 'workshop:w10:1'), 'same', 'another workshop');
});

test('the cells of a table are compared one by one, in any order', () => {
  const table = { ...opinion, value: { x: { k: 1, l: 2 }, y: { k: 0 } } };
  const record = (value: object) => ({
    ...{ rev: 1, by: 'local', at: second(0) },
    answer: JSON.parse(JSON.stringify({ answer: 'scored', value })),
  });
  assert.equal(compareOpinion(table, 'w1', record({ y: { k: 0 }, x: { l: 2, k: 1 } })), 'same');
  assert.equal(compareOpinion(table, 'w1', record({ y: { k: 0 }, x: { l: 2 } })), 'differs');
});

test('an author is read back as it was written, and no person is taken for one', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,56}$/);
  fc.assert(
    fc.property(id, fc.integer({ min: 1, max: 999_999 }), (workshopId, version) =>
      assert.deepEqual(findOpinionAuthor(authorOf({ workshopId, version })), { workshopId, version }),
    ),
  );
  for (const by of [
    'local',
    '',
    'workshop:',
    'workshop:a',
    'workshop:a:0',
    'workshop:a b:1',
    'workshop:a:1:2',
    'x workshop:a:1',
  ])
    assert.equal(findOpinionAuthor(by), undefined, by);
});
