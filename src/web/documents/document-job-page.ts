import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { milestoneQuery } from '../assessment/report-charts.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { DocumentJob, JobState } from './document-jobs.ts';
import { wayBack } from './way-back.ts';

const refreshSeconds = 2;
const steps = ['waiting', 'starting', 'pictures', 'pages', 'file'] as const;

/** How far a document is, with what can be done now. */
export function documentJobPage(open: OpenAssessment, job: DocumentJob, format: Format): Page {
  const { t } = format;
  const base = `/assessments/${open.assessment.id}`;
  const address = `${base}/documents/${job.id}`;
  const query = milestoneQuery(job);
  const isWorking = job.state.name === 'working';
  return {
    template: 'documents/document-job',
    title: t(`documents.state.${job.state.name}`),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'report', format),
    ...(isWorking ? { refresh: refreshSeconds, scripts: ['document-job.js'] } : {}),
    view: {
      heading: t(`documents.state.${job.state.name}`),
      fileName: job.document.fileName,
      look: looks[job.state.name],
      words: wordsOf(job.state, format),
      isWorking,
      steps: job.state.name === 'working' ? stepsOf(job.state, format) : [],
      cancel: isWorking ? `${address}/cancel${query}` : null,
      file:
        job.state.name === 'ready'
          ? { href: `${address}/file${query}`, label: downloadWords(job.state.file, format) }
          : null,
      back: wayBack(open.assessment.id, job, format),
      again: isWorking ? null : `${base}/documents${query}`,
    },
  };
}

const looks = {
  working: { classes: '', icon: 'clock-alert' },
  ready: { classes: 'is-ok', icon: 'circle-check' },
  cancelled: { classes: '', icon: 'circle-slash' },
  failed: { classes: 'is-stop', icon: 'triangle-alert' },
} satisfies Record<JobState['name'], object>;

function wordsOf(state: JobState, { t }: Format): string {
  if (state.name === 'failed') return t(`error.${state.code}.text`);
  if (state.name !== 'working') return t(`documents.text.${state.name}`);
  const { progress } = state;
  return progress.step === 'waiting' ? t('documents.ahead', { count: progress.ahead }) : t('documents.text.working');
}

/** The line of steps; the one under way is marked. */
function stepsOf({ progress }: Extract<JobState, { name: 'working' }>, { t }: Format) {
  const current = steps.indexOf(progress.step);
  return steps.map((step, index) => ({
    label: t(`documents.step.${step}`),
    isDone: index < current,
    isCurrent: index === current,
  }));
}

function downloadWords(file: Buffer, { t }: Format): string {
  const kilobytes = Math.ceil(file.length / 1024);
  return kilobytes < 1024
    ? t('documents.download.kilobytes', { size: kilobytes })
    : t('documents.download.megabytes', { size: (kilobytes / 1024).toFixed(1) });
}
