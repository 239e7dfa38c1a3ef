import { Lexer } from 'yaml';
import type { YamlProblem } from './yaml-document.ts';

/** Reading takes some 5 µs a token, and everything else waits meanwhile. Of 1,000 items with their levels there are 250,000, of the largest checklist of the program 80,000. */
const maxTokens = 300_000;

/** Counted before anything is built of them, which takes a tenth of the time and ends at the limit. */
export function tooManyTokens(text: string): YamlProblem | undefined {
  let count = 0;
  for (const _token of new Lexer().lex(text)) {
    count += 1;
    if (count > maxTokens) return tooMany;
  }
  return undefined;
}

const tooMany: YamlProblem = {
  at: 0,
  zh: `内容太多：键、值、标点和缩进合计超过 ${maxTokens} 个。1000 项的检查表约有 250000 个`,
  en: `too much in it: more than ${maxTokens} keys, values, marks and indents; a checklist of 1000 items has about 250000`,
};
