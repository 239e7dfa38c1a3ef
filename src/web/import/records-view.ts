import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import type { Site } from '../site.ts';
import type { ImportTicket, RecordsOutcome } from './import-tickets.ts';
import { type IncomingRecords, milestoneNow, minutesNow } from './incoming-records.ts';

type IncomingMilestone = IncomingRecords['milestones'][number]['entry'];
type IncomingMinutes = IncomingRecords['minutes'][number];

/** The records of a package and what each is here by now. */
export type RecordsNow = {
  milestones: { entry: IncomingMilestone; now: Awaited<ReturnType<typeof milestoneNow>> }[];
  minutes: { brought: IncomingMinutes; now: ReturnType<typeof minutesNow> }[];
};

export async function recordsNow(
  site: Site,
  { assessment }: OpenAssessment,
  { records }: ImportTicket,
): Promise<RecordsNow> {
  const { milestones = [], minutes = [] } = records ?? {};
  return {
    milestones: await Promise.all(
      milestones.map(async ({ entry }) => ({ entry, now: await milestoneNow(site, assessment, entry) })),
    ),
    minutes: minutes.map(brought => ({ brought, now: minutesNow(site, assessment.id, brought) })),
  };
}

/** Null where the package has none that is not here. */
export function recordsView(
  { now, ticket, open }: { now: RecordsNow; ticket: ImportTicket; open: OpenAssessment },
  format: Format,
) {
  const rows = [
    ...now.milestones.map(each => milestoneRow(each, open, format)),
    ...now.minutes.map(each => minutesRow(each, format)),
  ];
  if (rows.length === 0) return null;
  return {
    action: `/assessments/${open.assessment.id}/import/${encodeURIComponent(ticket.id)}/records`,
    outcome: ticket.recordsOutcome ? outcomeView(ticket.recordsOutcome, format) : null,
    canTake: rows.some(({ value }) => value !== null),
    rows,
  };
}

/** `value` is null where there is nothing to take. */
function milestoneRow({ entry, now }: RecordsNow['milestones'][number], open: OpenAssessment, format: Format) {
  const { t, score, dayAndTime } = format;
  const facts = {
    ...{ when: dayAndTime(entry.at), who: personName(entry.by, open, format) },
    ...{ claimed: score(entry.claimed), supported: score(entry.supported) },
  };
  const mine = now.kind === 'conflicting' ? now.mine : null;
  return {
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

function minutesRow({ brought, now }: RecordsNow['minutes'][number], { t, dayAndTime }: Format) {
  const { title, finishedAt, recorded, items } = brought.summary;
  return {
    value: now === 'new' || now === 'missing' ? `minutes:${brought.sha256}` : null,
    kind: t('records.minutes'),
    name: title,
    facts: t('records.minutes.facts', { when: finishedAt ? dayAndTime(finishedAt) : '—', recorded, items }),
    sha256: brought.sha256,
    state: now === 'new' ? null : t(`records.state.${now}`),
    isConflict: false,
    mine: null,
  };
}

function outcomeView({ taken, notTaken }: RecordsOutcome, { t, list }: Format) {
  return {
    isWhole: notTaken.length === 0 && taken.length > 0,
    taken:
      taken.length === 0 ? t('records.taken.none') : t('records.taken', { count: taken.length, items: list(taken) }),
    notTaken: notTaken.map(({ name, reason }) => ({ name, reason: t(`records.not-taken.${reason}`) })),
  };
}
