import type { Area } from '#checklist/checklist-schema.ts';
import { type Suggestion, suggestAnswers } from '#report/suggest-answers.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';

/** What the assessment of last time suggests for items that are still open. */
export type Suggested = { origin: OpenAssessment; byItem: ReadonlyMap<string, Suggestion> };

/** For some areas; undefined where nothing is suggested any more: there is no earlier assessment, or this one is final. */
export function suggestedFor(
  open: OpenAssessment,
  origin: OpenAssessment | undefined,
  areas: Area[],
): Suggested | undefined {
  if (!origin || open.assessment.state === 'final') return undefined;
  const suggestions = suggestionsIn(areas, open, origin);
  return { origin, byItem: new Map(suggestions.map(suggestion => [suggestion.item.id, suggestion])) };
}

/** Only these areas are compared with the earlier version. */
export function suggestionsIn(areas: Area[], open: OpenAssessment, origin: OpenAssessment): Suggestion[] {
  return suggestAnswers(origin, { ...open, checklist: { ...open.checklist, areas } });
}

/** How many are still open in one area, with the way to confirm them together. */
export function suggestedHint(
  { assessment }: OpenAssessment,
  area: Area,
  suggested: Suggested | undefined,
  { t }: Format,
) {
  const count = suggested?.byItem.size ?? 0;
  return count > 0
    ? { text: t('suggestion.area', { count }), href: `/assessments/${assessment.id}/suggestions#area-${area.id}` }
    : null;
}
