import type { FileEntry } from '#assessment/incoming-files.ts';
import type { Format } from '../format.ts';
import { plainRow, type RecordRow } from './record-row.ts';

/** `cannot`: why it cannot be taken. */
export type FileNow = { entry: FileEntry; cannot: 'off' | 'not-held' | 'waiting' | 'final' | undefined };

/** The files of evidence of another copy. */
export function incomingFileRows(files: readonly FileNow[], format: Format): RecordRow[] {
  return files.map(now => fileRow(now, format));
}

/** One that was replaced or taken off here meanwhile, or would be taken off, is chosen by hand. */
function fileRow({ entry, cannot }: FileNow, { t }: Format): RecordRow {
  const { record, title, kind, stored, theirs } = entry;
  const isConflict = kind === 'conflicting';
  return {
    ...plainRow,
    value: cannot === undefined ? `file:${record}@${stored?.sha256 ?? 'none'}` : null,
    checked: kind === 'new' || kind === 'changed',
    kind: t(`copy.file.${kind}`),
    name: theirs?.name ?? stored?.name ?? title,
    facts: t('copy.file.facts', { title }),
    sha256: theirs?.sha256 ?? null,
    state: cannot ? t(`copy.file.cannot.${cannot}`) : stateOf(entry, t),
    isConflict,
    mine: stored && theirs ? stored.sha256 : null,
  };
}

function stateOf({ kind, stored, theirs }: FileEntry, t: Format['t']): string | null {
  if (!theirs) return t('copy.file.removed.hint');
  if (kind === 'conflicting') return t(stored ? 'copy.file.changed-here' : 'copy.file.removed-here');
  return stored ? t('copy.file.replaces', { name: stored.name }) : null;
}
