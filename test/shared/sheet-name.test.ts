import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetName } from '#shared/sheet-name.ts';

test('signs that no sheet may bear are taken out, and the rest keeps 31 characters', () => {
  assert.equal(sheetName("'a/b\\c?d*e[f]g:h'"), 'a b c d e f g h');
  assert.equal(sheetName('一'.repeat(40)), '一'.repeat(31));
  assert.equal(sheetName(`${'一'.repeat(30)}𠮷`), '一'.repeat(30));
  assert.equal(sheetName('???'), 'Sheet');
});

test('each name is there once, whatever its letters, and none is the one that spreadsheets keep to themselves', () => {
  assert.equal(sheetName('Areas', ['areas']), 'Areas (2)');
  assert.equal(sheetName('x'.repeat(31), ['x'.repeat(31)]), `${'x'.repeat(27)} (2)`);
  assert.equal(sheetName('history'), 'history (2)');
});
