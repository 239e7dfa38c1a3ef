import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** Every entry of an archive by its name, with the time it bears. */
export async function readZip(file: Buffer): Promise<Map<string, { content: Buffer; at: Date }>> {
  const entries = new Map<string, { content: Buffer; at: Date }>();
  const zip = await yauzl.fromBufferPromise(file, { strictFileNames: true });
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    entries.set(entry.fileName, { content, at: entry.getLastModDate() });
  }
  return entries;
}
