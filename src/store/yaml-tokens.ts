import { Lexer } from 'yaml';
import type { YamlProblem } from './yaml-document.ts';

/** Reading takes some 10 µs and 500 bytes a token. The 97 items of the largest checklist of the program have some 60,000. */
const maxTokens = 1_000_000;

/** A mark, what stands there and its end, at the most. */
export const tokensPerCharacter = 3;

/** Counted before anything is built of them, which takes a tenth of the time and ends at the limit; a short text cannot reach it. */
export function tooManyTokens(text: string): YamlProblem | undefined {
  if ((text.length + 1) * tokensPerCharacter <= maxTokens) return undefined;
  let count = 0;
  for (const _token of new Lexer().lex(text)) {
    count += 1;
    if (count > maxTokens) return tooMany;
  }
  return undefined;
}

const tooMany: YamlProblem = {
  at: 0,
  zh: `内容太多：键、值、标点和缩进合计超过 ${maxTokens} 个。写全的检查项每项约有 620 个`,
  en: `too much in it: more than ${maxTokens} keys, values, marks and indents; an item with all its texts has about 620`,
};
