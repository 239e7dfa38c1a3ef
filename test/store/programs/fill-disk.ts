import { once } from 'node:events';
import { AppError } from '#shared/app-error.ts';
import { answer, created } from '../assessment-changes.ts';
import { openStore } from '../open-store.ts';

/** Twenty writers until the disk is full; when its input says that there is space, one answer more. Prints what became of each. */
const [folder = ''] = process.argv.slice(2);
const store = await openStore(folder);
await store.create(created('one'));
await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
console.log('full');
await once(process.stdin, 'data');
await save(`after-${'长'.repeat(20_000)}`);
await store.close();
console.log('closed');
process.stdin.destroy();

async function write(writer: number): Promise<void> {
  for (let refused = 0, count = 0; refused < 3; count += 1) {
    if (!(await save(`${writer}-${count}-${'长'.repeat(writer * 2)}`))) refused += 1;
  }
}

async function save(note: string): Promise<boolean> {
  try {
    await store.commit('one', answer('a1', note));
    console.log(`stored ${note}`);
    return true;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'storage-failed')) throw error;
    console.log(`refused ${note}`);
    return false;
  }
}
