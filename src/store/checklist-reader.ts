import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { ReadAs, ReadChecklist, ReadOptions, ReadProgress } from '#checklist/checklist-documents.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { takeTurns } from '#shared/take-turns.ts';

type ReadingJob = ReadOptions & { bytes: Uint8Array; as: ReadAs };

/** Parsed in the thread by this same program; parsing it here again would take the time that the thread saves. */
const messageSchema = z.union([
  z.strictObject({ read: z.custom<ReadChecklist>(isObject) }),
  z.strictObject({ progress: z.custom<ReadProgress>(isObject) }),
]);

/** Times in ms; `waiting`: files that are being read or wait for it. */
export type ReaderLimits = { timeout: number; idle: number; waiting: number };
const usualLimits: ReaderLimits = { timeout: 60_000, idle: 60_000, waiting: 10 };

export type ChecklistReader = {
  read: (bytes: Uint8Array, as: ReadAs, options?: ReadOptions) => Promise<ReadChecklist>;
  close: () => Promise<void>;
};

/** Reads checklists in a thread of its own, one after the other, because reading a large one takes a second in which nothing else would be answered. */
export function openChecklistReader(given: Partial<ReaderLimits> = {}): ChecklistReader {
  const limits = { ...usualLimits, ...given };
  const inTurn = takeTurns();
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  const queue: ReadingJob[] = [];

  async function stop(): Promise<void> {
    clearTimeout(rest);
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  async function readNext(job: ReadingJob): Promise<ReadChecklist> {
    job.signal?.throwIfAborted();
    clearTimeout(rest);
    worker ??= startWorker();
    job.onProgress?.({ step: 'reading', share: 0 });
    try {
      const answer = await askWorker(worker, job, limits.timeout);
      if (!answer) await stop();
      return answer ?? tooSlow;
    } catch (error) {
      await stop();
      throw error;
    } finally {
      rest = setTimeout(stop, limits.idle).unref();
    }
  }

  return {
    close: stop,
    read: async (bytes, as, options = {}) => {
      if (queue.length >= limits.waiting) throw new AppError('documents-busy');
      const job = { ...options, bytes, as };
      queue.push(job);
      tellAhead(queue);
      const leave = () => {
        if (!queue.includes(job)) return;
        queue.splice(queue.indexOf(job), 1);
        tellAhead(queue);
      };
      // Its place is free at once, not only when it would have been its turn.
      options.signal?.addEventListener('abort', leave, { once: true });
      return inTurn(() => readNext(job)).finally(leave);
    },
  };
}

/** The first is being read. */
function tellAhead(queue: readonly ReadingJob[]): void {
  for (const [ahead, { onProgress }] of queue.entries()) if (ahead > 0) onProgress?.({ step: 'waiting', ahead });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const tooSlow: ReadChecklist = {
  ok: false,
  faults: [{ line: 1, column: 1, ...fault([], '内容太复杂，读得太久', 'too complicated: it takes too long to read') }],
};

/** tsx does not reach into threads by itself. */
function startWorker(): Worker {
  const code = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(new URL('checklist-worker.ts', import.meta.url).href)});
  });`;
  return new Worker(code, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
}

/** Undefined where it takes too long or too much memory. */
function askWorker(worker: Worker, job: ReadingJob, timeout: number): Promise<ReadChecklist | undefined> {
  worker.ref();
  return new Promise<ReadChecklist | undefined>((resolve, reject) => {
    const late = setTimeout(() => settle(() => resolve(undefined)), timeout);
    const onMessage = (message: unknown) => {
      const told = messageSchema.parse(message);
      if ('read' in told) settle(() => resolve(told.read));
      else job.onProgress?.(told.progress);
    };
    const onAbort = () => settle(() => reject(job.signal?.reason));
    const onError = (error: Error) => settle(() => (isOutOfMemory(error) ? resolve(undefined) : reject(error)));
    const onExit = (code: number) => settle(() => reject(new Error(`the reader ended with ${code}`)));

    function settle(tell: () => void): void {
      clearTimeout(late);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      job.signal?.removeEventListener('abort', onAbort);
      worker.unref();
      tell();
    }

    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    job.signal?.addEventListener('abort', onAbort);
    worker.postMessage({ bytes: job.bytes, as: job.as });
  });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
