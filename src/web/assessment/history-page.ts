import { type AnswerVersion, answerVersions } from '#assessment/answer-versions.ts';
import type { AssessmentChange } from '#assessment/assessment.ts';
import type { Area, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { type AnswerChange, answerChanges } from './answer-changes.ts';
import { assessmentBar } from './assessment-bar.ts';
import type { OpenAssessment } from './open-assessment.ts';
import { personName } from './person-name.ts';

type History = { open: OpenAssessment; area: Area; item: Item; changes: AssessmentChange[] };

/** Every change of one item's answer, newest first. `changes` are those of the whole assessment, oldest first. */
export function historyPage({ open, area, item, changes }: History, format: Format): Page {
  const { t } = format;
  const own = answerVersions(changes, item.id);
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
      entries: own.map((version, index) => entryOf(version, own[index - 1], { open, item, format })).toReversed(),
    },
  };
}

type Entry = { rev: string; who: string; when: string; why: string | null; what: string; changes: AnswerChange[] };

function entryOf(
  version: AnswerVersion,
  previous: AnswerVersion | undefined,
  { open, item, format }: { open: OpenAssessment; item: Item; format: Format },
): Entry {
  const { rev, by, at, why, answer: after } = version;
  const before = previous?.answer ?? null;
  const changes = answerChanges({ before, after, item, checklist: open.checklist }, format);
  return {
    rev: format.t('history.rev', { rev }),
    who: personName(by, format),
    when: format.dayAndTime(at),
    why: why ?? null,
    what: whatHappened({ version, previous, changes }, format),
    changes,
  };
}

type Step = { version: AnswerVersion; previous: AnswerVersion | undefined; changes: AnswerChange[] };

function whatHappened({ version, previous, changes }: Step, { t }: Format): string {
  if (version.through === 'evidence') return t('evidence.history.through');
  if (version.answer === null) return t('history.cleared');
  if (!previous) return t('history.first');
  return changes.length === 0 ? t('history.same') : t('history.answered');
}
