import { z } from 'zod';
import type { Evidence } from '#assessment/evidence.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';

export const showings = ['all', 'warned', 'no-file', 'shared'] as const;

/** What the register is asked to show; anything it does not know counts as not asked. */
export const evidenceQuerySchema = z.object({
  q: z.string().trim().max(60).catch(''),
  show: z.enum(showings).catch('all'),
  kind: evidenceKindSchema.or(z.literal('')).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type EvidenceQuery = z.infer<typeof evidenceQuerySchema>;

export type Findable = { record: Evidence; isWarned: boolean; isShared: boolean };

export function matchesQuery({ record, isWarned, isShared }: Findable, { q, show, kind }: EvidenceQuery): boolean {
  if (kind !== '' && record.kind !== kind) return false;
  if (show === 'warned' && !isWarned) return false;
  if (show === 'no-file' && record.file) return false;
  if (show === 'shared' && !isShared) return false;
  const texts = [record.title, record.number, record.keptAt, record.file?.name];
  return texts.some(text => text?.toLowerCase().includes(q.toLowerCase()));
}
