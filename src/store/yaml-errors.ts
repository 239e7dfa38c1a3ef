import type { YAMLError } from 'yaml';
import type { YamlProblem } from './yaml-document.ts';

const noTabs = '缩进不能用制表符，请用空格';

/** The mistakes that people make; the rest are named by the reader's own English words. */
const inChinese: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: '缩进不对',
  BAD_SCALAR_START: '这个字符不能开头，请把整个值加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“键: 值”，值里有冒号时请加引号',
  MISSING_CHAR: '缺少字符，或引号、括号没有成对',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能缺少冒号',
  NON_STRING_KEY: '键只能是文字或数字',
  TAB_AS_INDENT: noTabs,
  TAG_RESOLVE_FAILED: '不认识的标签（!）',
  UNEXPECTED_TOKEN: '这里不该有这些内容',
};

export function describeYamlError({ code, message, pos }: YAMLError): YamlProblem {
  return { at: pos[0], zh: `${inChinese[code] ?? 'YAML 写法有误'}（${message}）`, en: message };
}

/** The first tab before the text of a line. */
export function tabAsIndent(text: string): YamlProblem | undefined {
  const found = /^ *\t/m.exec(text);
  if (!found) return undefined;
  return { at: found.index + found[0].length - 1, zh: noTabs, en: 'Tabs are not allowed as indentation' };
}
