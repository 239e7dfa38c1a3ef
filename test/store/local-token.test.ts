import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openLocalToken } from '#store/local-token.ts';
import { recordingLog } from './recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

const modeOf = async (file: string) => (await stat(file)).mode & 0o777;

test('the first start makes a token that only the owner can read, later ones give the same', async context => {
  const folder = await temporaryFolder(context);
  const log = recordingLog();
  const token = await openLocalToken(folder, log);
  const file = path.join(folder, 'local-token');
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.equal(await readFile(file, 'utf8'), token);
  assert.equal(await modeOf(file), 0o600);
  assert.equal(await openLocalToken(folder, log), token);
  assert.deepEqual(log.messages, []);
  assert.notEqual(await openLocalToken(await temporaryFolder(context), log), token);
});

test('a token that others could read is closed to them, and that is logged', async context => {
  const folder = await temporaryFolder(context);
  const file = path.join(folder, 'local-token');
  const token = await openLocalToken(folder, recordingLog());
  for (const mode of [0o644, 0o640, 0o602]) {
    await chmod(file, mode);
    const log = recordingLog();
    assert.equal(await openLocalToken(folder, log), token);
    assert.equal(await modeOf(file), 0o600);
    assert.equal(log.messages.length, 1);
  }
});

test('an empty or malformed token stops the start, naming the file, and is not replaced', async context => {
  const folder = await temporaryFolder(context);
  const file = path.join(folder, 'local-token');
  for (const content of ['', '\n', 'secret', `${'a'.repeat(43)} b`, 'a'.repeat(44)]) {
    await writeFile(file, content, { mode: 0o600 });
    await assert.rejects(openLocalToken(folder, recordingLog()), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'token-unusable');
      assert.ok(error.message.includes(file));
      return true;
    });
    assert.equal(await readFile(file, 'utf8'), content);
  }
});

test('a line break behind the token, as editors leave one, does no harm', async context => {
  const folder = await temporaryFolder(context);
  const token = await openLocalToken(folder, recordingLog());
  await writeFile(path.join(folder, 'local-token'), `${token}\r\n`);
  assert.equal(await openLocalToken(folder, recordingLog()), token);
});

test('a token that cannot be read is an error of the system, not a missing token', async context => {
  const folder = await temporaryFolder(context);
  const file = path.join(folder, 'local-token');
  await rm(file, { force: true });
  await mkdir(file);
  await assert.rejects(openLocalToken(folder, recordingLog()), { code: 'unreadable-file' });
});
