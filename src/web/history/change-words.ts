import type { HistoryEntry } from '#assessment/history.ts';
import type { AnswerChange } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';
import { actionChanges } from './action-changes.ts';
import { answerWords } from './answer-words.ts';
import { createdWords } from './created-words.ts';
import type { EntryVersions } from './entry-versions.ts';
import { evidenceWords } from './evidence-words.ts';
import { milestoneWords } from './milestone-words.ts';
import { moveWords } from './move-words.ts';
import { setupChanges } from './setup-changes.ts';

/** What a change did, in a few words and part by part. */
export type ChangeWords = { what: string; changes: AnswerChange[] };

/** The whole checklist after a change, and the one before it: a change may be about an item that is not in scope any more. */
export function changeWords(
  { change, before, after }: HistoryEntry,
  versions: EntryVersions,
  format: Format,
): ChangeWords {
  const { t } = format;
  const { checklist } = versions;
  switch (change.type) {
    case 'created':
      return { what: t('changes.created'), changes: createdWords(change, versions, format) };
    case 'set-up-changed':
      return {
        what: t('changes.set-up-changed'),
        changes: setupChanges({ before, after }, versions, format),
      };
    case 'answered':
    case 'answer-cleared':
      return answerWords({ itemId: change.item, before, after }, checklist, format);
    case 'evidence-changed':
      return { what: t('changes.evidence-changed'), changes: evidenceWords(change, before, format) };
    case 'milestone-kept':
      return { what: t('changes.milestone-kept'), changes: milestoneWords(change.milestone, format) };
    case 'milestone-brought':
      return { what: t('changes.milestone-brought'), changes: milestoneWords(change.milestone, format) };
    case 'checklist-changed':
    case 'checklist-change-undone':
      return {
        what: t(`changes.kind.${change.type}`),
        changes: moveWords(change, { before, after }, versions, format),
      };
    case 'made-final':
      return { what: t('changes.made-final'), changes: [] };
    case 'reopened':
      return { what: t('changes.reopened'), changes: [] };
    case 'action-added':
    case 'action-changed':
    case 'action-noted':
    case 'action-removed':
      return {
        what: t(`changes.kind.${change.type}`),
        changes: actionChanges(change, { before, after }, checklist, format),
      };
  }
}
