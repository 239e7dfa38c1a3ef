import { AppError } from '#shared/app-error.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { ImportTicket, RecordsOutcome } from './import-tickets.ts';

/** What somebody wants to have of another copy besides answers; `why` names the file in the history. */
export type Accepting = { open: OpenAssessment; ticket: ImportTicket; chosen: readonly string[]; why: string };
export type Reason = RecordsOutcome['notTaken'][number]['reason'];
export type Done = { name: string; reason: Reason | undefined };

/** What is stored stays stored; the rest is told. */
export async function orNotStored(take: () => Promise<Reason | undefined>): Promise<Reason | undefined> {
  try {
    return await take();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'storage-failed') return 'not-stored';
    if (error.code === 'faulty-input') return 'conflicting';
    throw error;
  }
}
