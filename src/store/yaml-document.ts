import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
} from 'yaml';
import { type Fault, fault } from '#shared/fault.ts';
import type { Place } from './file-fault.ts';
import { duplicateKeys } from './yaml-duplicate-keys.ts';
import { describeYamlError, tabAsIndent } from './yaml-errors.ts';
import { tooManyTokens } from './yaml-tokens.ts';

/** A checklist is 8 deep; the reader calls itself for each level and a file of brackets would end the process, not just throw. */
const maxDepth = 60;
const maxAliasCount = 100;
/** After so many errors of form the rest are their consequences. */
const maxErrors = 100;

type Path = Fault['path'];
type YamlDocument = { value: unknown; place: (fault: Fault) => Place };
export type ParsedYaml = { ok: true; document: YamlDocument } | { ok: false; faults: (Fault & Place)[] };

/** Where the reading is: at this offset of the text, or done with all of it. */
export type OnRead = (at: number | 'all') => void;

/** One YAML 1.2 document. */
export function parseYaml(text: string, onRead: OnRead = () => {}): ParsedYaml {
  const lines = new LineCounter();
  const tooMany = tooManyTokens(text);
  if (tooMany) {
    lines.addNewLine(0);
    return refused(lines, [tooMany]);
  }
  const tokens = tokensOf(text, lines, onRead);
  onRead('all');
  // Each line that a tab begins is taken for one level more.
  if (isTooDeep(tokens)) return refused(lines, [tabAsIndent(text) ?? tooDeep]);
  // Its own search for duplicate keys takes minutes for a map of a megabyte.
  const composer = new Composer({ version: '1.2', stringKeys: true, uniqueKeys: false, prettyErrors: false });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (!document) return refused(lines, [emptyFile]);
  const problems = second ? [secondDocument(second)] : problemsOf(document);
  return problems.length > 0 ? refused(lines, problems) : toValue(document, lines);
}

/** Piece by piece, because a file of a megabyte can be one line. */
function tokensOf(text: string, lines: LineCounter, onRead: OnRead): CST.Token[] {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const piece of new Lexer().lex(text)) {
    tokens.push(...parser.next(piece));
    onRead(parser.offset);
  }
  tokens.push(...parser.end());
  return tokens;
}

export type YamlProblem = { at: number; path?: Path; zh: string; en: string };

const tooDeep: YamlProblem = { at: 0, zh: '嵌套层数过多', en: 'nested too deep' };
const emptyFile: YamlProblem = { at: 0, zh: '文件是空的', en: 'the file is empty' };

function secondDocument(document: Document.Parsed): YamlProblem {
  return { at: document.range[0], zh: '一个文件只能有一个 YAML 文档', en: 'a file may hold only one YAML document' };
}

function refused(lines: LineCounter, problems: YamlProblem[]): ParsedYaml {
  return {
    ok: false,
    faults: problems.map(({ at, path = [], zh, en }) => ({ ...placeAt(lines, at), ...fault(path, zh, en) })),
  };
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function problemsOf(document: Document.Parsed): YamlProblem[] {
  if (document.contents === null) return [emptyFile];
  const errors = [...document.errors, ...document.warnings].slice(0, maxErrors);
  return [...errors.map(describeYamlError), ...duplicateKeys(document.contents)].sort((a, b) => a.at - b.at);
}

function toValue(document: Document.Parsed, lines: LineCounter): ParsedYaml {
  try {
    const value: unknown = document.toJS({ maxAliasCount });
    if (value === null) return refused(lines, [emptyFile]);
    const place = ({ path, about }: Fault) => placeAt(lines, offsetOf(document, path, about));
    return { ok: true, document: { value, place } };
  } catch (error) {
    // Too many aliases, or one without an anchor.
    if (!(error instanceof ReferenceError)) throw error;
    const at = firstAlias(document);
    return refused(lines, [{ at, zh: '别名（*）过多，或所指的锚点（&）不存在', en: error.message }]);
  }
}

/** The first that points nowhere, else the first. */
function firstAlias(document: Document.Parsed): number {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  return startOf(aliases.find(alias => !alias.resolve(document)) ?? aliases[0]) ?? 0;
}

function isTooDeep(tokens: CST.Token[]): boolean {
  let level = tokens;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [...(key ? [key] : []), ...(value ? [value] : [])]);
}

/** Where the node stands; where there is none, its nearest parent; where the fault is about the key, the key. */
function offsetOf(document: Document.Parsed, path: Path, about?: 'key'): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const [index, step] of path.entries()) {
    const { key, value } = stepInto(isAlias(node) ? node.resolve(document) : node, step);
    if (!isNode(value)) return startOf(key) ?? offset ?? 0;
    const isKeyMeant = about === 'key' && index === path.length - 1;
    offset = (isKeyMeant ? startOf(key) : undefined) ?? startOf(value) ?? offset;
    node = value;
  }
  return offset ?? 0;
}

function stepInto(node: unknown, step: string | number): { key?: unknown; value?: unknown } {
  if (isSeq(node)) return { value: node.items[Number(step)] };
  if (!isMap(node)) return {};
  return node.items.find(({ key }) => isScalar(key) && key.value === String(step)) ?? {};
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
