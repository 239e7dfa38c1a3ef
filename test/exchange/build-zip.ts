import { ZipFile } from 'yazl';

/** An archive of these entries, compressed. */
export async function zipOf(entries: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The archive with another size written into its list of contents. */
export function forgeSizes(archive: Buffer, size: number): Buffer {
  return forge(archive, 24, size);
}

/** The archive with another checksum in its list of contents: a reader finds its content damaged. */
export function forgeChecksums(archive: Buffer): Buffer {
  return forge(archive, 16, 1);
}

function forge(archive: Buffer, offset: number, value: number): Buffer {
  const forged = Buffer.from(archive);
  const signature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = forged.indexOf(signature); at >= 0; at = forged.indexOf(signature, at + 4))
    forged.writeUInt32LE(value, at + offset);
  return forged;
}
