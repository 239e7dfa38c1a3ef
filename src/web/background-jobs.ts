import { AppError, type ErrorCode } from '#shared/app-error.ts';

/** Work that goes on after its request was answered; in memory only. */
export type Job<Details, Progress, Result> = Details & {
  id: string;
  startedAt: string;
  state: JobState<Progress, Result>;
};

export type JobState<Progress, Result> =
  | { name: 'working'; progress: Progress }
  | { name: 'ready'; result: Result }
  | { name: 'cancelled' }
  | { name: 'failed'; code: ErrorCode | 'bug' };

export type Watch<Progress> = { signal: AbortSignal; onProgress: (progress: Progress) => void };

type NewJob<Details, Progress, Result> = {
  id: string;
  details: Details;
  first: Progress;
  work: (watch: Watch<Progress>) => Promise<Result>;
};

export type BackgroundJobs<Details, Progress, Result> = {
  /** `settled` is fulfilled whatever comes of it. Undefined where all that there is room for are at work. */
  start: (
    job: NewJob<Details, Progress, Result>,
  ) => { job: Job<Details, Progress, Result>; settled: Promise<void> } | undefined;
  find: (id: string) => Job<Details, Progress, Result> | undefined;
  cancel: (id: string) => void;
};

/** The oldest that are done make room. */
const mostJobs = 20;
const kept = 600_000;

/** `onFailure` hears of what nobody foresaw. */
export function backgroundJobs<Details extends object, Progress, Result>({
  now,
  onFailure,
}: {
  now: () => Date;
  onFailure: (error: unknown) => void;
}): BackgroundJobs<Details, Progress, Result> {
  type One = Job<Details, Progress, Result>;
  const jobs = new Map<string, { job: One; controller: AbortController }>();

  function sweep(): void {
    for (const { job } of jobs.values())
      if (job.state.name !== 'working' && now().getTime() - Date.parse(job.startedAt) > kept) jobs.delete(job.id);
  }

  function makeRoom(): boolean {
    if (jobs.size < mostJobs) return true;
    const done = [...jobs.values()].find(({ job }) => job.state.name !== 'working');
    return done !== undefined && jobs.delete(done.job.id);
  }

  function start({ id, details, first, work }: NewJob<Details, Progress, Result>) {
    sweep();
    if (!makeRoom()) return undefined;
    const controller = new AbortController();
    const job: One = { ...details, id, startedAt: now().toISOString(), state: { name: 'working', progress: first } };
    jobs.set(id, { job, controller });
    // Whoever was cancelled stays so, whatever comes of it.
    const settle = (state: One['state']) => {
      if (job.state.name === 'working') job.state = state;
    };
    const onProgress = (progress: Progress) => settle({ name: 'working', progress });
    const settled = work({ signal: controller.signal, onProgress }).then(
      result => settle({ name: 'ready', result }),
      error => {
        if (!controller.signal.aborted) settle(failed(error));
      },
    );
    // What is ready is not kept in memory longer than it is offered.
    setTimeout(sweep, kept + 1_000).unref();
    return { job, settled };
  }

  function failed(error: unknown): One['state'] {
    if (!(error instanceof AppError)) onFailure(error);
    return { name: 'failed', code: error instanceof AppError ? error.code : 'bug' };
  }

  return {
    start,
    find: id => {
      sweep();
      return jobs.get(id)?.job;
    },
    cancel: id => {
      const found = jobs.get(id);
      if (found?.job.state.name !== 'working') return;
      found.job.state = { name: 'cancelled' };
      found.controller.abort();
    },
  };
}
