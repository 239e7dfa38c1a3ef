import { z } from 'zod';
import type { ReadAs, ReadChecklist } from '#checklist/checklist-documents.ts';
import { fault } from '#shared/fault.ts';
import { openAskedThread, type ThreadLimits } from './asked-thread.ts';

/** Parsed in the thread by this same program; parsing it here again would take the time that the thread saves. */
const answerSchema = z.custom<ReadChecklist>(answer => typeof answer === 'object' && answer !== null && 'ok' in answer);

export type ReaderLimits = ThreadLimits;
const usualLimits: ReaderLimits = { timeout: 60_000, idle: 60_000, waiting: 10 };

export type ChecklistReader = {
  read: (bytes: Uint8Array, as: ReadAs) => Promise<ReadChecklist>;
  close: () => Promise<void>;
};

/** Reads checklists one after the other, a large one in a second. */
export function openChecklistReader(given: Partial<ReaderLimits> = {}): ChecklistReader {
  const thread = openAskedThread({
    module: new URL('checklist-worker.ts', import.meta.url),
    megabytes: 512,
    limits: { ...usualLimits, ...given },
  });
  return {
    close: thread.close,
    read: async (bytes, as) => {
      const answer = await thread.ask({ bytes, as });
      return answer === undefined ? tooSlow : answerSchema.parse(answer);
    },
  };
}

const tooSlow: ReadChecklist = {
  ok: false,
  faults: [{ line: 1, column: 1, ...fault([], '内容太复杂，读得太久', 'too complicated: it takes too long to read') }],
};
