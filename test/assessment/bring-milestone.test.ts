import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChange } from '#assessment/apply-change.ts';
import { bringMilestone, foreignMilestone, standingOf } from '#assessment/bring-milestone.ts';
import type { ForeignMilestone } from '#assessment/milestone.ts';
import { buildAssessment } from '../support/build-assessment.ts';

const stamp = { by: 'local', at: '2026-12-02T08:00:00.000Z', why: '来自文件' };
const first: ForeignMilestone = {
  ...{ id: 'm1', name: '初稿', sha256: 'a'.repeat(64), size: 10, trail: { seq: 3, head: 'h3' } },
  ...{ claimed: 61, supported: 48, grade: 'developing', by: 'wang', at: '2026-12-01T08:00:00.000Z' },
};
const start = buildAssessment();

test('a milestone from elsewhere is taken as it was kept there, and the trail says who brought it', () => {
  const done = bringMilestone(start, first, stamp);
  assert.ok('change' in done);
  const { milestones = [] } = applyChange(start, done.change);
  assert.deepEqual(milestones, [{ ...first, brought: { by: stamp.by, at: stamp.at } }]);
  assert.deepEqual(milestones.map(foreignMilestone), [first]);
});

test('the same one twice is one, and one with its name or its id and other content is a conflict', () => {
  const mine = { ...first, brought: { by: 'local', at: stamp.at } };
  const here = { ...start, milestones: [mine] };
  assert.deepEqual(bringMilestone(here, first, stamp), { refused: 'same' });
  for (const other of [
    { ...first, id: 'm2', sha256: 'b'.repeat(64) },
    { ...first, name: '送审稿', sha256: 'b'.repeat(64) },
    { ...first, sha256: 'b'.repeat(64) },
  ]) {
    assert.deepEqual(standingOf(here, other), { kind: 'conflicting', mine });
    assert.deepEqual(bringMilestone(here, other, stamp), { refused: 'conflicting' });
  }
  assert.deepEqual(standingOf(here, { ...first, id: 'm2', name: '终稿', sha256: 'c'.repeat(64) }), { kind: 'new' });
});
