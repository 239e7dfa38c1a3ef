import type { ActionContent } from '#assessment/action.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Suggestion } from '#report/suggested-actions.ts';
import { gainOf } from '#scoring/what-if.ts';
import { levelReached } from '../assessment/answer-words.ts';
import type { Format } from '../format.ts';
import { gainWords, kindsWords, presentWords, targetWords } from './action-words.ts';
import type { OpenPlan } from './open-plan.ts';

/** Few enough to choose from. */
const shownAtFirst = 8;

/** What could be planned, as drafts that somebody accepts or edits. */
export function suggestionsView({ open, plan }: OpenPlan, showAll: boolean, format: Format) {
  const { suggestions } = plan;
  const shown = showAll ? suggestions : suggestions.slice(0, shownAtFirst);
  const base = `/assessments/${open.assessment.id}/actions`;
  return {
    lead: format.t('actions.suggestions.lead', { count: suggestions.length }),
    rows: shown.map(suggestion => suggestionRow(suggestion, { open, plan }, format)),
    more: shown.length < suggestions.length ? `${base}?suggestions=all#suggestions` : null,
    moreWords: format.t('actions.suggestions.more', { count: suggestions.length }),
  };
}

function suggestionRow(suggestion: Suggestion, { open, plan }: Omit<OpenPlan, 'today'>, format: Format) {
  const { kind, item, step, isBottomLine } = suggestion;
  const { assessment, checklist } = open;
  const base = `/assessments/${assessment.id}/actions`;
  const gain = gainOf(plan.base, plan.now, step);
  return {
    ...{ kind, itemId: item.id, isBottomLine },
    code: item.code,
    title: format.text(item.title),
    change: format.t('actions.change', {
      from: presentWords(findAnswer(assessment, item.id), item, checklist, format),
      to: targetWords(step.target, item, checklist, format),
    }),
    measure: suggestedMeasure(suggestion, checklist, format),
    low: gainWords(gain.low, format),
    supported: gainWords(gain.supported, format),
    adopt: `${base}/adopt`,
    adoptLabel: format.t('actions.adopt.label', { code: item.code, title: format.text(item.title) }),
    edit: `${base}/new?${new URLSearchParams({ item: item.id, suggestion: kind })}`,
  };
}

/** A draft that says what can be seen when it is done. */
export function suggestedContent(suggestion: Suggestion, checklist: Checklist, format: Format): ActionContent {
  const { item, step } = suggestion;
  const known = new Set((checklist.departments ?? []).map(({ id }) => id));
  return {
    ...step,
    measure: suggestedMeasure(suggestion, checklist, format),
    support: (item.support ?? []).filter(id => known.has(id)),
    status: 'planned',
    ...(item.lead !== undefined && known.has(item.lead) ? { lead: item.lead } : {}),
  };
}

function suggestedMeasure({ kind, item, step }: Suggestion, checklist: Checklist, format: Format): string {
  const { t } = format;
  const evidence = kindsWords(step.evidence, format);
  if (kind === 'evidence') return t('actions.suggested.evidence', { evidence });
  const target = targetWords(step.target, item, checklist, format);
  const text = levelText(item, step.target, checklist, format);
  const reach =
    text === '' ? t('actions.suggested.target', { target }) : t('actions.suggested.level', { target, text });
  return evidence === '' ? reach : t('actions.suggested.with-evidence', { reach, evidence });
}

/** The descriptor of the level that a target reaches. */
function levelText(item: Item, target: ActionContent['target'], checklist: Checklist, format: Format): string {
  if (typeof target !== 'number' || (item.kind !== 'maturity' && item.kind !== 'metric')) return '';
  const level = item.kind === 'maturity' ? target : levelReached(item, target, checklist);
  const text = new Map(Object.entries(item.levels ?? {})).get(String(level));
  return text ? format.text(text) : '';
}
