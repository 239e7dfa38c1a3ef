import { stateMark } from '#assessment/state-mark.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Area } from '#checklist/checklist-schema.ts';
import type { Suggestion } from '#report/suggest-answers.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { OpenSuggestions } from './open-suggestions.ts';
import type { Refused } from './suggestion-routes.ts';
import { changesSince, suggestedEvidence, suggestedTitle } from './suggestion-words.ts';

/** Every suggestion by area, with what changed since; those with something against them are not ticked. */
export function suggestionsPage(opened: OpenSuggestions, failed: Refused | null, format: Format): Page {
  const { open, origin, suggestions } = opened;
  const { t } = format;
  const { setup, id } = open.assessment;
  const areas = new Map<Area, Suggestion[]>();
  for (const suggestion of suggestions) {
    const { area } = suggestion;
    areas.set(area, [...(areas.get(area) ?? []), suggestion]);
  }
  return {
    template: 'suggestions/suggestions',
    title: t('suggestion.title', { city: setup.city, period: setup.period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'overview', format),
    view: {
      lead: leadOf(opened, format),
      problems: failed && problemsOf(failed, open, format),
      none: origin !== undefined && open.assessment.state !== 'final' && suggestions.length === 0,
      action: `/assessments/${id}/suggestions`,
      actionsHref: `/assessments/${id}/actions`,
      seen: origin ? stateMark(origin.assessment) : '',
      areas: [...areas].map(([area, own]) => ({
        id: area.id,
        title: `${area.code} ${format.text(area.title)}`,
        rows: origin ? own.map(suggestion => rowOf(suggestion, opened, origin, format)) : [],
      })),
    },
  };
}

function leadOf({ open, origin, suggestions }: OpenSuggestions, { t }: Format): string {
  if (open.assessment.state === 'final') return t('suggestion.final');
  return origin
    ? t('suggestion.lead', { period: origin.assessment.setup.period, count: suggestions.length })
    : t('suggestion.gone');
}

function rowOf(suggestion: Suggestion, { open }: OpenSuggestions, origin: OpenAssessment, format: Format) {
  const { item, area, answer, isPossible, isSafe } = suggestion;
  return {
    id: item.id,
    name: `${item.code} ${format.text(item.title)}`,
    href: `/assessments/${open.assessment.id}/areas/${area.id}#${item.code}`,
    ...suggestedTitle(suggestion, origin, format),
    note: answer.note ?? '',
    evidence: suggestedEvidence(answer, open, format),
    since: changesSince(suggestion, format),
    isPossible,
    checked: isSafe,
  };
}

function problemsOf({ stale, items }: Refused, { checklist }: OpenAssessment, { t, list }: Format): string[] {
  const codes = items.map(id => findItem(checklist, id)?.code ?? id);
  return [
    ...(stale ? [t('suggestion.stale')] : []),
    ...(codes.length > 0 ? [t('suggestion.refused', { items: list(codes) })] : []),
  ];
}
