import type { Answer } from '#assessment/answer.ts';
import { findRecord } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../../format.ts';
import { answerWords } from '../answer-words.ts';
import type { RoomPage } from '../room-page.ts';
import type { AnswerBefore } from './answer-before.ts';
import type { CockpitPage } from './cockpit-page.ts';

type Given = Pick<CockpitPage, 'open' | 'isAdministrator'>;

/**
 * What is known of the item beside the vote: the present answer, that of the assessment before, evidence, and the way to its form
 * for those who may open it.
 */
export function backgroundView(
  { open, isAdministrator }: Given,
  item: Item,
  before: AnswerBefore | undefined,
  format: Format,
) {
  const { assessment, checklist } = open;
  const { t } = format;
  const answer = findRecord(assessment, item.id)?.answer ?? undefined;
  const area = checklist.areas.find(({ items }) => items.includes(item));
  return {
    lines: [
      {
        icon: 'clipboard-list',
        text: answer
          ? t('cockpit.background.now', { answer: wordsOf(answer, item, open, format) })
          : t('cockpit.background.none'),
      },
      ...(before ? [{ icon: 'history', text: beforeWords(before, item, format) }] : []),
      ...(answer?.evidence ?? []).map(({ title, kind }) => ({
        icon: 'file-text',
        text: t('cockpit.background.evidence', { kind: t(`assessment.evidence.${kind}`), title }),
      })),
    ],
    guidance: item.guidance ? format.text(item.guidance) : null,
    hints: (item.evidence ?? []).map(({ kind, example }) =>
      t('area.evidence.example', { kind: t(`assessment.evidence.${kind}`), example: format.text(example) }),
    ),
    form: isAdministrator
      ? {
          href: `/assessments/${assessment.id}/areas/${area?.id ?? ''}#${item.code}`,
          label: t('cockpit.background.form', { code: item.code }),
        }
      : null,
  };
}

function beforeWords({ answer, open }: AnswerBefore, item: Item, format: Format): string {
  const words = { period: open.assessment.setup.period, answer: wordsOf(answer, item, open, format) };
  return answer.note
    ? format.t('cockpit.background.before-note', { ...words, note: shortened(answer.note) })
    : format.t('cockpit.background.before', words);
}

/** By the checklist that it was given under. */
function wordsOf(answer: Answer, item: Item, { checklist }: RoomPage['open'], format: Format): string {
  const asked = findItem(checklist, item.id) ?? item;
  return answerWords(answer, asked, checklist, format);
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : text;
}
