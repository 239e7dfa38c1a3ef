import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { evidenceFileTypes, fileLimits } from '#assessment/evidence-file.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import { AppError } from '#shared/app-error.ts';
import { openEvidenceFiles } from '#store/evidence-files.ts';
import { sniffFile } from '#store/sniff-file.ts';
import * as examples from '../support/example-files.ts';
import { recordingLog } from './recording-log.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const day = 86_400_000;

async function openFiles(t: TestContext) {
  const folder = await temporaryFolder(t);
  let clock = Date.parse('2026-11-01T00:00:00Z');
  const log = recordingLog();
  const open = () => openEvidenceFiles({ folder, log, now: () => new Date(clock), sniff: sniffFile });
  return {
    folder,
    log,
    open,
    files: await open(),
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    stored: async () => {
      const names = await readdir(path.join(folder, 'files'), { recursive: true });
      return names.filter(name => /[0-9a-f]{64}$/.test(name));
    },
    incoming: () => readdir(path.join(folder, 'files/incoming')),
  };
}

async function* chunks(...parts: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* parts;
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function placeOf(folder: string, hash: string): string {
  return path.join(folder, 'files', hash.slice(0, 2), hash);
}

async function faultOf(files: EvidenceFileStore, content: Uint8Array, name: string): Promise<string> {
  try {
    await files.receive(chunks(content), name);
  } catch (error) {
    assert.ok(error instanceof AppError, String(error));
    assert.deepEqual(
      error.faults.map(fault => fault.path),
      [['file']],
    );
    return `${error.code} ${error.faults[0]?.message.zh}`;
  }
  assert.fail(`${name} was taken`);
}

test('a file is kept by its hash and handed out as it came', async t => {
  const { files, folder, incoming } = await openFiles(t);
  const half = Math.floor(examples.pdf.length / 2);
  const file = await files.receive(chunks(examples.pdf.subarray(0, half), examples.pdf.subarray(half)), '普查报告.pdf');
  assert.deepEqual(file, {
    sha256: sha256(examples.pdf),
    name: '普查报告.pdf',
    size: examples.pdf.length,
    type: 'application/pdf',
  });
  assert.deepEqual(await readFile(placeOf(folder, file.sha256)), examples.pdf);
  assert.deepEqual(await textOf(await files.read(file)), examples.pdf);
  assert.equal(await files.stateOf(file), 'whole');
  assert.deepEqual(await incoming(), []);
});

test('the same content twice, at once and under two names, is one file', async t => {
  const { files, stored, incoming } = await openFiles(t);
  const both = await Promise.all(['甲.png', '乙.png'].map(name => files.receive(chunks(examples.png), name)));
  assert.deepEqual(
    both.map(({ name }) => name),
    ['甲.png', '乙.png'],
  );
  assert.equal((await stored()).length, 1);
  assert.deepEqual(await incoming(), []);
});

const taken: [what: string, content: Buffer, name: string, expected: string][] = [
  ['a PDF', examples.pdf, 'a.pdf', 'a.pdf'],
  ['a picture named as a PDF', examples.png, 'a.pdf', 'a.png'],
  ['a JPEG', examples.jpeg, 'a.JPEG', 'a.jpeg'],
  ['a Word file named as a PDF', examples.docx, '报告.pdf', '报告.docx'],
  ['an Excel file', examples.xlsx, 'a.xlsx', 'a.xlsx'],
  ['an OFD file', examples.ofd, '公文.ofd', '公文.ofd'],
  ['an old Word file', examples.compoundFile('WordDocument'), 'a.doc', 'a.doc'],
  ['a WPS text', examples.compoundFile('WordDocument'), 'a.wps', 'a.wps'],
  ['a WPS table', examples.compoundFile('Workbook'), 'a.et', 'a.et'],
  ['an old Excel file with a text in it', examples.compoundFile('WordDocument', 'Workbook'), 'a.xls', 'a.xls'],
  ['old slides', examples.compoundFile('PowerPoint Document'), 'a.txt', 'a.ppt'],
  ['text', Buffer.from('一行\n两行\n'), 'a.txt', 'a.txt'],
  ['a table that begins like a picture', Buffer.from('BM编号,名称\n1,甲\n'), 'a.csv', 'a.csv'],
  ['a table in GB18030', examples.gbText, '台账.csv', '台账.csv'],
];

for (const [what, content, name, expected] of taken) {
  test(`${what} is taken, with the extension of its content`, async t => {
    const { files } = await openFiles(t);
    const file = await files.receive(chunks(content), name);
    assert.equal(file.name, expected);
    assert.ok(evidenceFileTypes[file.type].some(extension => expected.endsWith(`.${extension}`)));
  });
}

const refused: [what: string, content: Buffer, name: string, words: RegExp][] = [
  ['an empty file', Buffer.alloc(0), 'a.pdf', /文件是空的/],
  ['an SVG', examples.svg, 'a.svg', /认不出文件的格式/],
  ['an SVG named as a picture', examples.svg, 'a.png', /认不出文件的格式/],
  ['an SVG named as text', examples.svg, 'a.txt', /网页代码或脚本/],
  ['an SVG with its declaration', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), examples.svg]), 'a.svg', /xml/],
  ['a web page', examples.html, 'a.html', /认不出文件的格式/],
  ['a web page named as a table', examples.html, 'a.csv', /网页代码或脚本/],
  ['markup far behind', Buffer.from(`${'文'.repeat(70_000)}<ScRiPt>alert(1)`), 'a.txt', /网页代码或脚本/],
  ['a script named as text', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'a.txt', /网页代码或脚本/],
  ['a script', Buffer.from('alert(1)'), 'a.js', /认不出文件的格式/],
  ['a program named as a PDF', examples.exe, 'a.pdf', /exe/],
  ['a program named as text', examples.exe, 'a.txt', /exe/],
  ['a zip', examples.zip, 'a.zip', /zip 格式/],
  ['a zip named as a PDF', examples.zip, 'a.pdf', /zip 格式/],
  ['a Word file with macros', examples.docm, 'a.docx', /docm/],
  ['an installer', examples.compoundFile('Tables'), 'a.msi', /cfb/],
  ['a mail', examples.compoundFile('__properties_version1.0'), 'a.doc', /cfb/],
  ['UTF-16 text', Buffer.from('\ufeff一二三', 'utf16le'), 'a.txt', /UTF-16/],
  ['bytes of any kind', Buffer.from([0, 1, 2, 3, 255, 254]), 'a.txt', /不是 UTF-8 或 GB18030/],
];

