import type { Evidence } from '#assessment/evidence.ts';
import { countsWith, type EvidenceValidity, validityOf } from '#scoring/evidence-validity.ts';
import type { ItemReport } from './item-report.ts';
import type { ReportFacts } from './report.ts';

/** A record with the items in scope that use it (ids, in checklist order) and how it stands on the reference date. */
export type EvidenceUse = { record: Evidence; items: string[]; validity: EvidenceValidity; counts: boolean };

/** Every record once; the same id is the same record. Those of items that are not counted are left out. */
export function evidenceUses({ items, assessment }: Pick<ReportFacts, 'items' | 'assessment'>): EvidenceUse[] {
  const { referenceDate } = assessment.setup;
  const uses = new Map<string, EvidenceUse>();
  for (const item of items.filter(isCounted))
    for (const [index, record] of (item.answer?.evidence ?? []).entries()) {
      const key = record.id ?? `${item.id} ${index}`;
      const known = uses.get(key);
      if (known) known.items.push(item.id);
      else {
        const validity = validityOf(record, referenceDate);
        uses.set(key, { record, items: [item.id], validity, counts: countsWith(validity) });
      }
    }
  return [...uses.values()];
}

function isCounted({ state }: ItemReport): boolean {
  return state !== 'excluded-by-fact' && state !== 'not-applicable' && state !== 'not-our-mandate';
}
