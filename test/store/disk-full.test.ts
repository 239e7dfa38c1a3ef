import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openStore } from './open-store.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('on a full disk acknowledged answers are there, refused ones are not, and work goes on when there is space', async context => {
  const folder = await temporaryFolder(context);
  const { child, nextLine, ended } = startProgram(context, ['fill-disk.ts', folder], { fileSizeLimit: 64 });
  const printed: string[] = [];
  for (let line = await nextLine(); line && line !== 'full'; line = await nextLine()) printed.push(line);
  await assertAllThere(folder, printed);

  execFileSync('prlimit', ['--fsize=unlimited', '--pid', `${child.pid}`]);
  child.stdin.write('there is space\n');
  printed.push((await nextLine()) ?? '');
  assert.match(printed.at(-1) ?? '', /^stored after/);
  assert.equal(await nextLine(), 'closed');
  await ended;
  await assertAllThere(folder, printed);
});

async function assertAllThere(folder: string, printed: string[]): Promise<void> {
  const notes = (verb: string) => printed.flatMap(line => (line.startsWith(verb) ? [line.split(' ')[1]] : []));
  assert.ok(notes('stored').length > 100 && notes('refused').length >= 60, `${printed.length} answers`);
  const file = path.join(folder, 'assessments', 'one.jsonl');
  const bytes = await readFile(file);
  assert.ok(bytes.length > 40_000 && bytes.at(-1) === 0x0a, 'the file is whole');
  const store = await openStore(folder);
  const stored = (await store.changes('one')).flatMap(change =>
    change.type === 'answered' ? [change.answer.note] : [],
  );
  assert.deepEqual(stored.toSorted(), notes('stored').toSorted());
  assert.equal((await store.verifyTrail('one')).ok, true);
  assert.deepEqual(await readFile(file), bytes);
}
