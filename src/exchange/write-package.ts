import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Stored } from '#assessment/assessment-store.ts';
import type { EvidenceFile } from '#assessment/evidence-file.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import type { KeptMilestone } from '#assessment/milestone.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Manifest, packageEntries, packageFormat } from './package-format.ts';

export type Package = {
  stored: Stored;
  /** The one that the assessment pins, whole. */
  checklist: Checklist;
  journal: Uint8Array;
  files: Pick<EvidenceFileStore, 'read' | 'stateOf'>;
  /** Every milestone that the trail names; `content` is undefined where its file is not what was kept. Asked twice: for the list and in its turn. */
  milestones: readonly { entry: Pick<KeptMilestone, 'id' | 'name' | 'sha256' | 'size'>; content: Content }[];
  /** Of workshops that are over. */
  minutes: readonly { workshop: string; title: string; content: string }[];
  /** Hashes of those whose files are not what was brought along. */
  missingMinutes: readonly string[];
  exportedAt: string;
};
type Content = () => Promise<string | undefined>;

/** An assessment as one file: its trail byte for byte, its checklist, the files of its evidence by hash, its milestones, minutes of workshops. */
export async function writePackage(parts: Package): Promise<Readable> {
  const { stored, checklist, journal, files, exportedAt } = parts;
  const { assessment, seq, head } = stored;
  const { city, period } = assessment.setup;
  const listed = await listFiles(assessment.files ?? [], files);
  const milestones = await listMilestones(parts.milestones);
  const minutes = parts.minutes.map(each => ({ ...each, bytes: Buffer.from(each.content) }));
  const manifest: Manifest = {
    ...{ kind: 'rencheng-package', format: packageFormat, assessment: assessment.id, city, period, exportedAt },
    ...{ seq, head, files: listed, milestones: milestones.map(({ content: _content, ...rest }) => rest) },
    minutes: minutes.map(({ workshop, title, bytes }) => ({
      ...{ workshop, title, sha256: hash('sha256', bytes), size: bytes.length },
    })),
    ...(parts.missingMinutes.length > 0 ? { missingMinutes: [...parts.missingMinutes] } : {}),
  };
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), packageEntries.manifest);
  zip.addBuffer(Buffer.from(journal), packageEntries.journal);
  zip.addBuffer(Buffer.from(JSON.stringify(checklist)), packageEntries.checklist);
  for (const { bytes } of minutes) zip.addBuffer(bytes, `${packageEntries.minutes}${hash('sha256', bytes)}.json`);
  const out = Readable.from(zip.outputStream);
  for (const each of milestones) if (!each.isMissing) addMilestone(zip, each, out);
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

/** One after another: each is large, and only whether it is whole is remembered. */
async function listMilestones(milestones: Package['milestones']) {
  const listed: (Manifest['milestones'][number] & { content: Content })[] = [];
  for (const { entry, content } of milestones) {
    const { id, name, sha256, size } = entry;
    listed.push({ id, name, sha256, size, isMissing: (await content()) === undefined, content });
  }
  return listed;
}

/** One that is not whole any more breaks the package off. */
function addMilestone(zip: ZipFile, { id, content }: { id: string; content: Content }, out: Readable): void {
  zip.addReadStreamLazy(`${packageEntries.milestones}${id}.json`, done => {
    content().then(
      text => {
        if (text === undefined) out.destroy(new Error('a milestone was altered while it was packed'));
        else done(null, Readable.from([Buffer.from(text)]));
      },
      error => out.destroy(error),
    );
  });
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
