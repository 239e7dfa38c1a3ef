import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { openDataFolder } from '#store/data-folder.ts';
import { ownIdentity } from '#store/process-identity.ts';
import { takeLock } from '#store/process-lock.ts';
import { recordingLog } from './recording-log.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const open = (folder: string) => openDataFolder(folder, recordingLog());

const refusedFor =
  (code: string, ...mentions: string[]) =>
  (error: Error & { code?: string }) => {
    assert.equal(error.code, code);
    for (const mention of mentions) assert.ok(error.message.includes(mention), `${error.message} names ${mention}`);
    return true;
  };

async function startHolder(context: TestContext, folder: string) {
  const holder = startProgram(context, ['hold-folder.ts', folder]);
  assert.equal(await holder.nextLine(), 'held');
  return holder;
}

test('a second process is refused with the number of the first, until that one lets go', async context => {
  const folder = await temporaryFolder(context);
  const holder = await startHolder(context, folder);
  await assert.rejects(open(folder), refusedFor('already-running', `${holder.child.pid}`, path.join(folder, 'lock')));
  holder.child.stdin.end();
  await holder.ended;
  await (await open(folder)).release();
  assert.deepEqual(await readdir(folder), []);
});

test('the lock of a killed process is taken over', async context => {
  const folder = await temporaryFolder(context);
  const holder = await startHolder(context, folder);
  holder.child.kill('SIGKILL');
  await holder.ended;
  assert.ok(existsSync(path.join(folder, 'lock')));
  const { release } = await open(folder);
  await assert.rejects(open(folder), refusedFor('already-running', `${process.pid}`));
  await release();
});

test('a lock of before the last boot is stale though the number is in use again', async context => {
  const own = await ownIdentity();
  const stale = [
    { ...own, bootId: 'another boot' },
    { ...own, started: '1' },
    { ...own, bootId: null, started: null, bootedAt: own.bootedAt - 86_400 },
  ];
  for (const lock of stale) {
    const folder = await temporaryFolder(context);
    await writeFile(path.join(folder, 'lock'), JSON.stringify(lock));
    await (await open(folder)).release();
  }
});

test('where the system tells neither boot nor start, a living number counts', async context => {
  const folder = await temporaryFolder(context);
  const lock = { ...(await ownIdentity()), bootId: null, started: null };
  await writeFile(path.join(folder, 'lock'), JSON.stringify(lock));
  await assert.rejects(open(folder), refusedFor('already-running', `${process.pid}`));
});

test('of many who find the same stale lock one gets it', async context => {
  const folder = await temporaryFolder(context);
  const file = path.join(folder, 'lock');
  const stale = JSON.stringify({ ...(await ownIdentity()), bootId: 'another boot' });
  for (let round = 0; round < 20; round += 1) {
    await writeFile(file, stale);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(file)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const result of results) if (result.status === 'rejected') assert.equal(result.reason.code, 'already-running');
    assert.deepEqual(await readdir(folder), ['lock']);
  }
});

test('a take-over that was killed half way does not block the next one', async context => {
  const folder = await temporaryFolder(context);
  const stale = JSON.stringify({ ...(await ownIdentity()), bootId: 'another boot' });
  for (const name of ['lock', 'lock.takeover']) await writeFile(path.join(folder, name), stale);
  await (await open(folder)).release();
  assert.deepEqual(await readdir(folder), []);
});

test('a lock that makes no sense is named and left alone', async context => {
  const folder = await temporaryFolder(context);
  const file = path.join(folder, 'lock');
  for (const content of ['', 'mine', '{"pid":"1"}']) {
    await writeFile(file, content);
    await assert.rejects(open(folder), refusedFor('lock-unreadable', file));
    assert.equal(await readFile(file, 'utf8'), content);
  }
});

test('a folder that cannot be written is refused and named', async context => {
  const folder = await temporaryFolder(context);
  await chmod(folder, 0o555);
  // Rights do not hold root back.
  const ordinaryUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { nextLine, ended } = startProgram(context, ['hold-folder.ts', folder], ordinaryUser);
  const { code, message } = JSON.parse((await nextLine()) ?? '{}');
  await ended;
  await chmod(folder, 0o755);
  assert.equal(code, 'folder-not-writable');
  assert.ok(message.includes(`无法写入文件夹 ${folder}（EACCES）`), message);
  assert.ok(message.includes(`the folder ${folder} cannot be written (EACCES)`), message);
});

test('a folder that is not there is made, for its owner alone', async context => {
  const folder = path.join(await temporaryFolder(context), 'new', 'data');
  const { release, path: opened } = await open(folder);
  assert.equal(opened, folder);
  await release();
});

test('a folder for which the system has no place is refused and named, soon', { timeout: 20_000 }, async context => {
  const { nextLine, ended } = startProgram(context, ['hold-folder.ts', '/proc/x/y']);
  const { code, message } = JSON.parse((await nextLine()) ?? '{}');
  await ended;
  assert.equal(code, 'folder-not-writable');
  assert.ok(message.includes('无法写入文件夹 /proc/x/y（ENOENT）'), message);
});
