import { inflateSync } from 'node:zlib';

/** A PDF as Typst writes it: every object in the open, nothing encrypted. */
export type ReadPdf = { source: string; pages: string[] };

/** The text of every page without spaces and line ends, as the glyphs' own table (ToUnicode) gives it; what stands in pictures is left out. */
export function readPdf(file: Buffer): ReadPdf {
  const source = file.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const fonts = new Map<string, Glyphs>();
  const glyphsOf = (id: string) => {
    const known = fonts.get(id) ?? readGlyphs(id, objects);
    fonts.set(id, known);
    return known;
  };
  const pages = [...objects.values()].filter(body => /\/Type \/Page\b/.test(body));
  return { source, pages: pages.map(page => textOf(page, objects, glyphsOf)) };
}

type Objects = ReadonlyMap<string, string>;
type Glyphs = ReadonlyMap<number, string>;

function textOf(page: string, objects: Objects, glyphsOf: (id: string) => Glyphs): string {
  const [, fontList = ''] = /\/Font <<(.*?)>>/s.exec(page) ?? [];
  const fonts = new Map(
    [...fontList.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, glyphsOf(id)]),
  );
  const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
  let current: Glyphs = new Map();
  let text = '';
  for (const token of tokensOf(inflated(objects.get(contents) ?? ''))) {
    if (typeof token === 'string') current = fonts.get(token) ?? new Map();
    else text += lettersOf(token, current);
  }
  return text.replace(/\s/g, '');
}

/** Names of fonts and strings to show, in order; what stands in `<<…>>` says something about the text beside it. */
function* tokensOf(content: string): Generator<string | Buffer> {
  const token = /<<|>>|\/(\w+) [\d.]+ Tf|<([0-9A-F]*)>|\(/gi;
  let depth = 0;
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [whole, font, hex] = found;
    if (whole === '<<') depth += 1;
    else if (whole === '>>') depth -= 1;
    else if (font !== undefined) yield font;
    else if (whole !== '(') yield* depth === 0 ? [Buffer.from(hex ?? '', 'hex')] : [];
    else {
      const end = endOfString(content, token.lastIndex);
      if (depth === 0) yield Buffer.from(unescaped(content.slice(token.lastIndex, end)), 'latin1');
      token.lastIndex = end + 1;
    }
  }
}

/** Brackets within a string stand as they are where they are paired. */
function endOfString(content: string, start: number): number {
  let open = 1;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') open += 1;
    else if (content[at] === ')') open -= 1;
    if (open === 0) return at;
  }
  throw new Error('a string without an end');
}

function lettersOf(bytes: Buffer, glyphs: Glyphs): string {
  const ids = Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => bytes.readUInt16BE(2 * index));
  return ids.map(id => glyphs.get(id) ?? '?').join('');
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

function inflated(object: string): string {
  const [head = '', data = ''] = object.split(/\nstream\r?\n/, 2);
  return head.includes('/FlateDecode')
    ? inflateSync(Buffer.from(object.slice(object.indexOf(data)), 'latin1')).toString('latin1')
    : data;
}

function readGlyphs(id: string, objects: Objects): Glyphs {
  const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
  const pairs = inflated(objects.get(table) ?? '').matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g);
  return new Map([...pairs].map(([, glyph = '', utf16 = '']) => [Number.parseInt(glyph, 16), textOfUtf16(utf16)]));
}

function textOfUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
