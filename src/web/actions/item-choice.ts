import { isExcludedByFact } from '#assessment/progress.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';

/** The items that an action can be about, to choose from. */
export function itemChoice({ assessment, checklist }: OpenAssessment, typed: string, format: Format) {
  return {
    error: typed === '' ? null : format.t('actions.item.unknown'),
    groups: checklist.areas.map(area => ({
      label: `${area.code} ${format.text(area.title)}`,
      options: area.items
        .filter(item => !isExcludedByFact(item, assessment.setup.profile))
        .map(({ id, code, title }) => ({ value: id, label: `${code} ${format.text(title)}` })),
    })),
  };
}
