import { findAnswer } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { isVotedOn } from '#workshop/progress.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import { answerWords } from './answer-words.ts';

const evidenceShown = 4;

/** What the room sees of an item that nobody votes on: the figure with its band, and the evidence for it; null for all others. */
export function figureView(item: Item, { assessment, wholeChecklist }: OpenAssessment, format: Format) {
  if (isVotedOn(item)) return null;
  const { t } = format;
  const answer = findAnswer(assessment, item.id);
  const evidence = answer?.evidence ?? [];
  const more = evidence.length - evidenceShown;
  return {
    words: answer
      ? t('room.figure', { value: answerWords(answer, item, wholeChecklist, format) })
      : t('room.figure.none'),
    evidence: [
      ...evidence
        .slice(0, evidenceShown)
        .map(({ kind, title }) => t('cockpit.background.evidence', { kind: t(`assessment.evidence.${kind}`), title })),
      ...(more > 0 ? [t('room.evidence.more', { count: more })] : []),
      ...(answer?.answer === 'scored' && evidence.length === 0 ? [t('room.evidence.none')] : []),
    ],
  };
}

/** Whether there is a figure that somebody could not live with. */
export function hasFigure(item: Pick<Item, 'id'>, { assessment }: OpenAssessment): boolean {
  return findAnswer(assessment, item.id)?.answer === 'scored';
}
