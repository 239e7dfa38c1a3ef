import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import type { ImportTicket, RecordsOutcome } from './import-tickets.ts';
import { incomingActionRows } from './incoming-action-rows.ts';
import { incomingFileRows } from './incoming-file-rows.ts';
import { plainRow, type RecordRow } from './record-row.ts';
import type { RecordsNow } from './records-now.ts';

/** Null where the package has nothing that is not here, and nothing was taken of it. */
export function recordsView(
  { now, ticket, open }: { now: RecordsNow; ticket: ImportTicket; open: OpenAssessment },
  format: Format,
) {
  const groups = [
    { what: 'actions', rows: incomingActionRows(now.actions, open, format) },
    { what: 'files', rows: incomingFileRows(now.files, format) },
    {
      what: 'records',
      rows: [
        ...now.milestones.map(each => milestoneRow(each, open, format)),
        ...now.minutes.map(each => minutesRow(each, format)),
      ],
    },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0 && !ticket.recordsOutcome) return null;
  return {
    action: `/assessments/${open.assessment.id}/import/${encodeURIComponent(ticket.id)}/records`,
    outcome: ticket.recordsOutcome ? outcomeView(ticket.recordsOutcome, format) : null,
    canTake: groups.some(({ rows }) => rows.some(({ value }) => value !== null)),
    groups: groups.map(({ what, rows }) => ({
      heading: format.t(`copy.group.${what}`),
      hint: format.t(`copy.group.${what}.hint`),
      rows,
    })),
  };
}

function milestoneRow(
  { entry, now }: RecordsNow['milestones'][number],
  open: OpenAssessment,
  format: Format,
): RecordRow {
  const { t, score, dayAndTime } = format;
  const facts = {
    ...{ when: dayAndTime(entry.at), who: personName(entry.by, open, format) },
    ...{ claimed: score(entry.claimed), supported: score(entry.supported) },
  };
  const mine = now.kind === 'conflicting' ? now.mine : null;
  return {
    ...plainRow,
    value: now.kind === 'new' || now.kind === 'missing' ? `milestone:${entry.id}` : null,
    kind: t('records.milestone'),
    name: entry.name,
    facts: t('records.milestone.facts', facts),
    sha256: entry.sha256,
    state: now.kind === 'new' ? null : t(`records.state.${now.kind}`, { name: mine?.name ?? '' }),
    isConflict: mine !== null,
    mine: mine?.sha256 ?? null,
  };
}

function minutesRow({ brought, now }: RecordsNow['minutes'][number], { t, dayAndTime }: Format): RecordRow {
  const { title, finishedAt, recorded, items } = brought.summary;
  return {
    ...plainRow,
    value: now === 'new' || now === 'missing' ? `minutes:${brought.sha256}` : null,
    kind: t('records.minutes'),
    name: title,
    facts: t('records.minutes.facts', { when: finishedAt ? dayAndTime(finishedAt) : '—', recorded, items }),
    sha256: brought.sha256,
    state: now === 'new' ? null : t(`records.state.${now}`),
  };
}

export function outcomeView({ taken, notTaken }: RecordsOutcome, { t, list }: Format) {
  return {
    isWhole: notTaken.length === 0 && taken.length > 0,
    taken:
      taken.length === 0 ? t('records.taken.none') : t('records.taken', { count: taken.length, items: list(taken) }),
    notTaken: notTaken.map(({ name, reason }) => ({ name, reason: t(`records.not-taken.${reason}`) })),
  };
}
