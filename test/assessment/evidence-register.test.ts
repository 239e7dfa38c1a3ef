import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerVersions } from '#assessment/answer-versions.ts';
import { applyChange } from '#assessment/apply-change.ts';
import { type Assessment, type AssessmentChange, assessmentSchema } from '#assessment/assessment.ts';
import { attachFile, changeEvidence } from '#assessment/change-evidence.ts';
import type { Evidence } from '#assessment/evidence.ts';
import { type EvidenceFile, fileLimits } from '#assessment/evidence-file.ts';
import { evidenceMark } from '#assessment/evidence-mark.ts';
import { evidenceRegister, findEvidence } from '#assessment/evidence-register.ts';
import { findFile, lastFile } from '#assessment/file-entries.ts';
import { clearAnswer, recordAnswer } from '#assessment/record-answer.ts';
import { recordVersions } from '#assessment/record-versions.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { buildChecklist } from '../support/build-checklist.ts';

const checklist = buildChecklist();
const stamp = { by: 'local', at: '2026-11-20T00:00:00.000Z' };
const plan: Evidence = { id: 'r1', kind: 'document', title: '规划' };
const report: Evidence = { id: 'r2', kind: 'audit', title: '检验报告', date: '2026-05-01' };
const file: EvidenceFile = { sha256: 'ab'.repeat(32), name: '规划.pdf', size: 1000, type: 'application/pdf' };

const scored = (...evidence: Evidence[]) => ({ answer: 'scored' as const, value: 3, evidence });

function record(assessment: Assessment, itemId: string, answer: unknown) {
  const expectedRev = assessment.answers[itemId]?.rev ?? 0;
  return recordAnswer(assessment, checklist, { itemId, expectedRev, answer, ...stamp });
}

function done(assessment: Assessment, decision: { change: AssessmentChange } | { refused: unknown }): Assessment {
  assert.ok('change' in decision, JSON.stringify(decision));
  return applyChange(assessment, decision.change);
}

function faultsOf(decision: { change: AssessmentChange } | { refused: unknown }): [string, string][] {
  const { refused } = 'refused' in decision ? decision : assert.fail('it was taken');
  assert.ok(typeof refused === 'object' && refused && 'faults' in refused && Array.isArray(refused.faults));
  return refused.faults.map(({ path, message }) => [path.join('.'), message.zh]);
}

const shared = () => buildAssessment({ a1: scored(plan), b2: scored(report, plan) });

test('the register names every record once, with the answers that carry it', () => {
  const register = evidenceRegister(shared());
  assert.deepEqual(
    register.map(({ record: { id }, usedBy }) => [id, usedBy.map(({ item }) => item)]),
    [
      ['r1', ['a1', 'b2']],
      ['r2', ['b2']],
    ],
  );
  assert.deepEqual(evidenceRegister(buildAssessment()), []);
});

test('a cleared answer takes its records out of the register, not those of others', () => {
  const before = shared();
  const after = done(before, clearAnswer(before, checklist, { itemId: 'b2', expectedRev: 1, ...stamp }));
  assert.deepEqual(
    evidenceRegister(after).map(({ usedBy }) => usedBy.length),
    [1],
  );
});

test('an answer may carry a record of another item as it is, and by its id alone', () => {
  const before = buildAssessment({ a1: scored(plan) });
  for (const sent of [plan, { id: 'r1' }]) {
    const after = done(before, record(before, 'a2', { answer: 'unknown', evidence: [sent] }));
    assert.deepEqual(after.answers.a2?.answer?.evidence, [plan]);
  }
});

test('an answer may not rewrite a record that another item uses, but may drop it', () => {
  const before = shared();
  assert.deepEqual(faultsOf(record(before, 'a1', scored({ ...plan, title: '别的' }))), [
    ['evidence.0', '这份佐证也用于 B2，内容请到佐证登记中修改'],
  ]);
  assert.deepEqual(faultsOf(record(before, 'a2', scored({ ...plan, date: '2026-01-01' })))[0]?.[0], 'evidence.0');
  const dropped = done(before, record(before, 'a1', scored()));
  assert.deepEqual(findEvidence(dropped, 'r1')?.usedBy, [{ item: 'b2', rev: 1 }]);
  assert.ok('change' in record(before, 'b2', scored({ ...report, title: '只用于一项' }, plan)));
});

