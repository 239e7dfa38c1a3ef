import type { WorkshopState } from '#workshop/workshop.ts';
import type { WorkshopSetAside, WorkshopSummary } from '#workshop/workshop-store.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';

const stateLooks = {
  draft: { classes: '', icon: 'pencil' },
  lobby: { classes: 'is-note', icon: 'users' },
  running: { classes: 'is-ok', icon: 'circle-check' },
  paused: { classes: 'is-warn', icon: 'pause' },
  closed: { classes: '', icon: 'lock' },
} satisfies Record<WorkshopState, { classes: string; icon: string }>;

/** The workshops of one assessment, newest change first. */
export function workshopsPage(
  {
    open,
    summaries,
    setAside,
  }: { open: OpenAssessment; summaries: readonly WorkshopSummary[]; setAside: readonly WorkshopSetAside[] },
  format: Format,
): Page {
  const { t } = format;
  const { city, period } = open.assessment.setup;
  return {
    template: 'workshop/workshops',
    title: t('workshops.title', { city, period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'workshops', format),
    view: {
      plan: `/assessments/${open.assessment.id}/workshops/new`,
      setAside: setAside.map(({ id, reason }) => ({ id, reason: format.text(reason) })),
      rows: summaries.map(summary => rowOf(summary, format)),
    },
  };
}

function rowOf({ id, title, mode, state, items, recorded, changedAt, code }: WorkshopSummary, format: Format) {
  return {
    title,
    code,
    href: state === 'closed' ? `/workshops/${id}/minutes` : `/workshops/${id}`,
    minutes: `/workshops/${id}/minutes`,
    minutesLabel: format.t('workshops.minutes.of', { title }),
    mode: format.t(`workshop.mode.${mode}`),
    state: { ...stateLooks[state], text: format.t(`workshop.state.${state}`) },
    recorded: `${recorded} / ${items}`,
    changed: format.time(changedAt),
  };
}
