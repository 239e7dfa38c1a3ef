import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, open, type ZipFile } from 'yauzl';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Manifest, manifestSchema, packageEntries, packageFormat, versionSchema } from './package-format.ts';
import { refusedFile } from './refused-file.ts';

const megabyte = 1024 * 1024;
const limits = {
  ...{ entries: 20_000, manifest: 16 * megabyte, checklist: 32 * megabyte, journal: 256 * megabyte },
  ...{ milestone: 64 * megabyte, milestones: 1024 * megabyte, minutes: 16 * megabyte, allMinutes: 64 * megabyte },
};
/** Text of a trail shrinks by no more: every line has a hash. */
const ratioAtMost = 150;

export type OpenPackage = {
  manifest: Manifest;
  journal: Buffer;
  checklist: Checklist;
  /** The content of a file that the manifest lists; undefined where the package does not hold it. Its hash is for the reader to compare. */
  file: (sha256: string) => Promise<Readable | undefined>;
  /** The bytes of a milestone and of minutes that the manifest lists; undefined where the package does not hold them. Not compared with anything yet. */
  milestone: (id: string) => Promise<Buffer | undefined>;
  minutes: (sha256: string) => Promise<Buffer | undefined>;
  close: () => void;
};

/** Opens a package from the disk. Throws AppError `faulty-input` with the reason; the trail is not checked here. */
export async function openPackage(path: string): Promise<OpenPackage> {
  const zip = await openZip(path);
  try {
    const entries = await listEntries(zip);
    const manifest = readManifest(await textOf(zip, entries.get(packageEntries.manifest), limits.manifest));
    const journal = await bytesOf(zip, entries.get(packageEntries.journal), limits.journal);
    const checklist = readChecklist(await textOf(zip, entries.get(packageEntries.checklist), limits.checklist));
    refuseTooMuch(entries);
    const record = async (name: string, bytesAtMost: number) => {
      const entry = entries.get(name);
      return entry && bytesOf(zip, entry, bytesAtMost);
    };
    return {
      ...{ manifest, journal, checklist },
      file: async sha256 => {
        const entry = entries.get(`${packageEntries.files}${sha256}`);
        return entry && openEntry(zip, entry);
      },
      milestone: id => record(`${packageEntries.milestones}${id}.json`, limits.milestone),
      minutes: sha256 => record(`${packageEntries.minutes}${sha256}.json`, limits.minutes),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySize: true, strictFileNames: true };
    open(path, options, (error, zip) => (error ? reject(broken(error)) : resolve(zip)));
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) return Promise.reject(broken());
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', error => reject(broken(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName) || entry.isEncrypted()) return reject(broken());
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(broken(error)) : resolve(stream)));
  });
}

async function bytesOf(zip: ZipFile, entry: Entry | undefined, bytesAtMost: number): Promise<Buffer> {
  if (!entry) throw broken();
  const { uncompressedSize, compressedSize } = entry;
  const isBomb = uncompressedSize > 2 * megabyte && uncompressedSize > compressedSize * ratioAtMost;
  if (uncompressedSize > bytesAtMost || isBomb) throw tooLarge();
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await openEntry(zip, entry)) chunks.push(chunk);
  } catch (error) {
    throw broken(error);
  }
  const bytes = Buffer.concat(chunks);
  // The library leaves this to its callers. Files are held against their hash instead.
  if (crc32(bytes) !== entry.crc32) throw broken();
  return bytes;
}

/** Each may be large, all of them together not. */
function refuseTooMuch(entries: ReadonlyMap<string, Entry>): void {
  const sizeOf = (folder: string) =>
    [...entries.values()]
      .filter(({ fileName }) => fileName.startsWith(folder))
      .reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (sizeOf(packageEntries.milestones) > limits.milestones || sizeOf(packageEntries.minutes) > limits.allMinutes)
    throw tooLarge();
}

async function textOf(zip: ZipFile, entry: Entry | undefined, bytesAtMost: number): Promise<unknown> {
  const bytes = await bytesOf(zip, entry, bytesAtMost);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw broken(error);
  }
}

function readManifest(json: unknown): Manifest {
  const version = versionSchema.safeParse(json);
  if (!version.success) throw broken(version.error);
  if (version.data.format > packageFormat)
    throw refusedFile(
      `包由更新版本的程序导出（格式 ${version.data.format}，本程序支持到 ${packageFormat}）；请先升级`,
      `the package was made by a newer version of the program (format ${version.data.format}, this one knows up to ${packageFormat}); upgrade first`,
    );
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw broken(manifest.error);
  const { data } = manifest;
  return data.format === packageFormat ? data : { ...data, format: packageFormat, milestones: [], minutes: [] };
}

function readChecklist(json: unknown): Checklist {
  const parsed = parseChecklist(json);
  if (parsed.ok) return parsed.value;
  throw refusedFile(
    '包里的检查表不符合本程序的规则，可能来自更新版本的程序',
    'the checklist of the package breaks the rules of this program; it may come from a newer version',
  );
}

function tooLarge() {
  return refusedFile('包解开后太大，没有读取', 'the package is too large when unpacked and was not read');
}

function broken(cause?: unknown) {
  return refusedFile(
    '文件损坏，或不是从本程序导出的评价包',
    'the file is damaged, or no package exported by this program',
    { cause },
  );
}
