import { openDataFolder } from '#store/data-folder.ts';
import { answer } from '../assessment-changes.ts';
import { openStore } from '../open-store.ts';
import { recordingLog } from '../recording-log.ts';

/** Twenty writers who never stop, on the assessments named; prints `<id> <seq> <note>` for each answer that is stored. */
const [folder = '', run = '', ...ids] = process.argv.slice(2);
await openDataFolder(folder, recordingLog());
const store = await openStore(folder);
console.log('ready');
await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));

async function write(writer: number): Promise<void> {
  const id = ids[writer % ids.length] ?? '';
  for (let count = 0; ; count += 1) {
    const note = `${run}-${writer}-${count}`;
    const stored = await store.commit(id, answer(`a${writer}`, note));
    if ('seq' in stored) console.log(`${id} ${stored.seq} ${note}`);
  }
}
