import { actionsAfter } from './action-change.ts';
import { withRecord } from './answer-versions.ts';
import { moved, movedBack } from './apply-move.ts';
import type { AnswerRecord, Assessment, AssessmentChange } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { filesAfter } from './file-entries.ts';
import type { KeptMilestone } from './milestone.ts';

/** The fold that makes an assessment out of its changes; never alters what it is given. */
export function applyChange(assessment: Assessment | undefined, change: AssessmentChange): Assessment {
  if (change.type === 'created') return created(change);
  if (!assessment) throw new Error(`the first change is "${change.type}", not "created"`);
  return { ...assessment, ...effectOf(assessment, change), changedAt: change.at };
}

type Later = Exclude<AssessmentChange, { type: 'created' }>;

function created({ id, checklist, setup, at, origin }: Extract<AssessmentChange, { type: 'created' }>): Assessment {
  return {
    id,
    checklist,
    setup,
    state: 'open',
    createdAt: at,
    changedAt: at,
    answers: {},
    ...(origin === undefined ? {} : { origin }),
  };
}

function effectOf(assessment: Assessment, change: Later): Partial<Assessment> {
  switch (change.type) {
    case 'set-up-changed':
      return { setup: change.setup, ...originAfter(change) };
    case 'answered':
      return {
        ...withAnswer(assessment, change.item, { ...stampOf(change), answer: change.answer }),
        ...filesWith(assessment, change.answer.evidence ?? []),
      };
    case 'answer-cleared':
      return withAnswer(assessment, change.item, { ...stampOf(change), answer: null });
    case 'evidence-changed':
      return { ...withEvidence(assessment, change), ...filesWith(assessment, [change.record]) };
    case 'milestone-kept':
      return { milestones: [...(assessment.milestones ?? []), { ...change.milestone, by: change.by, at: change.at }] };
    case 'milestone-brought':
      return { milestones: [...(assessment.milestones ?? []), broughtBy(change)] };
    case 'checklist-changed':
      return moved(assessment, change);
    case 'checklist-change-undone':
      return withFilesBack(assessment, movedBack(assessment, change), change);
    case 'made-final':
      return { state: 'final' };
    case 'reopened':
      return { state: 'open' };
    case 'action-added':
    case 'action-changed':
    case 'action-noted':
    case 'action-removed':
      return { actions: actionsAfter(assessment.actions ?? [], change) };
  }
}

function broughtBy({ milestone, by, at }: Extract<AssessmentChange, { type: 'milestone-brought' }>): KeptMilestone {
  return { ...milestone, brought: { by, at } };
}

function originAfter({ origin }: Extract<AssessmentChange, { type: 'set-up-changed' }>): Partial<Assessment> {
  return origin === undefined ? {} : { origin: origin ?? undefined };
}

/** Of a record that a change makes. */
export function stampOf({ rev, by, at }: { rev: number; by: string; at: string }) {
  return { rev, by, at };
}

function withAnswer(assessment: Assessment, itemId: string, record: AnswerRecord): Partial<Assessment> {
  return { answers: { ...assessment.answers, [itemId]: record } };
}

function withEvidence(
  assessment: Assessment,
  { items, record, by, at }: Extract<AssessmentChange, { type: 'evidence-changed' }>,
): Partial<Assessment> {
  const changed = items.map(({ item, rev }) => {
    const answer = assessment.answers[item]?.answer;
    if (!answer) throw new Error(`the answer to "${item}" carries no evidence`);
    return [item, { rev, by, at, answer: withRecord(answer, record) }];
  });
  return { answers: { ...assessment.answers, ...Object.fromEntries(changed) } };
}

function withFilesBack(
  assessment: Assessment,
  effect: Partial<Assessment>,
  { restored }: Extract<AssessmentChange, { type: 'checklist-change-undone' }>,
): Partial<Assessment> {
  const evidence = restored.flatMap(({ item }) => effect.answers?.[item]?.answer?.evidence ?? []);
  return { ...effect, ...filesWith(assessment, evidence) };
}

/** The files of the assessment and of these records; nothing where there is none. */
export function filesWith({ files = [] }: Assessment, records: Evidence[]): Partial<Assessment> {
  const after = filesAfter(files, records);
  return after.length > 0 ? { files: after } : {};
}
