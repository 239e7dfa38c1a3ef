import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Difference, type Verification, verifyReport } from '#report/verify-report.ts';
import { plainJson } from '#shared/plain-json.ts';
import { inLanguage, type Language, type Text } from '#shared/text.ts';

export const verifyReportUsage = 'verify report.json [--checklist file]';

export type VerifyReportOptions = { language: Language; print: (line: string) => void };

const mostBytes = 64 * 1024 * 1024;
const mostPrinted = 200;

/** Prints what differs, a line a value. Gives the exit code: 0 all agrees, 1 something differs, 2 wrong usage, or nothing that could be checked. */
export async function verifyReportFile(args: string[], { language, print }: VerifyReportOptions): Promise<number> {
  const say = (text: Text) => print(inLanguage(text, language));
  const asked = parseArguments(args);
  if (!asked) {
    say(usage);
    return 2;
  }
  const report = await readJson(asked.report);
  if (!report.ok) {
    say(report.text);
    return 2;
  }
  const checklist = asked.checklist === undefined ? undefined : await readChecklist(asked.checklist);
  if (checklist?.ok === false) {
    say(checklist.text);
    return 2;
  }
  const verification = verifyReport(report.value, checklist?.value);
  for (const difference of verification.differences.slice(0, mostPrinted)) say(lineOf(difference));
  for (const text of summaryOf(verification)) say(text);
  return codeOf(verification);
}

type Read<T> = { ok: true; value: T } | { ok: false; text: Required<Text> };

/** Undefined for wrong usage. */
function parseArguments(args: string[]): { report: string; checklist: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { checklist: { type: 'string' } },
      allowPositionals: true,
    });
    const [report, ...more] = positionals;
    return report === undefined || more.length > 0 || values.checklist === ''
      ? undefined
      : { report, checklist: values.checklist };
  } catch {
    return undefined;
  }
}

async function readJson(file: string): Promise<Read<unknown>> {
  const refuse = (zh: string, en: string): Read<unknown> => ({
    ok: false,
    text: { zh: `${file}：${zh}`, en: `${file}: ${en}` },
  });
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return refuse('超过 64 MB，不是报告', 'larger than 64 MB, so it is no report');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('不是 JSON 文件', 'not a JSON file');
    if (error instanceof TypeError) return refuse('不是 UTF-8 编码', 'not UTF-8 text');
    return refuse('无法读取', 'cannot be read');
  }
}

async function readChecklist(file: string): Promise<Read<Checklist>> {
  const read = await readJson(file);
  if (!read.ok) return read;
  const parsed = parseChecklist(read.value);
  if (parsed.ok) return parsed;
  const [first] = parsed.faults;
  const at = first ? plainJson.path(first.path.join('.')) : '';
  return {
    ok: false,
    text: {
      zh: `${file}：不是有效的检查表（${at} ${first?.message.zh ?? ''}）`,
      en: `${file}: no valid checklist (${at} ${first?.message.en ?? ''})`,
    },
  };
}

/** Fields apart by two spaces: what, where, what the file says, what was computed. */
function lineOf(difference: Difference): Required<Text> {
  const { zh, en } = kinds[difference.kind];
  const path = plainJson.path(difference.path);
  const said = difference.said === undefined ? undefined : plainJson.value(difference.said);
  const computed =
    'computed' in difference && difference.computed !== undefined ? plainJson.value(difference.computed) : undefined;
  const fault = difference.kind === 'faulty' ? difference.fault.message : undefined;
  const line = (words: [what: string, says: string, computes: string, nothing: string], message: string | undefined) =>
    [
      words[0],
      path,
      `${words[1]} ${said ?? words[3]}`,
      ...(message ? [message] : []),
      ...('computed' in difference ? [`${words[2]} ${computed ?? words[3]}`] : []),
    ].join('  ');
  return {
    zh: line([zh, '文件里', '算得', '（没有）'], fault?.zh),
    en: line([en, 'file:', 'computed:', '(nothing)'], fault?.en),
  };
}

const kinds = {
  edited: { zh: '被改动', en: 'changed' },
  added: { zh: '多出来', en: 'added' },
  removed: { zh: '被删去', en: 'taken out' },
  computed: { zh: '得数不符', en: 'computed otherwise' },
  checklist: { zh: '检查表不符', en: 'not the checklist' },
  hash: { zh: '校验值不符', en: 'check value differs' },
  faulty: { zh: '不合规则', en: 'against the rules' },
} satisfies Record<Difference['kind'], Required<Text>>;

function summaryOf({ sha256, recomputed, differences }: Verification): Required<Text>[] {
  const left = differences.length - mostPrinted;
  return [
    ...(left > 0 ? [{ zh: `还有 ${left} 处没有列出`, en: `${left} more are not listed` }] : []),
    recomputedWords[recomputed],
    sha256 === undefined
      ? {
          zh: '这个文件不是留存版本，没有校验值；只核对了得分',
          en: 'this file is no milestone and has no check value; only the scores were checked',
        }
      : {
          zh: `按内容算出的校验值（与纸面或公文上印的对一遍）：${sha256}`,
          en: `check value computed from the content (hold it against the printed one): ${sha256}`,
        },
    differences.length === 0
      ? { zh: '没有不一致', en: 'nothing differs' }
      : { zh: `不一致 ${differences.length} 处`, en: `differences: ${differences.length}` },
  ];
}

const recomputedWords = {
  'with-own-checklist': { zh: '已用文件里的检查表重算', en: 'computed again with the checklist in the file' },
  'with-given-checklist': { zh: '已用另给的检查表重算', en: 'computed again with the given checklist' },
  'no-checklist': {
    zh: '没有重算：文件里没有可用的检查表，请用 --checklist 另给',
    en: 'not computed again: the file has no usable checklist; give one with --checklist',
  },
  'not-possible': {
    zh: '没有重算：文件不合报告的格式，或有检查项不可能的值',
    en: 'not computed again: the file is no valid report, or has values that its items cannot have',
  },
} satisfies Record<Verification['recomputed'], Required<Text>>;

function codeOf({ recomputed, differences }: Verification): number {
  if (differences.length > 0) return 1;
  return recomputed === 'no-checklist' ? 2 : 0;
}

const usage = {
  zh: `用法：npm run rencheng -- ${verifyReportUsage}`,
  en: `usage: npm run rencheng -- ${verifyReportUsage}`,
};
