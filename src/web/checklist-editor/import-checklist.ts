import type { ReadProgress } from '#checklist/checklist-documents.ts';
import { AppError } from '#shared/app-error.ts';
import type { Watch } from '../background-jobs.ts';
import { type Site, stampOf } from '../site.ts';
import type { Refused } from './import-page.ts';
import type { ReceivedFile } from './receive-checklist.ts';
import { problemOfId } from './start-draft.ts';

/** `storing` cannot be cancelled any more. */
export type ImportProgress = ReadProgress | { step: 'storing' };
export type ImportOutcome = { draft: string } | { refused: Refused };

/** Reads a file and makes a draft of it. Nothing is stored of one with a fault, or of one that was cancelled. */
export async function importChecklist(
  site: Site,
  { name, bytes }: ReceivedFile,
  { signal, onProgress }: Watch<ImportProgress>,
): Promise<ImportOutcome> {
  const refuse = (refused: Omit<Refused, 'file'>): ImportOutcome => ({ refused: { file: name, ...refused } });
  try {
    const read = await site.checklistDocuments.read(bytes, 'checklist', { signal, onProgress });
    if (!read.ok) return refuse({ faults: read.faults });
    const { id } = read.checklist;
    const problem = problemOfId(id);
    if (problem) return refuse({ problem: { name: problem, id } });
    signal.throwIfAborted();
    onProgress({ step: 'storing' });
    const draft = await site.drafts.create(read.checklist, stampOf(site));
    return typeof draft === 'string' ? refuse({ problem: { name: draft, id } }) : { draft: draft.id };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'documents-busy') throw error;
    return refuse({ problem: { name: 'busy' }, status: 503 });
  }
}
