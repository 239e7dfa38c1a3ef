import type { Answer } from '#assessment/answer.ts';
import type { Assessment, Setup } from '#assessment/assessment.ts';
import type { EvidenceKind } from '#checklist/checklist-schema.ts';

const at = '2026-11-18T06:40:00.000Z';

/** An assessment with these answers, each at its first revision. */
export function buildAssessment(answers: Record<string, Answer> = {}, setup: Partial<Setup> = {}): Assessment {
  return {
    id: 'example-1',
    checklist: { id: 'example', version: '1.2.3', sha256: 'ab'.repeat(32) },
    setup: { city: '示例市', period: '2026 年度', referenceDate: '2026-11-30', profile: {}, ...setup },
    state: 'open',
    createdAt: at,
    changedAt: at,
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [id, { rev: 1, by: 'local', at, answer }]),
    ),
  };
}

/** A scored answer, with one piece of evidence in force where a kind is named. */
export function scored(value: Answer['value'], evidence?: EvidenceKind): Answer {
  return {
    answer: 'scored',
    value,
    ...(evidence ? { evidence: [{ kind: evidence, title: `佐证 ${evidence}` }] } : {}),
  };
}
