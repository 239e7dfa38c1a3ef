import { openDataFolder } from '#store/data-folder.ts';
import { openWorkshopStore } from '#store/workshop-store.ts';
import { recordingLog } from '../recording-log.ts';
import { commanding, voting } from '../workshop-changes.ts';

/** Forty participants who never stop voting, in the workshop "one" that is resumed first; prints `<seq> <voter> <reason>` for each vote that is stored. */
const [folder = '', run = ''] = process.argv.slice(2);
await openDataFolder(folder, recordingLog());
const store = await openWorkshopStore({ folder, log: recordingLog(), now: () => new Date() });
await store.commit('one', commanding('resume'));
console.log('ready');
await Promise.all(Array.from({ length: 40 }, (_, voter) => write(voter)));

async function write(voter: number): Promise<void> {
  for (let count = 0; ; count += 1) {
    const reason = `${run}-${voter}-${count}`;
    const stored = await store.commit('one', voting(voter, count % 6, reason));
    if ('seq' in stored) console.log(`${stored.seq} ${voter} ${reason}`);
  }
}
