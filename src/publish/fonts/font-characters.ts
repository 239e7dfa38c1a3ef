import { readFileSync } from 'node:fs';
import { readFontTables } from './font-tables.ts';
import { glyphIdsOf } from './glyph-ids.ts';
import { notoSansSc } from './noto-sans-sc.ts';

let known: ReadonlySet<number> | undefined;

/** The code points that every weight of the font has; read once. */
export function fontCharacters(): ReadonlySet<number> {
  known ??= readCharacters();
  return known;
}

function readCharacters(): ReadonlySet<number> {
  const [first = new Map(), ...rest] = notoSansSc.files.map(file => glyphIdsOf(readFontTables(readFileSync(file))));
  return new Set([...first.keys()].filter(codePoint => rest.every(ids => ids.has(codePoint))));
}
