import type { EvidenceFileType } from '#assessment/evidence-file.ts';
import { fileChunks } from './file-chunks.ts';

/** The stream that makes a compound file (Office before 2007, WPS) what it is. */
const streams: { name: string; type: EvidenceFileType; extensions: string[] }[] = [
  { name: 'WordDocument', type: 'application/msword', extensions: ['doc', 'wps'] },
  { name: 'Workbook', type: 'application/vnd.ms-excel', extensions: ['xls', 'et'] },
  { name: 'Book', type: 'application/vnd.ms-excel', extensions: ['xls', 'et'] },
  { name: 'PowerPoint Document', type: 'application/vnd.ms-powerpoint', extensions: ['ppt', 'dps'] },
];

/** Entries of the directory are of this length and begin at multiples of it. */
const entryLength = 128;
const streamEntry = 2;

/** Undefined for installers, mails, encrypted and other compound files. One that holds several kinds, such as a table in a text, is what its name says. */
export async function findCompoundType(file: string, extension: string): Promise<EvidenceFileType | undefined> {
  const found = new Set<string>();
  for await (const chunk of fileChunks(file, entryLength * 8192))
    for (let at = 0; at + entryLength <= chunk.length; at += entryLength) {
      const name = streamNameAt(chunk, at);
      if (name !== undefined) found.add(name);
    }
  const kinds = streams.filter(({ name }) => found.has(name));
  return (kinds.find(({ extensions }) => extensions.includes(extension)) ?? kinds[0])?.type;
}

/** The name of a stream is UTF-16 with an ending zero; its length in bytes stands at 64, the kind of entry at 66. */
function streamNameAt(chunk: Buffer, at: number): string | undefined {
  const length = chunk.readUInt16LE(at + 64);
  if (chunk[at + 66] !== streamEntry || length < 4 || length > 64) return undefined;
  const name = chunk.toString('utf16le', at, at + length - 2);
  return streams.some(stream => stream.name === name) ? name : undefined;
}
