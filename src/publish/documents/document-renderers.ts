import type { DocumentRenderer, RenderOptions } from '#report/document-renderer.ts';
import { AppError } from '#shared/app-error.ts';
import type { DocumentJob } from './document-messages.ts';
import { failure, type SetFile, type SettingProgram, startSettingProgram } from './setting-program.ts';

/** Times in ms, memory in bytes. */
export type RendererLimits = {
  /** Behind the one that is being made. */
  waiting: number;
  /** The program is started anew after so many documents: it keeps some megabytes of each. */
  jobsOfProgram: number;
  timeout: number;
  memory: number;
  /** What it still uses after a document counts against the next one, so above this it is started anew. */
  memoryKept: number;
  /** Without work for so long the program is stopped. */
  idle: number;
};

const usualLimits: RendererLimits = {
  waiting: 20,
  jobsOfProgram: 20,
  timeout: 120_000,
  memory: 1_500_000_000,
  // Many reports of a city in turn keep 450 MB, one of 5,000 items 1 GB.
  memoryKept: 600_000_000,
  idle: 300_000,
};

export type DocumentRenderers = Record<DocumentJob['kind'], DocumentRenderer> & {
  /** The process that is at work or waits for some, for whoever measures it. */
  pid: () => number | undefined;
  close: () => Promise<void>;
};

/** Starts the program that may use so many bytes. */
type StartProgram = (mostMemory: number) => SettingProgram;

type Waiting = DocumentJob & {
  options: RenderOptions;
  resolve: (file: Buffer) => void;
  reject: (reason: unknown) => void;
  onAbort: () => void;
};

/** PDF and DOCX from one program, one document at a time. */
export function openDocumentRenderers(
  given: Partial<RendererLimits> = {},
  start: StartProgram = startSettingProgram,
): DocumentRenderers {
  const limits = { ...usualLimits, ...given };
  const waiting: Waiting[] = [];
  const program = programKeeper(limits, start);
  let isWorking = false;

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      tellPlaces(waiting);
      await program.set(job).then(job.resolve, job.reject);
      job.options.signal.removeEventListener('abort', job.onAbort);
    }
    isWorking = false;
  }

  function render(job: DocumentJob, options: RenderOptions): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      options.signal.throwIfAborted();
      if (waiting.length >= limits.waiting) throw new AppError('documents-busy');
      const place: Waiting = { ...job, options, resolve, reject, onAbort: () => leave(waiting, place) };
      waiting.push(place);
      options.onProgress?.({ step: 'waiting', ahead: waiting.length - (isWorking ? 0 : 1) });
      options.signal.addEventListener('abort', place.onAbort, { once: true });
      work();
    });
  }

  return {
    pdf: { render: (reports, options) => render({ kind: 'pdf', reports }, options) },
    docx: { render: (reports, options) => render({ kind: 'docx', reports }, options) },
    pid: program.pid,
    close: async () => {
      for (const job of waiting.splice(0)) job.reject(new AppError('document-failed'));
      await program.stop();
    },
  };
}

/** One that is being made is ended by its program. */
function leave(waiting: Waiting[], place: Waiting): void {
  const index = waiting.indexOf(place);
  if (index < 0) return;
  waiting.splice(index, 1);
  place.reject(place.options.signal.reason);
  tellPlaces(waiting);
}

function tellPlaces(waiting: Waiting[]): void {
  for (const [index, { options }] of waiting.entries()) options.onProgress?.({ step: 'waiting', ahead: index + 1 });
}

/** Starts the program when it is needed, anew after it died or did its share, and stops it when nobody needs it. */
function programKeeper({ jobsOfProgram, timeout, memory, memoryKept, idle }: RendererLimits, start: StartProgram) {
  let program: SettingProgram | undefined;
  let jobs = 0;
  let kept = 0;
  let rest: NodeJS.Timeout | undefined;

  async function stop(): Promise<void> {
    clearTimeout(rest);
    const stopped = program;
    program = undefined;
    jobs = 0;
    kept = 0;
    await stopped?.stop();
  }

  async function setOnce({ kind, reports, options: { signal, onProgress } }: Waiting): Promise<SetFile> {
    clearTimeout(rest);
    if (!program?.isAlive() || jobs >= jobsOfProgram || kept > memoryKept) await stop();
    program ??= start(memory);
    jobs += 1;
    onProgress?.({ step: 'starting' });
    try {
      return await program.set({ kind, reports }, { signal, timeout, onStep: step => onProgress?.({ step }) });
    } finally {
      rest = setTimeout(stop, idle).unref();
    }
  }

  return {
    pid: () => program?.pid,
    stop,
    set: async (job: Waiting): Promise<Buffer> => {
      let answer = await setOnce(job);
      // Not too large by itself: what the documents before left behind is gone with their program.
      if ('outOfMemory' in answer && jobs > 1) answer = await setOnce(job);
      if ('outOfMemory' in answer) throw failure('document-too-large', answer.outOfMemory);
      kept = answer.memory;
      return answer.file;
    },
  };
}
