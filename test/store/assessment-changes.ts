import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';

const start = Date.UTC(2026, 10, 1);

/** So many minutes after the first of November. */
export function minute(minutes: number): string {
  return new Date(start + minutes * 60_000).toISOString();
}

export function created(id: string, at = minute(0)): Extract<AssessmentChange, { type: 'created' }> {
  return {
    type: 'created',
    by: 'local',
    at,
    id,
    checklist: { id: 'example', version: '1.2.3', sha256: 'ab'.repeat(32) },
    setup: { city: '示例市', period: '2026 年度', referenceDate: '2026-11-30', profile: { ports: true } },
  };
}

/** The next answer to the item, whatever its revision is. */
export function answer(itemId: string, note: string, at = minute(1)) {
  return (assessment: Assessment): { change: AssessmentChange } => ({
    change: {
      type: 'answered',
      by: 'local',
      at,
      item: itemId,
      rev: (assessment.answers[itemId]?.rev ?? 0) + 1,
      answer: { answer: 'scored', value: 3, note },
    },
  });
}

/** As `answer`, but only on the revision that was seen. */
export function answerExpecting(itemId: string, expectedRev: number, note: string) {
  return (assessment: Assessment): { change: AssessmentChange } | { refused: 'stale' } =>
    (assessment.answers[itemId]?.rev ?? 0) === expectedRev ? answer(itemId, note)(assessment) : { refused: 'stale' };
}
