import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import { jobLooks, jobSteps } from '../job-parts.ts';
import type { Page } from '../page.ts';
import { milestoneQuery } from '../report/report-charts.ts';
import type { DocumentJob, DocumentJobState } from './document-jobs.ts';
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
      fileName: job.document.fileName,
      back: wayBack(open.assessment.id, job, format),
      job: {
        heading: t(`documents.state.${job.state.name}`),
        look: jobLooks[job.state.name],
        text: wordsOf(job.state, format),
        steps:
          job.state.name === 'working'
            ? jobSteps(steps, { under: job.state.progress.step, label: step => t(`documents.step.${step}`) })
            : [],
        share: null,
        file:
          job.state.name === 'ready'
            ? { href: `${address}/file${query}`, label: downloadWords(job.state.result, format) }
            : null,
        again: isWorking ? null : { href: `${base}/documents${query}`, label: t('documents.again') },
        cancel: isWorking ? { action: `${address}/cancel${query}`, label: t('documents.cancel') } : null,
        note: t(isWorking ? 'documents.leave' : 'documents.kept'),
      },
    },
  };
}

function wordsOf(state: DocumentJobState, { t }: Format): string {
  if (state.name === 'failed') return t(`error.${state.code}.text`);
  if (state.name !== 'working') return t(`documents.text.${state.name}`);
  const { progress } = state;
  return progress.step === 'waiting' ? t('documents.ahead', { count: progress.ahead }) : t('documents.text.working');
}

function downloadWords(file: Buffer, { t }: Format): string {
  const kilobytes = Math.ceil(file.length / 1024);
  return kilobytes < 1024
    ? t('documents.download.kilobytes', { size: kilobytes })
    : t('documents.download.megabytes', { size: (kilobytes / 1024).toFixed(1) });
}
