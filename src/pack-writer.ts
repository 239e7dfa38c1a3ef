import { z } from 'zod';
import type { Pack } from '#exchange/write-pack.ts';
import { AppError } from '#shared/app-error.ts';
import type { Language } from '#shared/text.ts';
import { openAskedThread, type ThreadLimits } from '#store/asked-thread.ts';

type PackJob = { sheet: Pack; language: Language };

/** Written here alone, so what stands in it is not looked at again. */
export const packJobSchema = z.custom<PackJob>(job => typeof job === 'object' && job !== null);

const fileSchema = z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array);

const usualLimits: ThreadLimits = { timeout: 120_000, idle: 60_000, waiting: 20 };

export type PackWriter = {
  /** Throws AppError `documents-busy` or `document-too-large`. */
  write: (sheet: Pack, wording: { language: Language }) => Promise<Uint8Array>;
  close: () => Promise<void>;
};

/** Writes packs in a thread of its own, worded there as pages are here. */
export function openPackWriter(timeZone: string, given: Partial<ThreadLimits> = {}): PackWriter {
  const thread = openAskedThread({
    module: new URL('pack-worker.ts', import.meta.url),
    given: { timeZone },
    megabytes: 1_024,
    limits: { ...usualLimits, ...given },
  });
  return {
    close: thread.close,
    write: async (sheet, { language }) => {
      const file = await thread.ask({ sheet, language } satisfies PackJob);
      if (file === undefined) throw new AppError('document-too-large');
      return fileSchema.parse(file);
    },
  };
}
