import { parseArgs } from 'node:util';
import { inLanguage, type Language } from '#shared/text.ts';
import { verifyAssessments } from '#store/verify-assessments.ts';
import type { VerifiedDocument } from '#store/verify-document.ts';

export const verifyTrailUsage = 'verify-trail [--data-dir folder] [assessment id …]';

export type VerifyOptions = {
  language: Language;
  print: (line: string) => void;
  /** Where the data are if the arguments do not say. */
  dataFolder: () => string;
};

/** Prints one line an assessment. Gives the exit code: 0 all whole, 1 something is not or could not be found, 2 wrong usage. */
export async function verifyTrail(args: string[], options: VerifyOptions): Promise<number> {
  const asked = parseArguments(args);
  if (!asked) {
    options.print(inLanguage(usage, options.language));
    return 2;
  }
  const { verified, unknown } = await verifyAssessments(asked.dataFolder ?? options.dataFolder(), asked.ids);
  const lines = [
    ...verified.map(document => lineOf(document, options.language)),
    ...unknown.map(id => `${id}  ${inLanguage(notThere, options.language)}`),
  ];
  const bad = verified.filter(({ problem }) => problem).length + unknown.length;
  for (const line of [...lines, summaryOf(lines.length, bad, options.language)]) options.print(line);
  return bad > 0 ? 1 : 0;
}

/** Undefined for wrong usage. */
function parseArguments(args: string[]): { dataFolder: string | undefined; ids: string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { 'data-dir': { type: 'string' } },
      allowPositionals: true,
    });
    return values['data-dir'] === '' ? undefined : { dataFolder: values['data-dir'], ids: positionals };
  } catch {
    return undefined;
  }
}

/** Fields apart by two spaces: id, number of changes, hash of the last one, what was found. */
function lineOf(document: VerifiedDocument, language: Language): string {
  const { id, seq, head, torn, clockBack } = document;
  const found = inLanguage(findingOf(document), language);
  const tail = torn > 0 ? inLanguage(tornWords(torn), language) : '';
  const clock = clockBack.length > 0 ? inLanguage(clockWords(clockBack), language) : '';
  return [id, seq, head || '-', found + tail + clock].join('  ');
}

function findingOf({ problem }: VerifiedDocument) {
  return problem ? { zh: `有问题：${problem.zh}`, en: `broken: ${problem.en}` } : whole;
}

const whole = { zh: '完整', en: 'ok' };
const notThere = { zh: '没有这份评价', en: 'there is no such assessment' };
const usage = {
  zh: `用法：npm run rencheng -- ${verifyTrailUsage}`,
  en: `usage: npm run rencheng -- ${verifyTrailUsage}`,
};

function tornWords(bytes: number) {
  return {
    zh: `；末尾 ${bytes} 字节是没有写完的一行，从未确认，不算损坏`,
    en: `; the last ${bytes} bytes are a line that was not written to its end: never acknowledged, no damage`,
  };
}

const placesNamed = 5;

function clockWords(seqs: number[]) {
  const named = seqs.slice(0, placesNamed);
  return {
    zh: `；有 ${seqs.length} 条变更的时间早于前一条（第 ${named.join('、')} 条）：时钟往回拨过或走得不准，不算损坏`,
    en: `; changes dated before the one before them: ${seqs.length} (${named.join(', ')}): the clock was put back or wrong, no damage`,
  };
}

function summaryOf(all: number, bad: number, language: Language): string {
  return inLanguage(
    { zh: `评价 ${all} 份，有问题 ${bad} 份`, en: `assessments: ${all}, with problems: ${bad}` },
    language,
  );
}
