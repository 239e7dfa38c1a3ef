import type { BroughtMinutes } from '#workshop/minutes-store.ts';
import type { WorkshopState } from '#workshop/workshop.ts';
import type { WorkshopSetAside, WorkshopSummary } from '#workshop/workshop-store.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';

/** `isHere`: the workshop itself as well. */
type Brought = BroughtMinutes & { isHere: boolean };

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
    brought,
  }: {
    open: OpenAssessment;
    summaries: readonly WorkshopSummary[];
    setAside: readonly WorkshopSetAside[];
    brought: readonly Brought[];
  },
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
      isEmpty: summaries.length + brought.length === 0,
      rows: summaries.map(summary => rowOf(summary, format)),
      brought: brought.map((each, index) => broughtRow(each, brought.slice(index + 1), open, format)),
    },
  };
}

/** Later minutes of the same workshop stand behind it. */
function broughtRow(brought: Brought, later: readonly Brought[], { assessment }: OpenAssessment, format: Format) {
  const { sha256 } = brought;
  if (brought.state === 'altered')
    return {
      href: null,
      title: sha256.slice(0, 12),
      note: format.t('records.brought.altered'),
      finished: '',
      recorded: '',
    };
  const { id, title, finishedAt, recorded, items } = brought.summary;
  const isEarlier = later.some(each => each.state === 'whole' && each.summary.id === id);
  return {
    ...{ title, href: `/assessments/${assessment.id}/minutes/${sha256}` },
    note: noteOf({ isHere: brought.isHere, isEarlier }, format),
    finished: finishedAt ? format.dayAndTime(finishedAt) : '—',
    recorded: `${recorded} / ${items}`,
  };
}

function noteOf({ isHere, isEarlier }: { isHere: boolean; isEarlier: boolean }, { t }: Format): string | null {
  if (isHere) return t('records.brought.here');
  return isEarlier ? t('records.brought.earlier') : null;
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
