import { AppError } from '#shared/app-error.ts';

/** What the one who asked gets; the cause names the file, which errors of the system do not always. */
export function storageFailed(file: string, cause: unknown): AppError {
  return new AppError('storage-failed', [], { cause: new Error(`${file}: ${cause}`, { cause }) });
}
