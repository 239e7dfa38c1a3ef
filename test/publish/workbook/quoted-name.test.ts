import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotedName } from '#publish/workbook/quoted-name.ts';

test('an apostrophe in a name is doubled in a formula', () => {
  assert.equal(quotedName("city's"), "'city''s'");
});
