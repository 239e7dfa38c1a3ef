import type { Fault } from '#shared/fault.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { planOrders, planSets } from './change-plan.ts';
import type { CheckedPlan } from './check-plan.ts';
import { planAgenda } from './plan-agenda.ts';
import { planErrors } from './plan-errors.ts';
import type { TypedPlan } from './plan-form.ts';
import { planItems } from './plan-items.ts';
import type { PlanKnowledge } from './plan-knowledge.ts';

export type PlanPage = {
  open: OpenAssessment;
  typed: TypedPlan;
  checked: CheckedPlan;
  known: PlanKnowledge;
  /** Shown at their fields; the page that only recomputes leaves out what was not filled in yet. */
  faults: Fault[];
};

/** Who votes how, on what, and whether it fits into the day. */
export function planPage(given: PlanPage, format: Format): Page {
  const { open, typed, checked, known, faults } = given;
  const errors = planErrors(faults, typed, format);
  const errorAt = (field: string) => errors.find(error => error.field === field)?.text ?? null;
  return {
    template: 'workshop/plan',
    title: format.t('planning.title'),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'workshops', format),
    scripts: ['plan.js'],
    view: {
      action: `/assessments/${open.assessment.id}/workshops/new`,
      id: typed.id,
      errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
      title: textField('title', typed.title, { format, errorAt }),
      expected: textField('expected', typed.expected, { format, errorAt }),
      modes: modeChoices(typed, format),
      modeError: errorAt('mode'),
      departments: departmentChoices(given, format),
      sets: planSets.map(set => ({ value: set, label: format.t(`planning.set.${set}`), off: isEmptySet(set, known) })),
      orders: planOrders.map(order => ({
        value: order,
        label: format.t(`planning.order.${order}`),
        off: order === 'most-disputed' && known.counts.size === 0,
      })),
      setsHint: known.counts.size === 0 ? format.t('planning.sets.none-disputed') : null,
      itemsError: errorAt('items'),
      areas: planItems(given, format),
      day: dayFields(typed, { format, errorAt }),
      ...planAgenda({ open, typed, checked, errorAt }, format),
    },
  };
}

type Shown = { format: Format; errorAt: (field: string) => string | null };

function textField(name: 'title' | 'expected', value: string, { format, errorAt }: Shown) {
  return {
    name,
    label: format.t(`planning.field.${name}`),
    hint: format.t(`planning.${name}.hint`),
    value,
    type: 'text',
    required: name === 'title',
    error: errorAt(name),
  };
}

function modeChoices({ mode }: TypedPlan, { t }: Format) {
  return (['anonymous', 'department'] as const).map(value => ({
    value,
    checked: value === mode,
    label: t(`workshop.mode.${value}`),
    promise: t(`planning.promise.${value}`),
  }));
}

function departmentChoices({ open, typed }: PlanPage, format: Format) {
  return (open.checklist.departments ?? []).map(({ id, name }) => ({
    id,
    label: format.text(name),
    checked: typed.departments.includes(id),
  }));
}

function isEmptySet(set: (typeof planSets)[number], known: PlanKnowledge): boolean {
  switch (set) {
    case 'core':
      return known.core.size === 0;
    case 'unanswered':
      return known.unanswered.size === 0;
    case 'most-disputed':
      return known.counts.size === 0;
    default:
      return false;
  }
}

function dayFields({ start, end, breaks }: TypedPlan, { format, errorAt }: Shown) {
  const { t } = format;
  const field = (name: string, label: string, value: string) => ({ name, label, value, error: errorAt(name) });
  return {
    start: field('start', t('planning.start'), start),
    end: field('end', t('planning.end'), end),
    breaks: breaks.map(({ at, minutes }, index) => ({
      at: field(`break:${index}:at`, t('planning.break.at', { number: index + 1 }), at),
      minutes: field(`break:${index}:minutes`, t('planning.break.minutes', { number: index + 1 }), minutes),
    })),
  };
}
