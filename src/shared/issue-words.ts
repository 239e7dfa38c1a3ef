import type { z } from 'zod';
import type { Text } from './text.ts';

type Issue = z.core.$ZodRawIssue;
type Words = Required<Text>;

const missing: Words = { zh: '缺少这一项', en: 'is missing' };

/** What is wrong, without patterns and names of types; undefined for issues that zod's own words tell well enough. */
export function issueWords(issue: Issue): Words | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing : typeWords(String(issue.expected));
    case 'too_big':
      return mostWords(String(issue.origin), String(issue.maximum), issue.inclusive !== false);
    case 'too_small':
      return leastWords(String(issue.origin), String(issue.minimum), issue.inclusive !== false);
    case 'invalid_format':
      return issue.format === 'regex' ? patternWords(String(issue.pattern)) : formatWords(String(issue.format));
    case 'invalid_union':
      return issue.discriminator === undefined
        ? formWords(issue.input, issue.errors)
        : kindWords(issue.input, issue.discriminator, Array.isArray(issue.options) ? issue.options.map(String) : []);
    case 'invalid_value':
      return issue.input === undefined ? missing : choiceWords(issue.values.map(String));
    case 'unrecognized_keys':
      return { zh: '没有这一项', en: 'there is no such field' };
    default:
      return undefined;
  }
}

const kinds: Record<string, Words> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组有名称的值', en: 'a set of named values' },
  record: { zh: '一组有名称的值', en: 'a set of named values' },
};

function typeWords(expected: string): Words | undefined {
  const kind = Object.hasOwn(kinds, expected) ? kinds[expected] : undefined;
  return kind && { zh: `须为${kind.zh}`, en: `must be ${kind.en}` };
}

/** Of shapes that one field tells apart, that field is missing or says none of them. */
function kindWords(input: unknown, key: string, options: string[]): Words {
  const isThere = typeof input === 'object' && input !== null && key in input;
  return isThere ? choiceWords(options) : missing;
}

/** Which kinds of value there are, where it is none of them. */
function formWords(input: unknown, forms: readonly (readonly z.core.$ZodIssue[])[]): Words | undefined {
  if (input === undefined) return missing;
  const asked = forms.map(kindsAsked);
  if (asked.length === 0 || asked.some(kindsOfForm => kindsOfForm.length === 0)) return undefined;
  const all = asked.flat();
  return {
    zh: `须为${all.map(({ zh }) => zh).join('，或')}`,
    en: `must be ${all.map(({ en }) => en).join(', or ')}`,
  };
}

/** None where it is the kind, and something inside it is wrong. */
function kindsAsked(issues: readonly z.core.$ZodIssue[]): Words[] {
  return issues.flatMap(issue => {
    if (issue.path.length > 0) return [];
    if (issue.code === 'invalid_value')
      return issue.values.map(value => ({ zh: ` ${String(value)}`, en: String(value) }));
    const kind =
      issue.code === 'invalid_type' && Object.hasOwn(kinds, issue.expected) ? kinds[issue.expected] : undefined;
    return kind ? [kind] : [];
  });
}

function choiceWords(options: string[]): Words {
  return { zh: `须是其中之一：${options.join(', ')}`, en: `must be one of ${options.join(', ')}` };
}

function mostWords(origin: string, most: string, inclusive: boolean): Words | undefined {
  switch (origin) {
    case 'string':
      return { zh: `太长，最多 ${most} 字`, en: `is too long: at most ${most} characters` };
    case 'array':
      return { zh: `太多，最多 ${most} 个`, en: `holds too many: at most ${most}` };
    case 'number':
    case 'int':
      return inclusive
        ? { zh: `须不大于 ${most}`, en: `must be ${most} or less` }
        : { zh: `须小于 ${most}`, en: `must be less than ${most}` };
    default:
      return undefined;
  }
}

function leastWords(origin: string, least: string, inclusive: boolean): Words | undefined {
  switch (origin) {
    case 'string':
      return least === '1'
        ? { zh: '不能为空', en: 'must not be empty' }
        : { zh: `太短，至少 ${least} 字`, en: `is too short: at least ${least} characters` };
    case 'array':
      return { zh: `至少 ${least} 个`, en: `must hold ${least} or more` };
    case 'number':
    case 'int':
      return inclusive
        ? { zh: `须不小于 ${least}`, en: `must be ${least} or more` }
        : { zh: `须大于 ${least}`, en: `must be more than ${least}` };
    default:
      return undefined;
  }
}

function formatWords(format: string): Words | undefined {
  switch (format) {
    case 'date':
      return { zh: '不是日期，请按 2026-11-30 这样写', en: 'is not a day such as 2026-11-30' };
    case 'url':
      return { zh: '不是 http:// 或 https:// 开头的链接', en: 'is not a link that begins with http:// or https://' };
    default:
      return undefined;
  }
}

const nameOf = /^\/\^\[A-Za-z0-9_-\]\{(?<least>\d+),(?<most>\d+)\}\$\/$/;
const version = String.raw`/^\d+\.\d+\.\d+$/`;

/** What the usual patterns ask for. */
function patternWords(pattern: string): Words {
  const { least = '', most } = nameOf.exec(pattern)?.groups ?? {};
  if (most !== undefined)
    return {
      zh: `只能用英文字母、数字、_ 和 -，${least} 到 ${most} 个`,
      en: `takes letters, digits, _ and - only, ${least} to ${most} of them`,
    };
  if (pattern === version) return { zh: '须写成 1.2.3 这样', en: 'has to be like 1.2.3' };
  return { zh: '写法不对', en: 'is not written as it has to be' };
}
