import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { diffOf } from './pack-case.ts';

/** A pack of `pack-case.ts` with four cells filled in, saved by LibreOffice 7.4. */
const file = path.join(import.meta.dirname, 'fixtures/saved-by-libreoffice.xlsx');

test('a pack saved by LibreOffice is read as it was filled in', async () => {
  const { entries, invalid, absent, unchanged } = await diffOf(readFileSync(file));
  assert.deepEqual({ invalid, absent, unchanged }, { invalid: [], absent: [], unchanged: 5 });
  assert.deepEqual(
    entries.map(({ itemId, kind, mine }) => ({ itemId, kind, mine })),
    [
      { itemId: 'a3', kind: 'changed', mine: { answer: 'scored', value: 91.5 } },
      {
        ...{ itemId: 'b1', kind: 'new' },
        mine: {
          ...{ answer: 'scored', value: 4 },
          evidence: [{ kind: 'document', title: '办法', date: '2026-05-06' }],
        },
      },
    ],
  );
});
