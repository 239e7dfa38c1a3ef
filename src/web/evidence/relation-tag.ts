import type { Relation } from '#workshop/compare-opinion.ts';
import type { Opinion } from '#workshop/opinion.ts';
import type { Format } from '../format.ts';

const marks = {
  adopted: { classes: 'is-ok', icon: 'circle-check' },
  same: { classes: 'is-ok', icon: 'check' },
  differs: { classes: 'is-warn', icon: 'triangle-alert' },
  unanswered: { classes: '', icon: 'circle-dashed' },
} satisfies Record<Relation, object>;

/** How an opinion and the present answer go together, as a tag. */
export function relationTag(relation: Relation, { t }: Format) {
  return { ...marks[relation], words: t(`opinions.relation.${relation}`) };
}

/** Why an opinion did not become the answer by itself; null where it did, or has yet to. */
export function refusalWords({ application }: Pick<Opinion, 'application'>, { t, dayAndTime }: Format): string | null {
  if (!application || application.outcome === 'applied') return null;
  return t(`opinions.refused.${application.outcome}`, { when: dayAndTime(application.at) });
}
