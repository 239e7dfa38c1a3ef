import type { ActionDiff, ActionEntry, ActionFault } from '#assessment/incoming-actions.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { actionParts, partsOfAction } from '../actions/action-parts.ts';
import { shortMeasure } from '../actions/action-words.ts';
import { changed } from '../assessment/answer-changes.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import { foldChange, type ShownChange } from '../history/fold-change.ts';
import { plainRow, type RecordRow } from './record-row.ts';

/** The actions of another copy, what the rules forbid at the end. */
export function incomingActionRows(
  { entries, invalid }: ActionDiff,
  open: OpenAssessment,
  format: Format,
): RecordRow[] {
  return [
    ...entries.map(entry => entryRow(entry, open, format)),
    ...invalid.map(fault => faultRow(fault, open, format)),
  ];
}

function entryRow(entry: ActionEntry, open: OpenAssessment, format: Format): RecordRow {
  const { id, kind, rev, stored, theirs } = entry;
  const { t } = format;
  const isConflict = kind === 'conflicting';
  const isRemoval = theirs === null;
  return {
    ...plainRow,
    value: kind === 'noted' ? `notes:${id}` : `action:${id}@${rev}`,
    // What would be written over or taken away is chosen by hand.
    checked: !isConflict && !isRemoval,
    kind: t(`copy.action.${kind}`),
    name: nameOf(theirs ?? stored, open, format),
    facts:
      isConflict && stored
        ? t('import.since', { who: personName(stored.by, open, format), when: format.time(stored.at) })
        : '',
    state: stateOf(entry, t),
    isConflict,
    changes: changesOf(entry, open, format),
  };
}

function stateOf({ kind, stored, theirs }: ActionEntry, t: Format['t']): string | null {
  if (kind === 'removed') return t('copy.action.removed.hint');
  if (kind !== 'conflicting') return null;
  if (!stored) return t('copy.action.gone-here');
  return t(theirs ? 'copy.action.changed-here' : 'copy.action.gone-there');
}

function faultRow({ theirs, message }: ActionFault, open: OpenAssessment, format: Format): RecordRow {
  return {
    ...plainRow,
    kind: format.t('copy.action.faulty'),
    name: nameOf(theirs, open, format),
    state: format.t('copy.action.faulty.hint', { reason: format.text(message) }),
    isConflict: true,
  };
}

function nameOf(action: ActionEntry['theirs'], { wholeChecklist }: OpenAssessment, { t }: Format): string {
  if (!action) return '';
  const { item, measure } = action.content;
  return t('area.item', { code: findItem(wholeChecklist, item)?.code ?? item, title: shortMeasure(measure, 60) });
}

function changesOf(entry: ActionEntry, { wholeChecklist }: OpenAssessment, format: Format): ShownChange[] {
  const { kind, stored, theirs, notes } = entry;
  const { t, day } = format;
  const was = partsOfAction(stored ?? undefined, wholeChecklist, format);
  const is = partsOfAction(theirs ?? undefined, wholeChecklist, format);
  const parts = kind === 'noted' ? [] : actionParts;
  return [
    ...parts.flatMap(part => changed(part, t(`actions.${part}`), was[part], is[part])),
    ...notes.flatMap(({ on, text }, index) =>
      changed(`note:${index}`, t('actions.note'), '', t('actions.note.dated', { day: day(on), text })),
    ),
  ].map(change => foldChange(change, format));
}
