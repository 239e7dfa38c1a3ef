import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import type { ArchiveContents, ArchivePart } from '#publish/archive/archive-part.ts';
import { writeArchive } from '#publish/archive/write-archive.ts';
import { readZip } from '../../support/read-zip.ts';

const at = new Date('2026-11-18T06:40:00.000Z');

function part(path: string, content: ArchivePart['content'], isPacked = false): ArchivePart {
  return { path, kind: 'test', content, isPacked };
}

function listing(contents: ArchiveContents): ArchivePart {
  return part('list.json', async () => JSON.stringify(contents));
}

function archiveOf(parts: Iterable<ArchivePart>, reasonOf: (error: unknown) => string | undefined = () => undefined) {
  return { parts, closing: [listing], at, reasonOf };
}

async function written(parts: Iterable<ArchivePart>, reasonOf?: (error: unknown) => string | undefined) {
  const sink = new PassThrough();
  const [, file] = await Promise.all([writeArchive(archiveOf(parts, reasonOf), sink), buffer(sink)]);
  return file;
}

const refuse = async () => {
  throw new Error('gone');
};

test('every part is there with its content, its size and its hash, packed or as it is', async () => {
  const parts = [
    part('一/普查.txt', async () => '文'.repeat(100_000)),
    part('图.png', async () => Buffer.from([1, 2, 3]), true),
    part('空.txt', async () => ''),
  ];
  const zip = await readZip(await written(parts));
  assert.deepEqual([...zip.keys()], ['一/普查.txt', '图.png', '空.txt', 'list.json']);
  const list: ArchiveContents = JSON.parse(String(zip.get('list.json')?.content));
  assert.equal(list.written.length, 3);
  for (const { path, size, sha256 } of list.written) {
    const content = zip.get(path)?.content;
    assert.ok(content);
    assert.equal(content.length, size);
    assert.equal(createHash('sha256').update(content).digest('hex'), sha256);
  }
});

test('the same parts give the same bytes, with the time that was given', async () => {
  const parts = [part('a.txt', async () => 'a'), part('b.txt', async () => 'b')];
  const first = await written(parts);
  assert.deepEqual(await written(parts), first);
  for (const entry of (await readZip(first)).values()) assert.equal(entry.at.getTime(), at.getTime());
});

test('a part that fails is noted with its reason, and the others are there', async () => {
  const parts = [part('a.txt', async () => 'a'), part('b.pdf', refuse), part('c.pdf', refuse)];
  const reasons = ['file-gone'];
  const zip = await readZip(await written(parts, () => reasons.pop()));
  assert.deepEqual([...zip.keys()], ['a.txt', 'list.json']);
  const list: ArchiveContents = JSON.parse(String(zip.get('list.json')?.content));
  assert.deepEqual(
    list.failed.map(({ path, reason }) => [path, reason]),
    [
      ['b.pdf', 'file-gone'],
      ['c.pdf', 'failed'],
    ],
  );
});

test('paths that lead elsewhere are made safe, and names that are there are numbered', async () => {
  const zip = await readZip(await written(['../x', 'a.txt', 'A.txt'].map(path => part(path, async () => path))));
  assert.deepEqual([...zip.keys()], ['x', 'a.txt', 'A (2).txt', 'list.json']);
});

test('once the reader has gone no further part is made', async () => {
  let made = 0;
  const sink = new PassThrough();
  function* parts(): Generator<ArchivePart> {
    for (let number = 0; number < 1_000; number++)
      yield part(`${number}.bin`, async () => {
        made++;
        if (made === 3) sink.destroy();
        return Buffer.alloc(100_000);
      });
  }
  sink.resume();
  await assert.rejects(writeArchive(archiveOf(parts()), sink));
  assert.ok(made <= 4, `${made} parts`);
});

test('a reader who does not read holds the work up: no more than a part is made ahead', async () => {
  let made = 0;
  const parts = Array.from({ length: 50 }, (_, number) =>
    part(
      `${number}.bin`,
      async () => {
        made++;
        return Buffer.alloc(1_000_000);
      },
      true,
    ),
  );
  const waiting: (() => void)[] = [];
  const sink = new Writable({ highWaterMark: 1_000, write: (_chunk, _encoding, done) => void waiting.push(done) });
  const writing = writeArchive(archiveOf(parts), sink);
  for (let turn = 0; turn < 300; turn++) await new Promise(setImmediate);
  assert.equal(made, 1);
  sink.destroy();
  await assert.rejects(writing);
});
