import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { TakenPackage } from './take-package.ts';

/** Where an assessment from another installation is uploaded. `problem`: why the last file was not taken. */
export function packagePage(problem: string, { t }: Format): Page {
  return {
    template: 'import/package',
    title: t('import.package.heading'),
    section: 'assessments',
    view: { problem, action: '/assessments/import' },
  };
}

type Arrived = Extract<TakenPackage, { kind: 'arrived' }>;

/** What came along with an assessment that was unknown here. */
export function arrivedPage({ assessmentId, changes, files, records }: Arrived, { t }: Format): Page {
  const base = `/assessments/${assessmentId}`;
  return {
    template: 'import/arrived',
    title: t('import.arrived'),
    section: 'assessments',
    view: {
      changes: t('import.arrived.changes', { count: changes }),
      files: files.received.size > 0 ? t('import.arrived.files', { count: files.received.size }) : '',
      missing: [missingWords(files, t), countWords('missing', records.missing, t)].filter(Boolean),
      milestones: countWords('milestones', records.milestones, t),
      minutes: countWords('minutes', records.minutes, t),
      href: base,
      history: `${base}/history`,
    },
  };
}

function countWords(what: 'milestones' | 'missing' | 'minutes', count: number, t: Format['t']): string {
  return count > 0 ? t(`records.arrived.${what}`, { count }) : '';
}

function missingWords({ missing, isOff }: Arrived['files'], t: Format['t']): string {
  if (missing === 0) return '';
  return isOff
    ? t('import.arrived.files-off', { count: missing })
    : t('import.arrived.files-missing', { count: missing });
}
