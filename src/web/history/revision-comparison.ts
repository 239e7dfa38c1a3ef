import type { Item } from '#checklist/checklist-schema.ts';
import { answerChanges } from '../assessment/answer-changes.ts';
import { answerTitle } from '../assessment/answer-title.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import { foldChange } from './fold-change.ts';
import type { Revision } from './revisions.ts';

export type Compared = { revisions: Revision[]; item: Item; open: OpenAssessment };

/** The form that chooses two revisions of an answer, and both side by side where two were chosen. Null where there are no two. */
export function revisionComparison(compared: Compared, query: Record<string, unknown>, format: Format) {
  const { revisions } = compared;
  const [older, newer] = revisions.slice(-2);
  if (!older || !newer) return null;
  const [a, b] = [chosen(query.a, revisions), chosen(query.b, revisions)];
  const isAsked = query.a !== undefined || query.b !== undefined;
  const isSame = a !== undefined && a === b;
  return {
    fields: [
      fieldOf('a', { revisions, selected: a ?? older, error: isAsked && !a ? 'unknown' : null }, format),
      fieldOf(
        'b',
        { revisions, selected: b ?? newer, error: isAsked && !b ? 'unknown' : isSame ? 'same' : null },
        format,
      ),
    ],
    result: a && b && !isSame ? sideBySide(a.rev < b.rev ? [a, b] : [b, a], compared, format) : null,
  };
}

function chosen(value: unknown, revisions: Revision[]): Revision | undefined {
  return revisions.find(({ rev }) => String(rev) === value);
}

type Choice = { revisions: Revision[]; selected: Revision; error: 'unknown' | 'same' | null };

function fieldOf(name: 'a' | 'b', { revisions, selected, error }: Choice, format: Format) {
  const { t } = format;
  return {
    name,
    label: t(`history.compare.${name}`),
    options: revisions.toReversed().map(revision => ({
      value: String(revision.rev),
      chosen: revision === selected,
      label: t('history.compare.option', { rev: revision.rev, when: format.dayAndTime(revision.at) }),
    })),
    error: error ? t(`history.compare.error.${error}`) : null,
  };
}

function sideBySide([older, newer]: [Revision, Revision], { item, open }: Compared, format: Format) {
  const { t } = format;
  const { wholeChecklist: checklist } = open;
  const changes = answerChanges({ before: older.answer, after: newer.answer, item, checklist }, format);
  const side = ({ rev, by, at, answer }: Revision) => ({
    heading: t('history.rev', { rev }),
    who: personName(by, open, format),
    when: format.dayAndTime(at),
    title: answer ? answerTitle(answer, item, checklist, format) : { chip: null, words: t('area.conflict.no-answer') },
  });
  return {
    heading: t('history.compare.heading', { older: older.rev, newer: newer.rev }),
    older: side(older),
    newer: side(newer),
    // The answer itself stands above them in any case.
    changes: changes.filter(({ what }) => what !== t('history.answer')).map(change => foldChange(change, format)),
    same: changes.length === 0,
  };
}
