import { createHash } from 'node:crypto';
import type { Assessment } from '#assessment/assessment.ts';
import { type EvidenceFile, fileLimits } from '#assessment/evidence-file.ts';
import { AppError } from '#shared/app-error.ts';
import type { OpenPackage } from '../exchange-port.ts';
import type { Site } from '../site.ts';
import { refused } from './read-records.ts';

/** `received`: as they were found to be, by their hashes. */
export type FilesTaken = { missing: number; isOff: boolean; received: ReadonlyMap<string, EvidenceFile> };

/** Each is hashed anew; one that is another than it says is refused with the whole package, before anything is stored. */
export async function checkFiles({ uploads }: Site, opened: OpenPackage): Promise<void> {
  if (!uploads) return;
  for (const file of opened.manifest.files) await checkFile(opened, file);
}

/** Once they are checked. */
export async function takeFiles({ files, uploads }: Site, opened: OpenPackage): Promise<FilesTaken> {
  const listed = opened.manifest.files;
  if (!uploads) return { missing: listed.length, isOff: listed.length > 0, received: new Map() };
  const received = new Map<string, EvidenceFile>();
  for (const { sha256, name } of listed) {
    const content = await opened.file(sha256);
    if (content) received.set(sha256, await files.receive(content, name));
  }
  return { missing: listed.length - received.size, isOff: false, received };
}

/**
 * Those of an assessment that is known here. What nothing refers to does no harm and is swept in time; `healed` are the names of those that
 * are registered here and were not on the disk as they should be.
 */
export async function takeKnownFiles(
  site: Site,
  opened: OpenPackage,
  { files = [] }: Assessment,
): Promise<FilesTaken & { healed: string[] }> {
  const registered = new Map(files.flatMap(({ file }) => (file ? [[file.sha256, file]] : [])));
  const broken: EvidenceFile[] = [];
  for (const file of registered.values()) if ((await site.files.stateOf(file)) !== 'whole') broken.push(file);
  await checkFiles(site, opened);
  const taken = await takeFiles(site, opened);
  return { ...taken, healed: broken.filter(({ sha256 }) => taken.received.has(sha256)).map(({ name }) => name) };
}

async function checkFile(opened: OpenPackage, { sha256, name }: EvidenceFile): Promise<void> {
  const content = await opened.file(sha256);
  if (content && (await hashOf(content)) !== sha256)
    throw refused(`附件“${name}”的内容与登记的不一致`, `the file "${name}" is not the one that was registered`);
}

/** Undefined where it cannot be unpacked. Throws AppError `file-too-large`. */
async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > fileLimits.bytes) break;
      hash.update(chunk);
    }
  } catch {
    return undefined;
  }
  if (size > fileLimits.bytes) throw new AppError('file-too-large');
  return hash.digest('hex');
}
