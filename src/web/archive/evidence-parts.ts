import type { EvidenceFile } from '#assessment/evidence-file.ts';
import { evidenceRegister } from '#assessment/evidence-register.ts';
import type { ArchivePart } from '../app-dependencies.ts';
import type { ArchiveContext } from './archive-context.ts';

/** Types whose content is packed already. */
const unpacked: ReadonlySet<string> = new Set([
  ...['text/plain', 'text/csv', 'application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
]);

/** The files that records have at present, each content once: the start of its hash, then its name. */
export function evidenceParts({ site, report }: ArchiveContext): ArchivePart[] {
  return currentFiles(report.assessment).map(file => ({
    ...{ path: evidencePath(file), kind: 'evidence', isPacked: !unpacked.has(file.type) },
    content: async () => collect(await site.files.read(file)),
  }));
}

function evidencePath({ sha256, name }: EvidenceFile): string {
  return `evidence/${sha256.slice(0, 12)} ${name}`;
}

function currentFiles(assessment: Parameters<typeof evidenceRegister>[0]): EvidenceFile[] {
  const files = evidenceRegister(assessment).flatMap(({ record }) => (record.file ? [record.file] : []));
  return [...new Map(files.map(file => [file.sha256, file])).values()];
}

/** A file has 20 MB at most. */
async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
