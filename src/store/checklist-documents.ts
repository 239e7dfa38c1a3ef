import { stringify } from 'yaml';
import type { ChecklistDocuments } from '#checklist/checklist-documents.ts';
import type { ThreadLimits } from './asked-thread.ts';
import { openChecklistReader } from './checklist-reader.ts';

/** Closing it ends the thread that reads. */
export function openChecklistDocuments(
  limits?: Partial<ThreadLimits>,
): ChecklistDocuments & { close: () => Promise<void> } {
  const { read, close } = openChecklistReader(limits);
  return {
    ...{ read, close },
    yaml: checklist => stringify(checklist, { lineWidth: 120, aliasDuplicateObjects: false }),
    json: checklist => `${JSON.stringify(checklist, null, 2)}\n`,
  };
}
