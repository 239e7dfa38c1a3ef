import { type CopyCounts, countSubjects } from '#assessment/count-subjects.ts';
import type { IncomingDiff } from '#assessment/incoming-diff.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { CopyRest } from './import-tickets.ts';
import type { RecordsNow } from './records-now.ts';

type Shown = { copy: CopyRest; diff: IncomingDiff; records: RecordsNow; open: OpenAssessment };

/** The changes of another copy, each of them counted as offered, the same as here, or not taken. */
export function countCopy({
  copy,
  diff,
  records,
  open,
}: Omit<Shown, 'open'> & { open: Pick<OpenAssessment, 'assessment'> }): CopyCounts {
  const { actions, files, milestones } = records;
  const canTake = ({ now }: (typeof milestones)[number]) => now.kind === 'new' || now.kind === 'missing';
  const listed = new Map(milestones.map(each => [each.entry.id, each]));
  const here = new Set(open.assessment.milestones?.map(({ id }) => id));
  // One that is not here and not listed has no file in the package.
  const lost = copy.subjects.flatMap(subject =>
    subject.kind === 'milestone' && !listed.has(subject.id) && !here.has(subject.id) ? [subject.id] : [],
  );
  const conflicting = milestones.flatMap(({ entry, now }) => (now.kind === 'conflicting' ? [entry.id] : []));
  return countSubjects(copy.subjects, {
    offered: {
      items: new Set(diff.entries.map(({ itemId }) => itemId)),
      records: new Set(files.flatMap(({ entry, cannot }) => (cannot ? [] : [entry.record]))),
      actions: new Set(actions.entries.map(({ id }) => id)),
      milestones: new Set(milestones.filter(canTake).map(({ entry }) => entry.id)),
    },
    left: {
      items: new Set(diff.invalid.flatMap(({ itemId }) => (itemId === undefined ? [] : [itemId]))),
      records: new Set(files.flatMap(({ entry, cannot }) => (cannot ? [entry.record] : []))),
      actions: new Set(actions.invalid.map(({ theirs }) => theirs.id)),
      milestones: new Set([...conflicting, ...lost]),
    },
  });
}

/** In the order in which they are told. */
const kinds = ['answer', 'action', 'file', 'milestone', 'setup', 'state', 'version'] as const;
type Kind = (typeof kinds)[number];

/** What the page says of the other copy as a whole. */
export function copyView(shown: Shown, { t, list }: Format) {
  const { copy, open } = shown;
  const { all, offered, same, left } = countCopy(shown);
  const line = (key: string, counts: CopyCounts['left'], word: (kind: Kind, count: number) => string) => {
    const parts = kinds.flatMap(kind => {
      const count = counts.get(kind);
      return count === undefined ? [] : [{ count, text: word(kind, count) }];
    });
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    return count === 0 ? [] : [t(key, { count, what: list(parts.map(({ text }) => text)) })];
  };
  return {
    lead: all === 0 ? t('copy.none') : t('copy.changes', { count: all }),
    counts: [
      ...line('copy.offered', offered, (kind, count) => t(`copy.offered.${kind}`, { count })),
      ...(same > 0 ? [t('copy.same', { count: same })] : []),
      ...line('copy.left', left, (kind, count) => t(`copy.left.${kind}`, { count })),
    ],
    remarks: [
      ...(copy.healed.length > 0 ? [t('copy.healed', { count: copy.healed.length, names: list(copy.healed) })] : []),
      ...(hasOtherSetup(copy, open) ? [t('copy.setup')] : []),
      t('copy.end'),
    ],
  };
}

function hasOtherSetup({ setup }: CopyRest, { assessment }: OpenAssessment): boolean {
  return JSON.stringify(setup) !== JSON.stringify(assessment.setup);
}
