import { scaleOf } from '#checklist/checklist-lookups.ts';
import { type Checklist, type EvidenceKind, evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import { isUsualScale } from '#report/step.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import type { Format } from '../format.ts';

/** How far the ceiling of evidence (0 to 5) reaches on the item's scale: "3 级", or "60%" where there are no levels. */
export function reachWords(ceiling: number, item: Item, checklist: Checklist, { t }: Format): string {
  return hasLevels(item)
    ? t('area.reach.level', { level: levelOfCeiling(ceiling, item, checklist) })
    : t('area.reach.percent', { percent: ceiling * 20 });
}

/** How far it reaches on whatever item uses it: a level where levels run from 0 to 5, otherwise a share of the score. */
export function reachAnywhere(ceiling: number, { scale }: Checklist, { t }: Format): string {
  return isUsualScale(scale)
    ? t('area.reach.level', { level: ceiling })
    : t('area.reach.percent', { percent: ceiling * 20 });
}

export function levelOfCeiling(ceiling: number, item: Item, checklist: Checklist): number {
  const { min, max } = scaleOf(item, checklist);
  return Math.floor(min + (ceiling / 5) * (max - min) + 1e-9);
}

export function ceilingOfKind(kind: EvidenceKind): number {
  return ceilingOf([{ kind, title: kind }], '2000-01-01');
}

/** The kinds of evidence that just carry `fraction` (0 to 1). */
export function kindsThatCarry(fraction: number): EvidenceKind[] {
  const enough = evidenceKindSchema.options.filter(kind => ceilingOfKind(kind) / 5 >= fraction - 1e-9);
  const least = Math.min(...enough.map(ceilingOfKind));
  return enough.filter(kind => ceilingOfKind(kind) === least);
}

export function hasLevels({ kind }: Item): boolean {
  return kind === 'maturity' || kind === 'metric';
}