for (const [what, content, name, words] of refused) {
  test(`${what} is refused by its content, and nothing stays behind`, async t => {
    const { files, stored, incoming } = await openFiles(t);
    assert.match(await faultOf(files, content, name), new RegExp(`^faulty-input .*${words.source}`));
    assert.deepEqual([await stored(), await incoming()], [[], []]);
  });
}

test('no content whatever makes the store fail in another way than by refusing', async t => {
  const { files, incoming } = await openFiles(t);
  const starts = [
    examples.zip,
    examples.docx,
    examples.compoundFile('WordDocument'),
    examples.png,
    Buffer.from('PK\x05\x06'),
  ];
  const content = fc
    .tuple(fc.constantFrom(...starts), fc.nat(200), fc.uint8Array({ maxLength: 200 }))
    .map(([start, keep, rest]) => Buffer.concat([start.subarray(0, keep), rest]));
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom('a.pdf', 'a.txt', 'a', ''), async (bytes, name) => {
      await files.receive(chunks(bytes), name).catch(error => assert.equal(error.code, 'faulty-input', String(error)));
    }),
    { numRuns: 150 },
  );
  assert.deepEqual(await incoming(), []);
});

test('what is over the limit is read to its end and not kept', async t => {
  const { files, stored, incoming } = await openFiles(t);
  const piece = Buffer.alloc(1024 * 1024, 'a');
  const count = fileLimits.bytes / piece.length;
  await assert.rejects(files.receive(chunks(...Array.from({ length: count + 3 }, () => piece)), 'a.txt'), {
    code: 'file-too-large',
  });
  assert.deepEqual([await stored(), await incoming()], [[], []]);
  const file = await files.receive(chunks(...Array.from({ length: count }, () => piece)), 'a.txt');
  assert.equal(file.size, fileLimits.bytes);
});

test('what breaks off is not kept', async t => {
  const { files, stored, incoming } = await openFiles(t);
  async function* broken(): AsyncIterable<Uint8Array> {
    yield examples.pdf;
    throw new Error('the line was cut');
  }
  await assert.rejects(files.receive(broken(), 'a.pdf'), { code: 'malformed' });
  assert.deepEqual([await stored(), await incoming()], [[], []]);
});

