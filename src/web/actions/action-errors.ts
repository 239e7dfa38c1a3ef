import { type Fault, faultInLanguage } from '#shared/fault.ts';
import type { Format } from '../format.ts';
import type { TypedAction } from './action-form.ts';

export type FieldError = { field: string; text: string };

const fieldOfPath: Record<string, string> = {
  'cost.estimate': 'costEstimate',
  'acceptance.on': 'acceptedOn',
  'acceptance.against': 'acceptedAgainst',
  cost: 'costBand',
  acceptance: 'acceptedBy',
};

/** Beside which field a fault belongs, each field once, in words of its own where people mistype. */
export function actionErrors(faults: readonly Fault[], typed: TypedAction, format: Format): FieldError[] {
  const errors = faults.map(fault => ({ field: fieldOf(fault), text: wordsOf(fault, typed, format) }));
  return [...new Map(errors.toReversed().map(error => [error.field, error])).values()].toReversed();
}

function fieldOf({ path }: Fault): string {
  const [first = 'measure', second = ''] = path.map(String);
  return fieldOfPath[`${first}.${second}`] ?? fieldOfPath[first] ?? first;
}

function wordsOf(fault: Fault, typed: TypedAction, format: Format): string {
  const { t } = format;
  const field = fieldOf(fault);
  const isEmpty = (value: string) => value.trim() === '';
  switch (field) {
    case 'measure':
      return t(isEmpty(typed.measure) ? 'actions.error.measure' : 'actions.error.measure-long');
    case 'deadline':
      return t('actions.error.day', { typed: typed.deadline });
    case 'costBand':
      return t('actions.error.cost-band');
    case 'costEstimate':
      return fault.path.length > 1 && isAmount(typed.costEstimate) ? own() : t('actions.error.estimate');
    case 'acceptedBy':
      return isEmpty(typed.acceptedBy) ? t('actions.error.accepted-by') : own();
    case 'acceptedOn':
      return isEmpty(typed.acceptedOn)
        ? t('actions.error.accepted-on')
        : t('actions.error.day', { typed: typed.acceptedOn });
    case 'acceptedAgainst':
      return isEmpty(typed.acceptedAgainst) ? t('actions.error.accepted-against') : own();
    default:
      return own();
  }

  function own(): string {
    return faultInLanguage(fault, format.language).message;
  }
}

function isAmount(typed: string): boolean {
  return Number.isFinite(Number(typed.normalize('NFKC').replace(/[,\s]/g, '')));
}
