import type { Job, JobState } from '../background-jobs.ts';
import type { Format } from '../format.ts';
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
        look: looks[state.name],
        text: wordsOf(state, t),
        steps: progress ? stepsOf(progress, t) : [],
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

const looks = {
  working: { classes: '', icon: 'clock-alert' },
  ready: { classes: 'is-ok', icon: 'circle-check' },
  cancelled: { classes: '', icon: 'circle-slash' },
  failed: { classes: 'is-stop', icon: 'triangle-alert' },
} satisfies Record<ImportState['name'], object>;

function wordsOf(state: ImportState, t: Format['t']): string {
  if (state.name === 'failed') return t('checklist-import.text.failed');
  if (state.name === 'cancelled') return t('checklist-import.text.cancelled');
  if (state.name === 'ready') return t('checklist-import.state.ready');
  const { progress } = state;
  if (progress.step === 'waiting') return t('checklist-import.text.waiting', { count: progress.ahead });
  return t(`checklist-import.text.${progress.step === 'storing' ? 'storing' : 'working'}`);
}

function stepsOf({ step: under }: ImportProgress, t: Format['t']) {
  const current = steps.indexOf(under);
  return steps.map((step, index) => ({
    label: t(`checklist-import.step.${step}`),
    isDone: index < current,
    isCurrent: index === current,
  }));
}

function shareView(share: number, t: Format['t']) {
  const percent = Math.floor(100 * share);
  return { value: percent, label: t('checklist-import.share', { percent }) };
}
