import { z } from 'zod';
import type { Evidence } from './evidence.ts';
import { type EvidenceFile, evidenceFileSchema, isSameFile } from './evidence-file.ts';

/** Every file that a record has had, oldest first; null where it was taken off. The history keeps showing them. */
export const fileEntrySchema = z.strictObject({ record: z.string(), file: evidenceFileSchema.nullable() });
export type FileEntry = z.infer<typeof fileEntrySchema>;

/** The entries after these records were stored. */
export function filesAfter(entries: FileEntry[], records: Evidence[]): FileEntry[] {
  const added = records.flatMap(({ id, file }) => {
    if (id === undefined || isSameFile(lastFile(entries, id), file)) return [];
    return [{ record: id, file: file ?? null }];
  });
  return added.length > 0 ? [...entries, ...added] : entries;
}

/** The file that a record had last, also one that no answer carries at present. */
export function lastFile(entries: FileEntry[], recordId: string): EvidenceFile | undefined {
  return entries.findLast(({ record }) => record === recordId)?.file ?? undefined;
}

/** A file by its hash as it was last named, for the record where one is wanted. */
export function findFile(entries: FileEntry[], sha256: string, recordId?: string): EvidenceFile | undefined {
  const found = entries.flatMap(({ record, file }) => (file?.sha256 === sha256 ? [{ record, file }] : []));
  return (found.findLast(({ record }) => record === recordId) ?? found.at(-1))?.file;
}

/** Of all files together, each content counted once. */
export function bytesOf(entries: FileEntry[]): number {
  const sizes = new Map(entries.flatMap(({ file }) => (file ? [[file.sha256, file.size]] : [])));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
