import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableCsv } from '#publish/table-csv.ts';

test('a text that looks like a formula is made a text, a negative number stays a number', () => {
  const rows = [['=1+1', '+1', '-1', '@x', '\t=1', -1, null]];
  assert.equal(tableCsv(rows), "\ufeff'=1+1,'+1,'-1,'@x,'\t=1,-1,\r\n");
});

test('quotes, separators and line breaks stay inside their cell: a line of a note begins no row', () => {
  assert.equal(tableCsv([['a "b"', 'c,d', 'e\n=f', 'g\rh']]), '\ufeff"a ""b""","c,d","e\n=f","g\rh"\r\n');
});
