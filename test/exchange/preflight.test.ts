import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRawWorkbook } from '#exchange/raw-workbook.ts';
import { AppError } from '#shared/app-error.ts';
import { forgeSizes, zipOf } from './build-zip.ts';

const megabyte = 1024 * 1024;

async function reasonOf(bytes: Buffer): Promise<string> {
  const error: unknown = await readRawWorkbook(bytes).then(
    () => undefined,
    reason => reason,
  );
  assert.ok(error instanceof AppError, 'it is refused');
  assert.equal(error.code, 'faulty-input');
  assert.deepEqual(error.faults[0]?.path, ['file']);
  return error.faults[0]?.message.zh ?? '';
}

test('a bomb is refused before anything of it is parsed', async () => {
  const bomb = await zipOf({ 'xl/workbook.xml': Buffer.alloc(60 * megabyte) });
  assert.ok(bomb.length < megabyte / 8);
  assert.match(await reasonOf(bomb), /太大/);
  assert.match(await reasonOf(await zipOf({ 'xl/workbook.xml': Buffer.alloc(40 * megabyte) })), /太大/);
});

test('a bomb with forged sizes is refused as soon as more comes out than it said', async () => {
  const bomb = forgeSizes(await zipOf({ 'xl/workbook.xml': Buffer.alloc(60 * megabyte) }), 1_000);
  const start = process.memoryUsage().rss;
  assert.match(await reasonOf(bomb), /损坏/);
  assert.ok(process.memoryUsage().rss - start < 100 * megabyte);
});

test('an archive of too many entries is refused', async () => {
  const entries = Object.fromEntries([...Array(1_001).keys()].map(index => [`xl/${index}.xml`, Buffer.from('x')]));
  assert.match(await reasonOf(await zipOf(entries)), /太大/);
});

test('macros, document types, other archives and what is no archive are refused, each with its reason', async () => {
  const workbook = { 'xl/workbook.xml': Buffer.from('<workbook/>') };
  const macros = await zipOf({ ...workbook, 'xl/vbaProject.bin': Buffer.from('x') });
  assert.match(await reasonOf(macros), /宏/);
  const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
  assert.match(await reasonOf(await zipOf({ ...workbook, '[Content_Types].xml': Buffer.from(types) })), /宏/);
  const entity = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "x">]><workbook/>';
  assert.match(await reasonOf(await zipOf({ 'xl/workbook.xml': Buffer.from(entity) })), /损坏/);
  assert.match(await reasonOf(await zipOf({ 'word/document.xml': Buffer.from('<x/>') })), /不是 xlsx/);
  assert.match(await reasonOf(Buffer.from('PK\u0003\u0004 and then nothing')), /损坏/);
  assert.match(await reasonOf(Buffer.from('no archive at all')), /损坏/);
});
