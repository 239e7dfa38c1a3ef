import { actionStatusSchema, costBandSchema } from '#assessment/action.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import { type Checklist, evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import { ceilings } from '#scoring/evidence-ceiling.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { reachWords } from '../evidence/evidence-standing.ts';
import type { Format } from '../format.ts';
import type { FieldError } from './action-errors.ts';
import type { TypedAction } from './action-form.ts';
import { presentWords } from './action-words.ts';
import { targetField } from './target-field.ts';

type Given = { open: OpenAssessment; item: Item; typed: TypedAction; errors: FieldError[] };

/** Everything that is asked for an action, as typed. */
export function actionFields({ open, item, typed, errors }: Given, format: Format) {
  const { t } = format;
  const { assessment, checklist } = open;
  const answer = findAnswer(assessment, item.id);
  const error = (field: string) => errors.find(one => one.field === field)?.text ?? null;
  const text = (name: 'deadline' | 'costEstimate' | 'funding' | 'acceptedBy' | 'acceptedOn' | 'acceptedAgainst') => ({
    ...{ name, label: t(`actions.field.${name}`), hint: t(`actions.field.${name}.hint`), value: typed[name] },
    ...{ type: 'text', required: false, error: error(name) },
  });
  return {
    ...{ rev: typed.rev, itemId: item.id },
    present: presentWords(answer, item, checklist, format),
    target: { ...targetField({ item, answer, checklist, typed: typed.target }, format), error: error('target') },
    itemError: error('item'),
    evidence: evidenceKindSchema.options.map(value => ({
      value,
      label: t('actions.field.evidence.option', {
        kind: t(`assessment.evidence.${value}`),
        reach: reachWords(ceilings[value], item, checklist, format),
      }),
      checked: typed.evidence.includes(value),
    })),
    measure: { value: typed.measure, error: error('measure') },
    lead: { options: departments(checklist, [typed.lead], [''], format), error: error('lead') },
    support: { options: departments(checklist, typed.support, [], format), error: error('support') },
    cost: {
      options: ['', ...costBandSchema.options].map(value => ({
        value,
        label: value === '' ? t('actions.cost.open') : t(`actions.cost.${value}`),
        chosen: value === typed.costBand,
      })),
      error: error('costBand'),
    },
    status: {
      options: actionStatusSchema.options.map(value => ({
        value,
        label: t(`actions.status.${value}`),
        chosen: value === (typed.status || 'planned'),
      })),
      error: error('status'),
    },
    ...{ deadline: text('deadline'), estimate: text('costEstimate'), funding: text('funding') },
    acceptance: [text('acceptedBy'), text('acceptedOn'), text('acceptedAgainst')],
  };
}

/** Those of the checklist, and one that is kept although the checklist has it no more. */
function departments({ departments = [] }: Checklist, chosen: string[], first: string[], format: Format) {
  const known = departments.map(({ id, name }) => ({ value: id, label: format.text(name) }));
  const kept = chosen
    .filter(id => id !== '' && !departments.some(department => department.id === id))
    .map(id => ({ value: id, label: id }));
  const none = first.map(value => ({ value, label: format.t('actions.lead.open') }));
  return [...none, ...known, ...kept].map(option => ({ ...option, chosen: chosen.includes(option.value) }));
}
