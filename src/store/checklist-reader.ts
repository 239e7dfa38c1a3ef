import { z } from 'zod';
import type { ReadAs, ReadChecklist, ReadOptions, ReadProgress } from '#checklist/checklist-documents.ts';
import { fault } from '#shared/fault.ts';
import { openAskedThread, type ThreadLimits } from './asked-thread.ts';

/** Parsed in the thread by this same program; parsing it here again would take the time that the thread saves. */
const answerSchema = z.custom<ReadChecklist>(isObject);
const progressSchema = z.custom<ReadProgress>(isObject);

const usualLimits: ThreadLimits = { timeout: 60_000, idle: 60_000, waiting: 10 };

export type ChecklistReader = {
  read: (bytes: Uint8Array, as: ReadAs, options?: ReadOptions) => Promise<ReadChecklist>;
  close: () => Promise<void>;
};

/** Reads checklists in a thread of its own, one after the other. */
export function openChecklistReader(given: Partial<ThreadLimits> = {}): ChecklistReader {
  const thread = openAskedThread({
    module: new URL('checklist-worker.ts', import.meta.url),
    megabytes: 512,
    limits: { ...usualLimits, ...given },
  });
  return {
    close: thread.close,
    read: async (bytes, as, { signal, onProgress } = {}) => {
      const answer = await thread.ask(
        { bytes, as },
        {
          signal,
          onPlace: ahead => onProgress?.(ahead > 0 ? { step: 'waiting', ahead } : { step: 'reading', share: 0 }),
          onProgress: progress => onProgress?.(progressSchema.parse(progress)),
        },
      );
      return answer === undefined ? tooSlow : answerSchema.parse(answer);
    },
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const tooSlow: ReadChecklist = {
  ok: false,
  faults: [{ line: 1, column: 1, ...fault([], '内容太复杂，读得太久', 'too complicated: it takes too long to read') }],
};
