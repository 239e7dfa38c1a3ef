import type { Assessment } from './assessment.ts';
import type { EvidenceFile } from './evidence-file.ts';
import { evidenceFileName } from './evidence-file-name.ts';
import { evidenceRegister, findEvidence } from './evidence-register.ts';
import { lastFile } from './file-entries.ts';

/** The file of a record in another copy; `base` is the one that both copies last had in common. */
export type IncomingFile = {
  record: string;
  title: string;
  base: EvidenceFile | undefined;
  theirs: EvidenceFile | undefined;
};

/** `waiting`: the record is not here; its file comes along with the answer that carries it. `stored`: the file that it has here. */
export type FileEntry = IncomingFile & {
  kind: 'new' | 'changed' | 'removed' | 'conflicting' | 'waiting';
  stored: EvidenceFile | undefined;
};

/** Of the records that the other copy still has. */
export function filesBetween(base: Assessment, theirs: Assessment): IncomingFile[] {
  return evidenceRegister(theirs).flatMap(({ record: { id, title, file } }) => {
    if (id === undefined) return [];
    const before = lastFile(base.files ?? [], id);
    return isSameContent(before, file) ? [] : [{ record: id, title, base: before, theirs: file }];
  });
}

/** Holds them against the present register. */
export function diffFiles(incoming: readonly IncomingFile[], assessment: Assessment): FileEntry[] {
  return incoming.flatMap(each => {
    const known = findEvidence(assessment, each.record);
    if (!known) return each.theirs ? [{ ...each, kind: 'waiting', stored: undefined } satisfies FileEntry] : [];
    const stored = known.record.file;
    return isSameContent(stored, each.theirs) ? [] : [{ ...each, kind: kindOf(each, stored), stored }];
  });
}

function kindOf({ base, theirs }: IncomingFile, stored: EvidenceFile | undefined): FileEntry['kind'] {
  if (!isSameContent(stored, base)) return 'conflicting';
  if (!theirs) return 'removed';
  return stored ? 'changed' : 'new';
}

/** A name says nothing about whose file it is. */
function isSameContent(a: EvidenceFile | undefined, b: EvidenceFile | undefined): boolean {
  return a?.sha256 === b?.sha256;
}

/** As it is registered here: with the type that its content has, whatever the other copy says. */
export function fileAsReceived({ sha256, size, type }: EvidenceFile, { name }: EvidenceFile): EvidenceFile {
  return { sha256, name: evidenceFileName(name, type), size, type };
}
