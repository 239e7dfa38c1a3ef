import type { Draft } from '#checklist/draft.ts';
import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';

/** Throws AppError `not-found`. */
export function openDraft({ drafts }: Pick<Site, 'drafts'>, id: string): Draft {
  const draft = drafts.find(id);
  if (!draft) throw new AppError('not-found');
  return draft;
}

/** Undefined where the draft has no such part. */
export function openIfThere<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}
