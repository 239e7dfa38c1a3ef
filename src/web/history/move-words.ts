import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type AnswerChange, changed } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';
import type { EntryVersions } from './entry-versions.ts';
import { setupChanges } from './setup-changes.ts';

type MoveChange = Extract<AssessmentChange, { type: 'checklist-changed' | 'checklist-change-undone' }>;
type Sides = { before: Assessment | undefined; after: Assessment };

/** From which version to which, how many answers were taken out or came back, and what became of the set-up. */
export function moveWords(
  change: MoveChange,
  { before, after }: Sides,
  { checklist, earlier, assessmentTitle }: EntryVersions,
  format: Format,
): AnswerChange[] {
  const { t } = format;
  const restored = change.type === 'checklist-change-undone' ? change.restored.length : 0;
  const taken = change.taken.length;
  return [
    ...changed('checklist', t('changes.checklist'), titleOf(earlier, format), titleOf(checklist, format)),
    ...changed('taken', t('version.history.taken'), '', taken > 0 ? t('version.history.items', { count: taken }) : ''),
    ...changed(
      'restored',
      t('version.history.restored'),
      '',
      restored > 0 ? t('version.history.items', { count: restored }) : '',
    ),
    ...setupChanges({ before, after }, { checklist: earlier, assessmentTitle }, format),
  ];
}

function titleOf({ title, version }: Checklist, { t, text }: Format): string {
  return t('changes.checklist.named', { title: text(title), version });
}
