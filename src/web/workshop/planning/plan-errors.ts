import type { Fault } from '#shared/fault.ts';
import type { Format } from '../../format.ts';
import type { TypedPlan } from './plan-form.ts';

export type PlanError = { field: string; text: string };

/** One a field, in the words of the form. */
export function planErrors(faults: Fault[], typed: TypedPlan, format: Format): PlanError[] {
  const errors = faults.map(fault => errorOf(fault, typed, format));
  return [...new Map(errors.toReversed().map(error => [error.field, error])).values()].toReversed();
}

function errorOf({ path, message }: Fault, typed: TypedPlan, { t, text }: Format): PlanError {
  const field = String(path[0]);
  switch (field) {
    case 'title':
      return { field, text: t('planning.error.title') };
    case 'expected':
      return { field, text: t('planning.error.expected', { typed: typed.expected.trim() }) };
    case 'mode':
      return { field, text: typed.mode === 'department' ? text(message) : t('planning.error.mode') };
    case 'items':
      return { field, text: typed.agenda.length === 0 ? t('planning.error.items') : text(message) };
    default:
      return { field, text: text(message) };
  }
}