test('a reference that leads nowhere is a fault at its id', () => {
  const answer = { answer: 'scored', value: 3, evidence: [plan, { id: 'r9' }] };
  assert.deepEqual(faultsOf(record(shared(), 'a2', answer)), [['evidence.1.id', '佐证登记里没有这份佐证']]);
});

test('what older data say under one id may stay as it is in each answer', () => {
  const other = { ...plan, title: '另一份' };
  const before = buildAssessment({ a1: scored(plan), b1: scored(other) });
  assert.equal(findEvidence(before, 'r1')?.versions.length, 2);
  const after = done(before, record(before, 'b1', { ...scored(other), note: '只改备注' }));
  assert.deepEqual(after.answers.b1?.answer?.evidence, [other]);
  assert.equal(faultsOf(record(before, 'b1', scored({ ...other, number: '1' })))[0]?.[0], 'evidence.0');
  const united = done(before, changeEvidence(before, { id: 'r1', record: plan, seen: evidenceMark(plan), ...stamp }));
  assert.equal(findEvidence(united, 'r1')?.versions.length, 1);
});

test('a change of a record reaches every answer that carries it, each with a new revision', () => {
  const before = shared();
  const changed = { kind: 'audit', title: '规划（修订）', validUntil: '2027-12-31' };
  const decision = changeEvidence(before, { id: 'r1', record: changed, seen: evidenceMark(plan), ...stamp });
  const after = done(before, decision);
  for (const item of ['a1', 'b2']) {
    assert.equal(after.answers[item]?.rev, 2);
    assert.equal(after.answers[item]?.by, 'local');
  }
  assert.deepEqual(after.answers.b2?.answer?.evidence, [report, { ...changed, id: 'r1' }]);
  assert.deepEqual(before.answers.b2?.answer?.evidence, [report, plan], 'nothing is altered in place');
  assessmentSchema.parse(after);
});

test('a change is refused without the record, of what was not seen, when final, when faulty, and when nothing differs', () => {
  const before = shared();
  const seen = evidenceMark(plan);
  const change = (assessment: Assessment, options: { id?: string; seen?: string; record?: unknown }) => {
    const decision = changeEvidence(assessment, {
      id: 'r1',
      record: { ...report, id: 'r1' },
      seen,
      ...stamp,
      ...options,
    });
    return 'refused' in decision ? decision.refused.reason : 'changed';
  };
  assert.equal(change(before, { id: 'none' }), 'not-found');
  assert.equal(change(before, { id: '__proto__' }), 'not-found');
  assert.equal(change(before, { seen: 'x' }), 'stale');
  assert.equal(change({ ...before, state: 'final' }, {}), 'final');
  assert.equal(change(before, { record: { title: '没有种类' } }), 'faulty');
  assert.equal(change(before, { record: report }), 'faulty', 'another id');
  assert.equal(change(before, { record: { ...plan, file } }), 'faulty', 'a file that was not uploaded');
  assert.equal(change(before, { record: plan }), 'unchanged');
  assert.equal(change(before, {}), 'changed');
});

test('a file is put on a record and taken off, and the history keeps it', () => {
  const before = shared();
  const put = done(before, attachFile(before, { id: 'r1', file, seen: undefined, ...stamp }));
  assert.deepEqual(put.answers.a1?.answer?.evidence, [{ ...plan, file }]);
  assert.deepEqual(findFile(put.files ?? [], file.sha256), file);
  const stale = attachFile(put, { id: 'r1', file: { ...file, name: '迟到.pdf' }, seen: undefined, ...stamp });
  assert.ok('refused' in stale && stale.refused.reason === 'stale');
  const off = done(put, attachFile(put, { id: 'r1', file: undefined, seen: file.sha256, ...stamp }));
  assert.deepEqual(off.answers.a1?.answer?.evidence, [plan]);
  assert.deepEqual(findFile(off.files ?? [], file.sha256), file);
  assert.equal(lastFile(off.files ?? [], 'r1'), undefined);
  assessmentSchema.parse(off);
});

test('an answer keeps the file of its record when it leaves it out, and cannot name another', () => {
  const before = buildAssessment({ a1: scored({ ...plan, file }) });
  const kept = done(before, record(before, 'a1', scored({ ...plan, title: '改名' })));
  assert.deepEqual(kept.answers.a1?.answer?.evidence?.[0]?.file, file);
  assert.ok('change' in record(before, 'a1', scored({ ...plan, file })));
  for (const forged of [
    { ...file, sha256: 'cd'.repeat(32) },
    { ...file, name: 'x.exe' },
    { ...file, size: 1 },
  ])
    assert.deepEqual(faultsOf(record(before, 'a1', scored({ ...plan, file: forged })))[0]?.[0], 'evidence.0.file');
  assert.deepEqual(faultsOf(record(before, 'a2', scored({ ...report, file })))[0]?.[0], 'evidence.0.file');
});

