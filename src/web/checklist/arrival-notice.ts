import type { Checklist } from '#checklist/checklist-schema.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { Format } from '../format.ts';

/** How somebody came to a checklist: it was published just now, with the assessments that can move to it; or the draft that was asked for is gone. */
export type Arrival = { kind: 'published'; movable: readonly AssessmentSummary[] } | { kind: 'no-draft' };

const mostNamed = 20;

export function arrivalNotice(arrival: Arrival, { id, version }: Checklist, { t }: Format) {
  if (arrival.kind === 'no-draft')
    return {
      ...{ classes: '', icon: 'info', heading: t('arrival.no-draft'), text: t('arrival.no-draft.text', { version }) },
      ...{ links: [], more: null, edit: `/checklists/${id}/edit` },
    };
  const { movable } = arrival;
  return {
    ...{ classes: 'is-ok', icon: 'check', heading: t('arrival.published', { version }) },
    text: movable.length > 0 ? t('arrival.movable', { count: movable.length }) : t('arrival.movable.none'),
    links: movable.slice(0, mostNamed).map(one => ({
      href: `/assessments/${one.id}/version`,
      text: t('arrival.assessment', {
        ...{ city: one.setup.city, period: one.setup.period, version: one.checklist.version },
      }),
    })),
    more: movable.length > mostNamed ? t('arrival.movable.more', { count: movable.length - mostNamed }) : null,
    edit: null,
  };
}
