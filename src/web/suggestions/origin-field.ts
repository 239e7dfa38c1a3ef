import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { Fault } from '#shared/fault.ts';
import type { Format } from '../format.ts';

/** An assessment whose answers can be suggested. */
export type Origin = Pick<AssessmentSummary, 'id' | 'setup'>;

type Given = { origins: readonly Origin[]; chosen: string; faults: Fault[] };

/** Null where there is nothing to choose. One that was chosen and is gone stays chosen until another is. */
export function originField({ origins, chosen, faults }: Given, { t, day, text }: Format) {
  const isGone = chosen !== '' && !faults.some(isOfOrigin) && !origins.some(({ id }) => id === chosen);
  if (origins.length === 0 && !isGone) return null;
  const fault = faults.find(isOfOrigin);
  return {
    error: fault ? text(fault.message) : null,
    options: [
      ...(isGone ? [{ value: chosen, label: t('suggestion.origin.gone'), chosen: true }] : []),
      ...origins.map(({ id, setup: { city, period, referenceDate } }) => ({
        value: id,
        label: t('suggestion.origin.option', { city, period, day: day(referenceDate) }),
        chosen: chosen === id,
      })),
    ],
  };
}

function isOfOrigin({ path }: Fault): boolean {
  return path[0] === 'origin';
}
