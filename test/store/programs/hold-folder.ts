import { once } from 'node:events';
import { openDataFolder } from '#store/data-folder.ts';
import { StoreError } from '#store/store-error.ts';
import { recordingLog } from '../recording-log.ts';

/** Takes the data folder, says so, and lets it go when its input ends. */
const [folder = ''] = process.argv.slice(2);
try {
  const { release } = await openDataFolder(folder, recordingLog());
  console.log('held');
  process.stdin.resume();
  await once(process.stdin, 'end');
  await release();
  console.log('released');
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  console.log(JSON.stringify({ code: error.code, message: error.message }));
}
