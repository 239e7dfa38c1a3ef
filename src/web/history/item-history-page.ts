import type { Answer } from '#assessment/answer.ts';
import type { AssessmentChange } from '#assessment/assessment.ts';
import type { Area, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { type AnswerChange, answerChanges } from './answer-changes.ts';
import { assessmentBar } from './assessment-bar.ts';
import type { OpenAssessment } from './open-assessment.ts';
import { personName } from './person-name.ts';

type ItemChange = Extract<AssessmentChange, { type: 'answered' | 'answer-cleared' }>;
type History = { open: OpenAssessment; area: Area; item: Item; changes: AssessmentChange[] };

/** Every change of one item's answer, newest first. `changes` are those of the whole assessment, oldest first. */
export function historyPage({ open, area, item, changes }: History, format: Format): Page {
  const { t } = format;
  const own = changes.filter(change => isOfItem(change, item.id));
  return {
    template: 'assessment/history',
    title: t('history.title', { code: item.code, title: format.text(item.title) }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'form', format),
    view: {
      heading: t('area.item', { code: item.code, title: format.text(item.title) }),
      back: {
        href: `/assessments/${open.assessment.id}/areas/${area.id}#${item.code}`,
        label: t('history.back', { code: item.code }),
      },
      entries: own.map((change, index) => entryOf(change, own[index - 1], { open, item, format })).toReversed(),
    },
  };
}

function isOfItem(change: AssessmentChange, itemId: string): change is ItemChange {
  return (change.type === 'answered' || change.type === 'answer-cleared') && change.item === itemId;
}

type Entry = { rev: string; who: string; when: string; why: string | null; what: string; changes: AnswerChange[] };

function entryOf(
  change: ItemChange,
  previous: ItemChange | undefined,
  { open, item, format }: { open: OpenAssessment; item: Item; format: Format },
): Entry {
  const after = answerOf(change);
  const changes = answerChanges(
    { before: previous ? answerOf(previous) : null, after, item, checklist: open.checklist },
    format,
  );
  return {
    rev: format.t('history.rev', { rev: change.rev }),
    who: personName(change.by, format),
    when: format.dayAndTime(change.at),
    why: change.why ?? null,
    what: whatHappened({ previous, after, changes }, format),
    changes,
  };
}

type Step = { previous: ItemChange | undefined; after: Answer | null; changes: AnswerChange[] };

function whatHappened({ previous, after, changes }: Step, { t }: Format): string {
  if (after === null) return t('history.cleared');
  if (!previous) return t('history.first');
  return changes.length === 0 ? t('history.same') : t('history.answered');
}

function answerOf(change: ItemChange): Answer | null {
  return change.type === 'answered' ? change.answer : null;
}
