import type { DocumentProgress } from '#report/document-renderer.ts';
import type { Report } from '#report/report.ts';
import { AppError, type ErrorCode } from '#shared/app-error.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { PreparedDocument } from './prepare-document.ts';

/** A document on its way, for one assessment or a milestone of it; in memory only. */
export type DocumentJob = {
  id: string;
  assessmentId: string;
  milestone: Report['milestone'];
  kind: DocumentKind;
  document: Omit<PreparedDocument, 'reports'>;
  startedAt: string;
  state: JobState;
};

export type JobState =
  | { name: 'working'; progress: DocumentProgress }
  | { name: 'ready'; file: Buffer }
  | { name: 'cancelled' }
  | { name: 'failed'; code: ErrorCode | 'bug' };

type NewJob = Omit<DocumentJob, 'startedAt' | 'state'> & { render: Render };
type Render = (options: { signal: AbortSignal; onProgress: (progress: DocumentProgress) => void }) => Promise<Buffer>;

export type DocumentJobs = {
  /** Undefined where all that there is room for are being made. */
  start: (job: NewJob) => DocumentJob | undefined;
  find: (assessmentId: string, id: string) => DocumentJob | undefined;
  cancel: (job: DocumentJob) => void;
};

type RunningJob = DocumentJob & { controller: AbortController };

/** All assessments together; the oldest that are done make room. */
const mostJobs = 20;
const kept = 600_000;

/** `onFailure` hears of what nobody foresaw. */
export function documentJobs({
  now,
  onFailure,
}: {
  now: () => Date;
  onFailure: (error: unknown) => void;
}): DocumentJobs {
  const jobs = new Map<string, RunningJob>();

  function sweep(): void {
    for (const { id, startedAt, state } of jobs.values())
      if (state.name !== 'working' && now().getTime() - Date.parse(startedAt) > kept) jobs.delete(id);
  }

  function makeRoom(): boolean {
    if (jobs.size < mostJobs) return true;
    const done = [...jobs.values()].find(({ state }) => state.name !== 'working');
    return done !== undefined && jobs.delete(done.id);
  }

  function start({ render, ...job }: NewJob): DocumentJob | undefined {
    sweep();
    if (!makeRoom()) return undefined;
    const controller = new AbortController();
    const state: JobState = { name: 'working', progress: { step: 'starting' } };
    const started: RunningJob = { ...job, controller, startedAt: now().toISOString(), state };
    jobs.set(job.id, started);
    const onProgress = (progress: DocumentProgress) => {
      if (started.state.name === 'working') started.state = { name: 'working', progress };
    };
    render({ signal: controller.signal, onProgress }).then(
      file => settle(started, { name: 'ready', file }),
      error => controller.signal.aborted || settle(started, failureState(error)),
    );
    // What is ready is not kept in memory longer than it is offered.
    setTimeout(sweep, kept + 1_000).unref();
    return started;
  }

  function failureState(error: unknown): JobState {
    if (!(error instanceof AppError)) onFailure(error);
    return { name: 'failed', code: error instanceof AppError ? error.code : 'bug' };
  }

  return {
    start,
    find: (assessmentId, id) => {
      sweep();
      const job = jobs.get(id);
      return job?.assessmentId === assessmentId ? job : undefined;
    },
    cancel: ({ id }) => {
      const job = jobs.get(id);
      if (job?.state.name !== 'working') return;
      job.state = { name: 'cancelled' };
      job.controller.abort();
    },
  };
}

/** Whoever was cancelled stays so, whatever comes of it. */
function settle(job: DocumentJob, state: JobState): void {
  if (job.state.name === 'working') job.state = state;
}
