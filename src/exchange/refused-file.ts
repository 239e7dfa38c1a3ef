import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';

/** A file that is not taken at all, with the reason at its field. */
export function refusedFile(zh: string, en: string, options?: ErrorOptions): AppError {
  return new AppError('faulty-input', [fault(['file'], zh, en)], options);
}
