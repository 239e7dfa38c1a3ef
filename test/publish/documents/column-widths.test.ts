import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnWidths } from '#publish/documents/column-widths.ts';

const column = (title: string, share: number) => ({ title, share, align: 'start' as const });

test('columns go by their shares, and none is too narrow for its longest word', () => {
  const even = columnWidths({ columns: [column('甲', 1), column('乙', 3)], rows: [] }, 60);
  assert.deepEqual(even, [0.25, 0.75]);
  const [narrow = 0, wide = 0] = columnWidths(
    { columns: [column('Supported', 1), column('Evidence', 19)], rows: [] },
    40,
  );
  assert.ok(narrow * 40 >= 'Supported'.length * 0.6, `${narrow}`);
  assert.ok(Math.abs(narrow + wide - 1) < 1e-9);
});

test('they fill the table whatever stands in them', () => {
  const columns = fc.array(fc.record({ title: fc.string(), share: fc.double({ min: 0.1, max: 20, noNaN: true }) }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(columns, fc.array(fc.array(fc.string()), { maxLength: 5 }), (all, texts) => {
      const table = {
        columns: all.map(({ title, share }) => column(title, share)),
        rows: texts.map(row => row.map(text => ({ text }))),
      };
      const widths = columnWidths(table, 50);
      assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 1) < 1e-6);
      assert.ok(widths.every(width => width > 0));
    }),
  );
});
