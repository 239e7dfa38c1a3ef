import path from 'node:path';
import type { Answer } from '#assessment/answer.ts';
import { charts } from '#publish/charts/draw-charts.ts';
import { chartNames } from '#report/chart-names.ts';
import { buildReport, type Report } from '#report/report.ts';
import type { DemoAnswer } from '#src/cli/demo-answer.ts';
import { demoAnswers, demoProfile } from '#src/cli/demo-city.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { formatIn } from '#web/format.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment } from './build-assessment.ts';

const generatedAt = '2026-11-18T06:40:00.000Z';
const reference = Date.parse('2026-11-30');

/** The report of the demo city with its dates, or of the same assessment before its first answer. */
export async function demoReport(filled: 'filled' | 'empty' = 'filled'): Promise<Report> {
  const builtIn = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../checklists'));
  const loaded = builtIn.find(({ id }) => id === 'resilient-city');
  if (!loaded) throw new Error('no checklist');
  const answers = filled === 'filled' ? Object.fromEntries(demoAnswers.map(answerOf)) : {};
  const setup = { profile: demoProfile, policy: { bottomLineCap: true } };
  return {
    ...buildReport(buildAssessment(answers, setup), loaded, generatedAt),
    trail: { seq: 37, head: 'ab'.repeat(32) },
  };
}

function answerOf([item, { evidence = [], ...answer }]: DemoAnswer): [string, Answer] {
  const dated = evidence.map(({ ago, validFor, ...record }) => ({
    ...record,
    ...(ago === undefined ? {} : { date: dayAgo(ago) }),
    ...(ago === undefined || validFor === undefined ? {} : { validUntil: dayAgo(ago - validFor) }),
  }));
  return [item, { ...answer, evidence: dated }];
}

function dayAgo(days: number): string {
  return new Date(reference - days * 86_400_000).toISOString().slice(0, 10);
}

/** Words and numbers of one language; a missing word fails. */
export function wordingIn(language: 'zh-CN' | 'en') {
  const words = openWords(key => {
    throw new Error(`no word "${key}"`);
  });
  return formatIn({ language, t: words.translate(language), timeZone: 'Asia/Shanghai', now: () => new Date(0) });
}

/** Its first five charts as files. */
export async function demoCharts(language: 'zh-CN' | 'en'): Promise<string[]> {
  const report = await demoReport();
  const format = wordingIn(language);
  return chartNames(report)
    .slice(0, 5)
    .flatMap(name => charts.svg(report, name, format) ?? []);
}
