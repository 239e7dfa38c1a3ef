import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Stored } from '#assessment/assessment-store.ts';
import type { EvidenceFile } from '#assessment/evidence-file.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Manifest, packageEntries, packageFormat } from './package-format.ts';

export type Package = {
  stored: Stored;
  /** The one that the assessment pins, whole. */
  checklist: Checklist;
  journal: Uint8Array;
  files: Pick<EvidenceFileStore, 'read' | 'stateOf'>;
  exportedAt: string;
};

/** An assessment as one file: its trail byte for byte, its checklist, the files of its evidence by hash. */
export async function writePackage({ stored, checklist, journal, files, exportedAt }: Package): Promise<Readable> {
  const { assessment, seq, head } = stored;
  const { city, period } = assessment.setup;
  const listed = await listFiles(assessment.files ?? [], files);
  const manifest: Manifest = {
    ...{ kind: 'rencheng-package', format: packageFormat, assessment: assessment.id, city, period, exportedAt },
    ...{ seq, head, files: listed },
  };
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), packageEntries.manifest);
  zip.addBuffer(Buffer.from(journal), packageEntries.journal);
  zip.addBuffer(Buffer.from(JSON.stringify(checklist)), packageEntries.checklist);
  const out = Readable.from(zip.outputStream);
  for (const { isMissing, ...file } of listed) if (!isMissing) addFile(zip, file, { files, out });
  zip.end();
  return out;
}

type Entries = NonNullable<Stored['assessment']['files']>;

/** Each content once, in the order in which they came. */
async function listFiles(entries: Entries, files: Package['files']): Promise<Manifest['files']> {
  const byHash = new Map(entries.flatMap(({ file }) => (file ? [[file.sha256, file]] : [])));
  return Promise.all(
    [...byHash.values()].map(async file => ({ ...file, isMissing: (await files.stateOf(file)) !== 'whole' })),
  );
}

/** Read when its turn comes, its hash compared first; a package that would lie breaks off instead. */
function addFile(zip: ZipFile, file: EvidenceFile, { files, out }: { files: Package['files']; out: Readable }): void {
  zip.addReadStreamLazy(`${packageEntries.files}${file.sha256}`, { compress: false }, done => {
    files.read(file).then(
      content => done(null, Readable.from(content)),
      error => out.destroy(error),
    );
  });
}
