import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellText } from '#shared/cell-text.ts';
import { cleanText } from '#shared/plain-text.ts';

test('what no file can hold is taken out, line breaks become one kind, and what looks like an escape is one', () => {
  assert.equal(cellText('a\u0000b\u000bc\ufffed\ud800'), 'abcd\ufffd');
  assert.equal(cellText('一\r\n二\r三\n四\t五'), '一\n二\n三\n四\t五');
  assert.equal(cellText('_x0041_ _X00e9_ _x41_ x0041_'), '_x005F_x0041_ _x005F_X00e9_ _x41_ x0041_');
});

test('a text that was stored comes back out of a cell as it was', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_', 'x0041', '_x', '_x000A_', '\u{1fffe}'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
      const stored = cleanText(pieces.join(''));
      assert.equal(unescaped(cellText(stored)), stored);
    }),
  );
});

/** As spreadsheets read a cell. */
function unescaped(cell: string): string {
  return cell.replace(/_x([0-9A-Fa-f]{4})_/g, (_escape, number) => String.fromCharCode(Number.parseInt(number, 16)));
}
