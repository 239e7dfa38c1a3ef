import { z } from 'zod';

const withEvidence = z.looseObject({ evidence: z.array(z.looseObject({ id: z.unknown().optional() })) });

/** New evidence records get their id here; whatever is not of that shape goes on as it is and meets its check later. */
export function giveEvidenceIds(answer: unknown, newId: () => string): unknown {
  const parsed = withEvidence.safeParse(answer);
  if (!parsed.success) return answer;
  const evidence = parsed.data.evidence.map(record => (record.id === undefined ? { ...record, id: newId() } : record));
  return { ...parsed.data, evidence };
}
