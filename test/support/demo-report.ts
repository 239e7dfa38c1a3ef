import path from 'node:path';
import type { Answer } from '#assessment/answer.ts';
import { charts } from '#publish/charts/draw-charts.ts';
import { chartNames } from '#report/chart-names.ts';
import { buildReport, type Report } from '#report/report.ts';
import { demoAnswers } from '#src/cli/demo-city.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { formatIn } from '#web/format.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment } from './build-assessment.ts';

/** The demo city without its dates, which only decide what is in force. */
export async function demoReport(): Promise<Report> {
  const [loaded] = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../checklists'));
  if (!loaded) throw new Error('no checklist');
  const answers = Object.fromEntries(
    demoAnswers.map(([item, { evidence = [], ...answer }]): [string, Answer] => [
      item,
      { ...answer, evidence: evidence.map(({ ago: _ago, validFor: _validFor, ...record }) => record) },
    ]),
  );
  const assessment = buildAssessment(answers, { profile: { smartRoads: false } });
  return buildReport(assessment, loaded, '2026-11-18T06:40:00.000Z');
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
