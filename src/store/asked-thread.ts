import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/app-error.ts';
import { takeTurns } from './take-turns.ts';

/** Times in ms; `waiting`: jobs that are being done or wait for it. */
export type ThreadLimits = { timeout: number; idle: number; waiting: number };

type Thread = {
  /** Answers every message with one. */
  module: URL;
  /** It finds this as its `workerData`. */
  given?: unknown;
  megabytes: number;
  limits: ThreadLimits;
};

export type AskedThread = {
  /** Undefined where it takes too long or too much memory. Throws AppError `documents-busy`. */
  ask: (job: unknown) => Promise<unknown>;
  close: () => Promise<void>;
};

/** Does one job after the other in a thread of its own, because each takes a second in which nothing else would be answered. */
export function openAskedThread({ module, given, megabytes, limits }: Thread): AskedThread {
  const inTurn = takeTurns();
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  let waiting = 0;

  async function stop(): Promise<void> {
    clearTimeout(rest);
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  async function askNext(job: unknown): Promise<unknown> {
    clearTimeout(rest);
    worker ??= startWorker(module, given, megabytes);
    try {
      const answer = await askWorker(worker, job, limits.timeout);
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
    ask: async job => {
      if (waiting >= limits.waiting) throw new AppError('documents-busy');
      waiting += 1;
      return inTurn(() => askNext(job)).finally(() => {
        waiting -= 1;
      });
    },
  };
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

function askWorker(worker: Worker, job: unknown, timeout: number): Promise<unknown> {
  worker.ref();
  return new Promise<unknown>((resolve, reject) => {
    const late = setTimeout(() => settle(() => resolve(undefined)), timeout);
    const onMessage = (message: unknown) => settle(() => resolve(message));
    const onError = (error: Error) => settle(() => (isOutOfMemory(error) ? resolve(undefined) : reject(error)));
    const onExit = (code: number) => settle(() => reject(new Error(`the thread ended with ${code}`)));

    function settle(tell: () => void): void {
      clearTimeout(late);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      tell();
    }

    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
