import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { applyOpinion, noteApplication, pendingApplications } from '#workshop/apply-opinion.ts';
import { snapshotFor } from '#workshop/snapshot-for.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { after, checklist, give, revealed, roomOf, second } from './build-workshop.ts';

const evidence = [{ id: 'e1', kind: 'document', title: '会商制度' }];
const record = { command: 'record', value: 4, rationale: '纪要齐全', evidence } as const;
const recorded = give(revealed([3, 3, 3, 3, 3]), [record], { at: second(100) });

function pendingOf(workshop: Workshop) {
  const [pending] = pendingApplications(workshop, second(1_000));
  assert.ok(pending);
  return pending;
}

function apply(assessment: Assessment, workshop: Workshop, adopt = false) {
  const applied = { workshopId: workshop.id, adopt, at: second(200) };
  return applyOpinion({ assessment, checklist }, pendingOf(workshop), applied);
}

function applied(assessment: Assessment, workshop: Workshop, adopt = false): Assessment {
  const decision = apply(assessment, workshop, adopt);
  assert.ok('change' in decision, JSON.stringify(decision));
  return applyChange(assessment, decision.change);
}

test('an opinion becomes the answer where there is none, with its rationale and evidence', () => {
  const { a1 } = applied(buildAssessment(), recorded).answers;
  assert.deepEqual(a1, {
    ...{ rev: 1, by: 'workshop:w1:1', at: second(200) },
    answer: { answer: 'scored', value: 4, note: '纪要齐全', evidence },
  });
});

test('that the room does not know becomes that answer', () => {
  const unknown = give(revealed([]), [{ command: 'record', value: 'unknown', rationale: '无人掌握' }]);
  assert.deepEqual(applied(buildAssessment(), unknown).answers.a1?.answer, { answer: 'unknown', note: '无人掌握' });
});

test('applied a second time it changes nothing', () => {
  assert.deepEqual(apply(applied(buildAssessment(), recorded), recorded), { refused: 'applied' });
});

test('somebody’s answer stays unless the coordinator adopts the opinion', () => {
  const answered = buildAssessment({ a1: scored(2) });
  assert.deepEqual(apply(answered, recorded), { refused: 'answered' });
  const adopted = applied(answered, recorded, true).answers.a1;
  assert.deepEqual([adopted?.rev, adopted?.answer?.value], [2, 4]);
});

test('evidence that was laid before the room stays, and the note where the room wrote none', () => {
  const before = { ...scored(2, 'audit'), note: '部门备注' };
  const answered = buildAssessment({ a1: before });
  const adopted = applied(answered, recorded, true).answers.a1?.answer;
  assert.deepEqual([adopted?.note, adopted?.evidence], ['纪要齐全', [...(before.evidence ?? []), ...evidence]]);
  const silent = give(revealed([3, 3, 3, 3, 3]), ['record'], { at: second(100) });
  assert.equal(applied(answered, silent, true).answers.a1?.answer?.note, '部门备注');
});

test('what an earlier version of the same opinion brought goes with it, what was there before stays', () => {
  const once = applied(buildAssessment({ a1: scored(2, 'audit') }), recorded, true);
  const amended = give(recorded, [{ command: 'amend', value: 5, rationale: '补充', reason: '漏看' }]);
  const twice = applied(once, amended).answers.a1?.answer;
  assert.deepEqual([twice?.value, twice?.note, twice?.evidence], [5, '补充', scored(2, 'audit').evidence]);
});

test('whoever adopts over another answer than the one he saw is refused', () => {
  const options = { workshopId: 'w1', adopt: true, at: second(200), expectedRev: 0 };
  const decision = applyOpinion(
    { assessment: buildAssessment({ a1: scored(2) }), checklist },
    pendingOf(recorded),
    options,
  );
  assert.deepEqual(decision, { refused: 'stale' });
});

test('an amended opinion replaces the one before, but not what somebody made of it', () => {
  const once = applied(buildAssessment(), recorded);
  const amended = give(recorded, [{ command: 'amend', value: 5, rationale: '补充', reason: '漏看' }]);
  assert.equal(applied(once, amended).answers.a1?.answer?.value, 5);
  const edited = { ...once, answers: buildAssessment({ a1: scored(1) }).answers };
  assert.deepEqual(apply(edited, amended), { refused: 'answered' });
});

test('another workshop’s opinion is somebody else’s answer', () => {
  const other = { ...recorded, id: 'w10' };
  assert.deepEqual(apply(applied(buildAssessment(), other), recorded), { refused: 'answered' });
});

test('a final assessment and a narrower scope refuse', () => {
  assert.deepEqual(apply({ ...buildAssessment(), state: 'final' }, recorded), { refused: 'final' });
  const narrowed = { assessment: buildAssessment(), checklist: scopeChecklist(checklist, { items: 'core' }) };
  const decision = applyOpinion(narrowed, pendingOf(recorded), { workshopId: 'w1', adopt: false, at: second(200) });
  assert.deepEqual(decision, { refused: 'out-of-scope' });
});

describe('what waits to be applied', () => {
  const itemsAt = (workshop: Workshop, seconds: number) =>
    pendingApplications(workshop, second(seconds)).map(({ item, opinion }) => [item, opinion.version]);
  test('is an opinion that cannot be undone any more', () => {
    assert.deepEqual(itemsAt(recorded, 105), []);
    assert.deepEqual(itemsAt(recorded, 111), [['a1', 1]]);
  });
  test('is the newest version only, and none that was undone', () => {
    const amended = give(recorded, [{ command: 'amend', value: 5, rationale: '补充', reason: '漏看' }], {
      at: second(200),
    });
    assert.deepEqual(itemsAt(amended, 300), [['a1', 2]]);
    assert.deepEqual(itemsAt(give(recorded, ['undo'], { at: second(101) }), 300), []);
  });
  test('is no longer what has an outcome, which the cockpit shows', () => {
    const note = { item: 'a1', version: 1, outcome: 'answered', at: second(300) } as const;
    const noted = after(recorded, noteApplication(recorded, note));
    assert.deepEqual(itemsAt(noted, 400), []);
    assert.equal(snapshotFor({ role: 'facilitator' }, roomOf(noted)).agenda?.[0]?.application, 'answered');
    assert.equal(noted.rev, recorded.rev);
    assert.deepEqual(noteApplication(noted, note), { refused: 'noted-already' });
    assert.ok('change' in noteApplication(noted, { ...note, outcome: 'applied' }));
  });
});
