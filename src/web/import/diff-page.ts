import type { DiffEntry, DiffKind, IncomingDiff } from '#assessment/incoming-diff.ts';
import { findRecord } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { answerChanges } from '../assessment/answer-changes.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import { foldChange } from '../history/fold-change.ts';
import type { Page } from '../page.ts';
import { copyView } from './copy-view.ts';
import type { ImportOutcome, ImportTicket } from './import-tickets.ts';
import type { RecordsNow } from './records-now.ts';
import { outcomeView as filesView, recordsView } from './records-view.ts';

export type DiffPage = { open: OpenAssessment; ticket: ImportTicket; diff: IncomingDiff; records: RecordsNow };

/** In this order; what would be written over or taken away is chosen by hand. */
const groups = [
  { kind: 'conflicting', checked: false },
  { kind: 'new', checked: true },
  { kind: 'changed', checked: true },
  { kind: 'cleared', checked: false },
] as const satisfies { kind: DiffKind; checked: boolean }[];

/** What a file would change, to be accepted whole or in part. */
export function diffPage({ open, ticket, diff, records }: DiffPage, format: Format): Page {
  const { assessment } = open;
  const { t } = format;
  const base = `/assessments/${assessment.id}/import`;
  const shown = groups
    .map(group => ({ ...group, entries: diff.entries.filter(({ kind }) => kind === group.kind) }))
    .filter(({ entries }) => entries.length > 0);
  const besides = recordsView({ now: records, ticket, open }, format);
  return {
    template: 'import/diff',
    title: t('import.diff.title', { file: ticket.fileName }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'overview', format),
    view: {
      back: base,
      file: ticket.fileName,
      action: `${base}/${encodeURIComponent(ticket.id)}/accept`,
      final: assessment.state === 'final',
      copy: ticket.copy ? copyView({ copy: ticket.copy, diff, records, open }, format) : null,
      counts: countsOf(diff, t),
      outcome: ticket.outcome ? outcomeView(ticket.outcome, open, format) : null,
      records: besides,
      groups: shown.map(({ kind, checked, entries }) => ({
        kind,
        heading: t(`import.group.${kind}`, { count: entries.length }),
        hint: t(`import.group.${kind}.hint`),
        entries: entries.map(entry => entryView({ ...entry, checked }, open, format)),
      })),
      invalid: diff.invalid.map(({ itemId, place, message }) => ({
        place,
        item: itemId === undefined ? '' : itemLabel(itemId, open, format),
        text: format.text(message),
      })),
      absent:
        diff.absent.length > 0
          ? t('import.absent', {
              count: diff.absent.length,
              items: format.list(diff.absent.map(itemId => codeOf(itemId, open))),
            })
          : '',
      nothing: shown.length === 0 && besides === null,
      hasItems: shown.length > 0,
    },
  };
}

function countsOf({ entries, invalid, unchanged }: IncomingDiff, t: Format['t']) {
  const ofKind = (kind: DiffKind) => entries.filter(entry => entry.kind === kind).length;
  return [
    ...(['new', 'changed', 'cleared', 'conflicting'] as const).map(kind => ({
      label: t(`import.count.${kind}`),
      value: String(ofKind(kind)),
    })),
    { label: t('import.count.invalid'), value: String(invalid.length) },
    { label: t('import.count.unchanged'), value: String(unchanged) },
  ];
}

function entryView(entry: DiffEntry & { checked: boolean }, open: OpenAssessment, format: Format) {
  const { itemId, stored, mine, rev, place, isJoined, kind, checked } = entry;
  const item = findItem(open.checklist, itemId);
  const record = findRecord(open.assessment, itemId);
  return {
    value: `${itemId}@${rev}`,
    checked,
    label: itemLabel(itemId, open, format),
    place,
    since:
      kind === 'conflicting' && record && record.rev > 0
        ? format.t('import.since', { who: personName(record.by, open, format), when: format.time(record.at) })
        : '',
    joined: isJoined ? format.t('import.joined') : '',
    changes: item ? changesOf(item, { before: stored, after: mine }, open, format) : [],
  };
}

type Versions = { before: DiffEntry['stored']; after: DiffEntry['mine'] };

function changesOf(item: Item, { before, after }: Versions, { checklist }: OpenAssessment, format: Format) {
  return answerChanges({ before, after, item, checklist }, format).map(change => foldChange(change, format));
}

function outcomeView({ recorded, notRecorded, files }: ImportOutcome, open: OpenAssessment, format: Format) {
  const { t, list } = format;
  return {
    isWhole: notRecorded.length === 0 && !files?.notTaken.length,
    files: files ? filesView(files, format) : null,
    recorded: t('import.recorded', {
      count: recorded.length,
      items: list(recorded.map(itemId => codeOf(itemId, open))),
    }),
    none: recorded.length === 0,
    notRecorded: notRecorded.map(({ itemId, reason }) => ({
      label: itemLabel(itemId, open, format),
      reason: t(`import.not-recorded.${reason}`),
    })),
  };
}

function codeOf(itemId: string, { wholeChecklist }: OpenAssessment): string {
  return findItem(wholeChecklist, itemId)?.code ?? itemId;
}

function itemLabel(itemId: string, { wholeChecklist }: OpenAssessment, { t, text }: Format): string {
  const item = findItem(wholeChecklist, itemId);
  return item ? t('area.item', { code: item.code, title: text(item.title) }) : itemId;
}
