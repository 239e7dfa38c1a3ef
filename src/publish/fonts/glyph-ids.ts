import { type FontTables, tableOf } from './font-tables.ts';

/** Code point → glyph, from the `cmap` subtable of format 12; what the font lacks is not in it. */
export function glyphIdsOf(tables: FontTables): ReadonlyMap<number, number> {
  const cmap = tableOf(tables, 'cmap');
  const groups = groupsOf(cmap);
  return new Map(groups.flatMap(({ first, last, glyph }) => pairsOf(first, last, glyph)));
}

function pairsOf(first: number, last: number, glyph: number): [number, number][] {
  return Array.from({ length: last - first + 1 }, (_, index) => [first + index, glyph + index]);
}

const recordLength = 8;
const groupLength = 12;

function groupsOf(cmap: Buffer): { first: number; last: number; glyph: number }[] {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(4 + recordLength * index + 4),
  );
  const start = offsets.find(offset => cmap.readUInt16BE(offset) === 12);
  if (start === undefined) throw new Error('the font has no cmap of format 12');
  return Array.from({ length: cmap.readUInt32BE(start + 12) }, (_, index) => {
    const group = start + 16 + groupLength * index;
    return {
      first: cmap.readUInt32BE(group),
      last: cmap.readUInt32BE(group + 4),
      glyph: cmap.readUInt32BE(group + 8),
    };
  });
}