test('a record that comes back has the file it last had, unless that was taken off', () => {
  const start = applyChange(buildAssessment(), {
    type: 'answered',
    ...stamp,
    item: 'a1',
    rev: 1,
    answer: scored(plan),
  });
  const withFile = done(start, attachFile(start, { id: 'r1', file, seen: undefined, ...stamp }));
  const dropped = done(withFile, record(withFile, 'a1', scored()));
  const back = done(dropped, record(dropped, 'a2', scored(plan)));
  assert.deepEqual(back.answers.a2?.answer?.evidence, [{ ...plan, file }]);
  const off = done(withFile, attachFile(withFile, { id: 'r1', file: undefined, seen: file.sha256, ...stamp }));
  const droppedOff = done(off, record(off, 'a1', scored()));
  const backOff = done(droppedOff, record(droppedOff, 'a2', scored(plan)));
  assert.deepEqual(backOff.answers.a2?.answer?.evidence, [plan]);
});

test('the files of an assessment have a limit together; the same content counts once', () => {
  const before = shared();
  const big = { ...file, size: fileLimits.bytesOfAssessment };
  const full = done(before, attachFile(before, { id: 'r1', file: big, seen: undefined, ...stamp }));
  const another = { ...file, sha256: 'cd'.repeat(32), size: 1 };
  assert.deepEqual(faultsOf(attachFile(full, { id: 'r2', file: another, seen: undefined, ...stamp }))[0]?.[0], 'file');
  assert.ok('change' in attachFile(full, { id: 'r2', file: { ...big, name: 'b.pdf' }, seen: undefined, ...stamp }));
});

test('the versions of an answer and of a record tell what was changed through the register', () => {
  const created: AssessmentChange[] = [];
  let assessment = buildAssessment();
  const commit = (decision: { change: AssessmentChange } | { refused: unknown }) => {
    assert.ok('change' in decision);
    created.push(decision.change);
    assessment = applyChange(assessment, decision.change);
  };
  commit(record(assessment, 'a1', scored(plan)));
  commit(record(assessment, 'a2', scored({ id: 'r1', kind: 'document', title: '规划' })));
  commit(
    changeEvidence(assessment, { id: 'r1', record: { ...plan, title: '改名' }, seen: evidenceMark(plan), ...stamp }),
  );
  commit(clearAnswer(assessment, checklist, { itemId: 'a1', expectedRev: 2, ...stamp }));
  assert.deepEqual(
    answerVersions(created, 'a1').map(({ rev, through, answer }) => [rev, through, answer?.evidence?.[0]?.title]),
    [
      [1, 'answer', '规划'],
      [2, 'evidence', '改名'],
      [3, 'answer', undefined],
    ],
  );
  assert.deepEqual(
    recordVersions(created, 'r1').map(version => version.record.title),
    ['规划', '改名'],
  );
});

const ids = fc.constantFrom('r1', 'r2', 'r3');
const evidence = fc.uniqueArray(
  fc.record({ id: ids, kind: fc.constant('document' as const), title: fc.constantFrom('甲', '乙') }),
  { selector: ({ id }) => id, maxLength: 3 },
);
const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('answer' as const), item: fc.constantFrom('a1', 'a2', 'b1'), evidence }),
    fc.record({ type: fc.constant('change' as const), id: ids, title: fc.constantFrom('丙', '丁') }),
  ),
  { maxLength: 30 },
);

test('whatever is done one after another, one id says one thing', () => {
  fc.assert(
    fc.property(steps, sequence => {
      const end = sequence.reduce((assessment, step) => {
        const seen = findEvidence(assessment, step.type === 'change' ? step.id : '');
        const decision =
          step.type === 'answer'
            ? record(assessment, step.item, scored(...step.evidence))
            : changeEvidence(assessment, {
                id: step.id,
                record: { kind: 'audit', title: step.title },
                seen: seen ? evidenceMark(seen.record) : '',
                ...stamp,
              });
        return 'change' in decision ? applyChange(assessment, decision.change) : assessment;
      }, buildAssessment());
      for (const { versions } of evidenceRegister(end)) assert.equal(versions.length, 1);
    }),
  );
});
