import { openEvidenceFiles } from '#store/evidence-files.ts';
import { sniffFile } from '#store/sniff-file.ts';
import { recordingLog } from '../recording-log.ts';

/** Receives a text of a megabyte, then one of a line. Prints what became of each. */
const [folder = ''] = process.argv.slice(2);
const files = await openEvidenceFiles({ folder, log: recordingLog(), now: () => new Date(), sniff: sniffFile });
await receive(Array.from({ length: 16 }, () => Buffer.alloc(65_536, 'a')));
await receive([Buffer.from('一行\n')]);

async function receive(parts: Buffer[]): Promise<void> {
  async function* content(): AsyncIterable<Uint8Array> {
    yield* parts;
  }
  await files.receive(content(), 'a.txt').then(
    file => console.log(`kept ${file.size}`),
    error => console.log(`refused ${error.code}`),
  );
}
