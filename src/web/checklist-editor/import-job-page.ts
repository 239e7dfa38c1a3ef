import type { Job, JobState } from '../background-jobs.ts';
import type { Format } from '../format.ts';
import { jobLooks, jobSteps } from '../job-parts.ts';
import type { Page } from '../page.ts';
import type { ImportOutcome, ImportProgress } from './import-checklist.ts';

export type ImportDetails = { fileName: string };
export type ImportJob = Job<ImportDetails, ImportProgress, ImportOutcome>;
type ImportState = JobState<ImportProgress, ImportOutcome>;

const refreshSeconds = 2;
const steps = ['waiting', 'reading', 'building', 'checking', 'storing'] as const;

/** How far a checklist is that is brought in, and the way to stop it. */
export function importJobPage({ id, fileName, state }: ImportJob, { t }: Format): Page {
  const progress = state.name === 'working' ? state.progress : undefined;
  const heading = t(`checklist-import.state.${state.name}`);
  return {
    template: 'checklist-editor/import-job',
    title: heading,
    section: 'checklists',
    ...(progress ? { refresh: refreshSeconds, scripts: ['document-job.js'] } : {}),
    view: {
      fileName,
      job: {
        heading,
        look: jobLooks[state.name],
        text: wordsOf(state, t),
        steps: progress
          ? jobSteps(steps, { under: progress.step, label: step => t(`checklist-import.step.${step}`) })
          : [],
        share: progress?.step === 'reading' ? shareView(progress.share, t) : null,
        file: null,
        again: progress ? null : { href: '/import-checklist', label: t('checklist-import.again') },
        cancel:
          progress && progress.step !== 'storing'
            ? { action: `/import-checklist/${id}/cancel`, label: t('checklist-import.cancel') }
            : null,
        note: t(progress ? 'checklist-import.leave' : 'checklist-import.nothing'),
      },
    },
  };
}

function wordsOf(state: ImportState, t: Format['t']): string {
  if (state.name === 'failed') return t('checklist-import.text.failed');
  if (state.name === 'cancelled') return t('checklist-import.text.cancelled');
  if (state.name === 'ready') return t('checklist-import.state.ready');
  const { progress } = state;
  if (progress.step === 'waiting') return t('checklist-import.text.waiting', { count: progress.ahead });
  return t(`checklist-import.text.${progress.step === 'storing' ? 'storing' : 'working'}`);
}

function shareView(share: number, t: Format['t']) {
  const percent = Math.floor(100 * share);
  return { value: percent, label: t('checklist-import.share', { percent }) };
}
