import type { ArchiveContents, ArchivePart } from '../app-dependencies.ts';
import type { ArchiveContext } from './archive-context.ts';

/** `manifest.json`: every other entry with its size and SHA-256, and what could not be put in. */
export function manifestPart({ written, failed }: ArchiveContents, { report }: ArchiveContext): ArchivePart {
  const { assessment, trail, generatedAt } = report;
  const manifest = {
    schema: 'archive/1',
    assessment: assessment.id,
    checklist: assessment.checklist,
    generatedAt,
    trail,
    entries: written,
    failed,
  };
  return {
    path: 'manifest.json',
    kind: 'manifest',
    content: async () => `${JSON.stringify(manifest, null, 1)}\n`,
  };
}
