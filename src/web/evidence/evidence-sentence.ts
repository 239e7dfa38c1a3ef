import type { Answer } from '#assessment/answer.ts';
import { isUnscoredTable } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { fractionOf } from '#scoring/fraction.ts';
import { valueWords } from '../assessment/answer-words.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import { kindsThatCarry, reachWords } from './evidence-standing.ts';

type Given = { item: Item; open: OpenAssessment; answer: Answer | undefined };

/** What is claimed beside what evidence carries, and what would carry the rest; null where nothing is claimed, or no score. */
export function evidenceSentence({ item, open, answer }: Given, format: Format): string | null {
  if (answer?.answer !== 'scored' || answer.value === undefined || isUnscoredTable(item)) return null;
  const { checklist, assessment } = open;
  const fraction = fractionOf(item, answer.value, scaleOf(item, checklist));
  const ceiling = ceilingOf(answer.evidence, assessment.setup.referenceDate);
  const claimed = valueWords(item, answer.value, checklist, format);
  if (fraction <= ceiling / 5 + 1e-9) return format.t('area.evidence.enough', { claimed });
  const kinds = kindsThatCarry(fraction)
    .map(kind => format.t(`assessment.evidence.${kind}`))
    .join(format.t('area.evidence.or'));
  if (ceiling === 0) return format.t('area.evidence.none', { claimed, kinds });
  const reach = reachWords(ceiling, item, checklist, format);
  return format.t('area.evidence.short', { claimed, reach, kinds });
}
