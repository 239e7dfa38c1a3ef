import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { takeTurns } from '#shared/take-turns.ts';

/** Times in ms; `waiting`: jobs that are being done or wait for it. */
export type ThreadLimits = { timeout: number; idle: number; waiting: number };

type Thread = {
  /** Tells of every job as `messageSchema` says. */
  module: URL;
  /** It finds this as its `workerData`. */
  given?: unknown;
  megabytes: number;
  limits: ThreadLimits;
};

/** Whoever aborts gets a rejection with the reason of the signal. `onPlace`: so many are ahead, 0 when it is begun. */
type Watch = {
  signal?: AbortSignal | undefined;
  onPlace?: ((ahead: number) => void) | undefined;
  onProgress?: ((progress: unknown) => void) | undefined;
};
type Asked = Watch & { job: unknown };

export type AskedThread = {
  /** Undefined where it takes too long or too much memory. Throws AppError `documents-busy`. */
  ask: (job: unknown, watch?: Watch) => Promise<unknown>;
  close: () => Promise<void>;
};

/** Any number of how far it is, then the answer. */
const messageSchema = z.union([z.strictObject({ progress: z.unknown() }), z.strictObject({ answer: z.unknown() })]);

/** Does one job after the other in a thread of its own, because each takes a second in which nothing else would be answered. */
export function openAskedThread({ module, given, megabytes, limits }: Thread): AskedThread {
  const inTurn = takeTurns();
  const queue: Asked[] = [];
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;

  async function stop(): Promise<void> {
    clearTimeout(rest);
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  async function askNext(asked: Asked): Promise<unknown> {
    asked.signal?.throwIfAborted();
    clearTimeout(rest);
    worker ??= startWorker(module, given, megabytes);
    asked.onPlace?.(0);
    try {
      const answer = await askWorker(worker, asked, limits.timeout);
      if (answer === undefined) await stop();
      return answer;
    } catch (error) {
      await stop();
      throw error;
    } finally {
      rest = setTimeout(stop, limits.idle).unref();
    }
  }

  return {
    close: stop,
    ask: async (job, watch = {}) => {
      if (queue.length >= limits.waiting) throw new AppError('documents-busy');
      const asked = { ...watch, job };
      queue.push(asked);
      tellAhead(queue);
      const leave = () => {
        if (!queue.includes(asked)) return;
        queue.splice(queue.indexOf(asked), 1);
        tellAhead(queue);
      };
      // Its place is free at once, not only when it would have been its turn.
      watch.signal?.addEventListener('abort', leave, { once: true });
      return inTurn(() => askNext(asked)).finally(leave);
    },
  };
}

/** The first is being done. */
function tellAhead(queue: readonly Asked[]): void {
  for (const [ahead, { onPlace }] of queue.entries()) if (ahead > 0) onPlace?.(ahead);
}

/** tsx does not reach into threads by itself. */
function startWorker(module: URL, given: unknown, megabytes: number): Worker {
  const code = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(module.href)});
  });`;
  const resourceLimits = { maxOldGenerationSizeMb: megabytes };
  return new Worker(code, { eval: true, execArgv: [], workerData: given, resourceLimits });
}

function askWorker(worker: Worker, { job, signal, onProgress }: Asked, timeout: number): Promise<unknown> {
  worker.ref();
  return new Promise<unknown>((resolve, reject) => {
    const late = setTimeout(() => settle(() => resolve(undefined)), timeout);
    const onMessage = (message: unknown) => {
      const told = messageSchema.parse(message);
      if ('progress' in told) onProgress?.(told.progress);
      else settle(() => resolve(told.answer));
    };
    const onAbort = () => settle(() => reject(signal?.reason));
    const onError = (error: Error) => settle(() => (isOutOfMemory(error) ? resolve(undefined) : reject(error)));
    const onExit = (code: number) => settle(() => reject(new Error(`the thread ended with ${code}`)));

    function settle(tell: () => void): void {
      clearTimeout(late);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      worker.unref();
      tell();
    }

    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.postMessage(job);
  });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
