import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { foldChanges } from '#assessment/fold-changes.ts';
import { created } from '../store/assessment-changes.ts';

const item = fc.constantFrom('bridges', 'drills', '7', '__proto__', 'constructor');
const stamp = fc.record({ by: fc.constantFrom('local', 'other'), at: fc.constantFrom('2026-11-02T00:00:00.000Z') });
const file = fc.record({
  sha256: fc.constantFrom('ab'.repeat(32), 'cd'.repeat(32)),
  name: fc.constant('a.pdf'),
  size: fc.constant(3),
  type: fc.constant('application/pdf' as const),
});
const evidence = fc.record(
  { id: fc.constantFrom('e1', 'e2'), kind: fc.constant('operation' as const), title: fc.constant('记录'), file },
  { requiredKeys: ['kind', 'title'] },
);
const answered = fc.record({ stamp, item, rev: fc.integer({ min: 1, max: 9 }), evidence: fc.array(evidence) }).map(
  ({ stamp, evidence, ...rest }): AssessmentChange => ({
    ...{ type: 'answered', ...stamp, ...rest },
    answer: { answer: 'scored', value: 3, evidence },
  }),
);
const other = fc.oneof(
  fc
    .record({ stamp, item })
    .map(({ stamp, item }): AssessmentChange => ({ type: 'answer-cleared', ...stamp, item, rev: 2 })),
  stamp.map((given): AssessmentChange => ({ type: 'made-final', ...given })),
  stamp.map((given): AssessmentChange => ({ type: 'reopened', ...given })),
  fc.record({ stamp, item }).map(
    ({ stamp, item }): AssessmentChange => ({
      ...{ type: 'evidence-changed', ...stamp, id: 'e1', record: { id: 'e1', kind: 'operation', title: '新记录' } },
      items: [{ item, rev: 5 }],
    }),
  ),
  fc.constant(created('again')),
);
const changes = fc.array(fc.oneof({ weight: 4, arbitrary: answered }, { weight: 1, arbitrary: other }), {
  maxLength: 30,
});

/** As far as the changes can be taken, one after the other. */
function oneByOne(all: AssessmentChange[]): { document: Assessment | undefined; failed: number } {
  let document: Assessment | undefined;
  for (const [index, change] of all.entries())
    try {
      document = applyChange(document, change);
    } catch {
      return { document, failed: index };
    }
  return { document, failed: all.length };
}

function folded(all: AssessmentChange[], before?: Assessment): { document: Assessment | undefined; failed: number } {
  const fold = foldChanges(before);
  for (const [index, change] of all.entries())
    try {
      fold.take(change);
    } catch {
      return { document: fold.document(), failed: index };
    }
  return { document: fold.document(), failed: all.length };
}

test('many changes at once make what they make one after the other, to the order of the keys, and fail at the same one', () => {
  fc.assert(
    fc.property(changes, fc.boolean(), (drawn, isBegun) => {
      const all = isBegun ? [created('a'), ...drawn] : drawn;
      const [quick, plain] = [folded(all), oneByOne(all)];
      assert.deepEqual(quick, plain);
      assert.equal(JSON.stringify(quick), JSON.stringify(plain));
    }),
  );
});

test('a fold goes on from a document and leaves it as it was', () => {
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const { document: before } = oneByOne([created('a'), ...first]);
      const text = JSON.stringify(before);
      const all = [...first.slice(0, oneByOne([created('a'), ...first]).failed - 1), ...second];
      assert.deepEqual(folded(second, before).document, oneByOne([created('a'), ...all]).document);
      assert.equal(JSON.stringify(before), text);
    }),
  );
});
