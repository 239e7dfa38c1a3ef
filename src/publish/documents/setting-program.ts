import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DocumentStep } from '#report/document-renderer.ts';
import { AppError } from '#shared/app-error.ts';
import { type DocumentJob, documentAnswerSchema } from './document-messages.ts';

export type SettingProgram = {
  pid: number | undefined;
  isAlive: () => boolean;
  /** One job at a time. Throws AppError `document-failed` or `document-too-large`; the signal ends the program with its job. */
  set: (job: DocumentJob, watch: Watch) => Promise<SetFile>;
  stop: () => Promise<void>;
};

/** A file and the bytes that the program uses after it; or the program ended, because it used more than it may. */
export type SetFile = { file: Buffer; memory: number } | { outOfMemory: string };

/** `timeout` in ms. */
type Watch = { signal: AbortSignal; timeout: number; onStep: (step: DocumentStep) => void };

/** Starts the program that sets documents; it may use so many bytes. */
export function startSettingProgram(mostMemory: number): SettingProgram {
  const child = fork(path.join(import.meta.dirname, 'document-program.ts'), [String(mostMemory)], {
    serialization: 'advanced',
    execArgv: ['--import', import.meta.resolve('tsx')],
  });
  // One that was told to end takes a moment, in which it would take the next job along.
  const isAlive = () => child.connected && !child.killed && child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid,
    isAlive,
    set: (job, watch) => setIn(child, job, watch),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function setIn(child: ChildProcess, job: DocumentJob, { signal, timeout, onStep }: Watch): Promise<SetFile> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => give('document-too-large', `not set within ${timeout} ms`), timeout);
    const onAbort = () => settle(() => reject(signal.reason), 'and end');
    const onExit = (code: number | null, by: string | null) => give('document-failed', `ended with ${by ?? code}`);
    const onError = (error: Error) => give('document-failed', error.message);
    const onMessage = (message: unknown) => {
      const answer = documentAnswerSchema.parse(message);
      if ('step' in answer) return onStep(answer.step);
      if ('file' in answer) return settle(() => resolve({ ...answer, file: Buffer.from(answer.file) }), 'and stay');
      if (answer.failed === 'memory') return settle(() => resolve({ outOfMemory: answer.why }), 'and end');
      settle(() => reject(failure('document-failed', answer.why)), 'and stay');
    };

    function give(code: 'document-failed' | 'document-too-large', why: string): void {
      settle(() => reject(failure(code, why)), 'and end');
    }

    function settle(tell: () => void, then: 'and stay' | 'and end'): void {
      clearTimeout(late);
      signal.removeEventListener('abort', onAbort);
      child.off('exit', onExit).off('error', onError).off('message', onMessage);
      if (then === 'and end') child.kill('SIGKILL');
      tell();
    }

    signal.addEventListener('abort', onAbort);
    child.on('exit', onExit).on('error', onError).on('message', onMessage);
    child.send(job, error => error && onError(error));
  });
}

export function failure(code: 'document-failed' | 'document-too-large', why: string): AppError {
  return new AppError(code, [], { cause: new Error(why) });
}
