import { type FontTables, readFontTables, tableOf, writeFontTables } from './font-tables.ts';
import { glyphIdsOf } from './glyph-ids.ts';

/** Enough to draw with; kerning and the tables for vertical text go. */
const kept = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

/** The font with the outlines of these characters only, every other one empty: its ids and widths stay, so nothing else has to be rewritten. */
export function subsetFont(font: Buffer, text: string): Buffer {
  const tables = readFontTables(font);
  const ids = glyphIdsOf(tables);
  const wanted = [...new Set(text)].flatMap(character => ids.get(character.codePointAt(0) ?? 0) ?? []);
  const { glyf, loca } = outlinesOf(tables, withComponents([0, ...wanted], tables));
  return writeFontTables(
    new Map([...kept.map(tag => [tag, tableOf(tables, tag)] as const), ['glyf', glyf], ['loca', loca]]),
  );
}

function outlinesOf(tables: FontTables, wanted: ReadonlySet<number>): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc(tableOf(tables, 'loca').length);
  const outlines: Buffer[] = [];
  let end = 0;
  for (let id = 0; id < loca.length / 4 - 1; id += 1) {
    if (wanted.has(id)) {
      const outline = outlineOf(tables, id);
      outlines.push(outline);
      end += outline.length;
    }
    loca.writeUInt32BE(end, 4 * (id + 1));
  }
  return { glyf: Buffer.concat(outlines), loca };
}

/** `loca` of the long format, as fonts of this size have it. */
function outlineOf(tables: FontTables, id: number): Buffer {
  const loca = tableOf(tables, 'loca');
  return tableOf(tables, 'glyf').subarray(loca.readUInt32BE(4 * id), loca.readUInt32BE(4 * id + 4));
}

function withComponents(ids: number[], tables: FontTables): Set<number> {
  const all = new Set(ids);
  for (const id of all) for (const component of componentsOf(outlineOf(tables, id))) all.add(component);
  return all;
}

const flags = { wordArguments: 0x0001, scale: 0x0008, more: 0x0020, twoScales: 0x0040, matrix: 0x0080 };

/** The glyphs that a composed one is put together from (`glyf`, "Composite glyph description"). */
function componentsOf(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const components: number[] = [];
  let at = 10;
  let flag = flags.more;
  while (flag & flags.more) {
    flag = outline.readUInt16BE(at);
    components.push(outline.readUInt16BE(at + 2));
    at += 4 + (flag & flags.wordArguments ? 4 : 2) + scaleLength(flag);
  }
  return components;
}

function scaleLength(flag: number): number {
  if (flag & flags.scale) return 2;
  if (flag & flags.twoScales) return 4;
  return flag & flags.matrix ? 8 : 0;
}