test('a folder in the place of a file is another content, not a fault of the storage', async t => {
  const { files, folder } = await openFiles(t);
  const file = await files.receive(chunks(examples.pdf), 'a.pdf');
  const place = placeOf(folder, file.sha256);
  await rm(place);
  await mkdir(place);
  assert.equal(await files.stateOf(file), 'altered');
  await assert.rejects(files.read(file), { code: 'file-altered' });
});

test('a file gone from the disk, or altered there, is not handed out; uploading it again heals it', async t => {
  const { files, folder } = await openFiles(t);
  const file = await files.receive(chunks(examples.pdf), 'a.pdf');
  const place = placeOf(folder, file.sha256);
  const sameSize = Buffer.from(examples.pdf);
  sameSize[20] = 0x58;
  await writeFile(place, sameSize);
  assert.equal(await files.stateOf(file), 'whole', 'the size alone does not tell');
  await assert.rejects(files.read(file), { code: 'file-altered' });
  await writeFile(place, 'short');
  assert.equal(await files.stateOf(file), 'altered');
  await rm(place);
  assert.equal(await files.stateOf(file), 'missing');
  await assert.rejects(files.read(file), { code: 'file-gone' });
  await writeFile(place, sameSize);
  await files.receive(chunks(examples.pdf), 'a.pdf');
  assert.deepEqual(await textOf(await files.read(file)), examples.pdf);
});

test('the start removes what was being received', async t => {
  const { folder, open, incoming } = await openFiles(t);
  await writeFile(path.join(folder, 'files/incoming/half'), 'half');
  await open();
  assert.deepEqual(await incoming(), []);
});

test('a file goes seven days after it was first found without a reference, not sooner', async t => {
  const { files, pass, stored, log } = await openFiles(t);
  const kept = await files.receive(chunks(examples.pdf), 'a.pdf');
  const orphan = await files.receive(chunks(examples.png), 'a.png');
  const referenced = new Set([kept.sha256]);
  pass(30 * day);
  assert.equal(await files.sweep(referenced), 0);
  pass(6 * day);
  assert.equal(await files.sweep(referenced), 0);
  pass(day);
  assert.equal(await files.sweep(referenced), 1);
  assert.deepEqual(
    (await stored()).map(name => path.basename(name)),
    [kept.sha256],
  );
  assert.equal(await files.stateOf(orphan), 'missing');
  assert.deepEqual(log.messages, ['evidence files that nothing refers to were removed']);
});

test('a file that is referred to again, or uploaded again, begins its seven days anew', async t => {
  const { files, pass } = await openFiles(t);
  const file = await files.receive(chunks(examples.pdf), 'a.pdf');
  await files.sweep(new Set());
  pass(6 * day);
  await files.sweep(new Set([file.sha256]));
  pass(day);
  assert.equal(await files.sweep(new Set()), 0, 'it was referred to a day ago');
  pass(7 * day);
  await files.receive(chunks(examples.pdf), 'b.pdf');
  assert.equal(await files.sweep(new Set()), 0, 'it came in again just now');
  assert.equal(await files.stateOf(file), 'whole');
});

test('the sweep leaves alone what is not a file of evidence, and begins anew with a damaged list', async t => {
  const { files, folder, pass } = await openFiles(t);
  const file = await files.receive(chunks(examples.pdf), 'a.pdf');
  await mkdir(path.join(folder, 'files/zz'));
  await writeFile(path.join(folder, 'files/zz/own'), 'x');
  await writeFile(path.join(folder, 'files', file.sha256.slice(0, 2), 'own.txt'), 'x');
  await files.sweep(new Set());
  await writeFile(path.join(folder, 'files/unreferenced.json'), '{"torn');
  pass(8 * day);
  assert.equal(await files.sweep(new Set()), 0);
  pass(7 * day);
  assert.equal(await files.sweep(new Set()), 1);
  assert.deepEqual(await readdir(path.join(folder, 'files/zz')), ['own']);
});

test('on a full disk a file is refused, nothing of it stays, and the next small one is kept', async t => {
  const folder = await temporaryFolder(t);
  const { nextLine, ended } = startProgram(t, ['receive-file.ts', folder], { fileSizeLimit: 64 });
  assert.equal(await nextLine(), 'refused storage-failed');
  assert.equal(await nextLine(), 'kept 7');
  await ended;
  assert.deepEqual(await readdir(path.join(folder, 'files/incoming')), []);
});
