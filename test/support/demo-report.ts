import path from 'node:path';
import type { Answer } from '#assessment/answer.ts';
import { buildReport, type Report } from '#report/report.ts';
import type { DemoAnswer } from '#src/cli/demo-answer.ts';
import { demoAnswers } from '#src/cli/demo-city.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { buildAssessment } from './build-assessment.ts';

const generatedAt = '2026-11-18T06:40:00.000Z';
const reference = Date.parse('2026-11-30');

/** The report of the demo city with its dates, or of the same assessment before its first answer. */
export async function demoReport(filled: 'filled' | 'empty' = 'filled'): Promise<Report> {
  const [loaded] = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../checklists'));
  if (!loaded) throw new Error('no checklist');
  const answers = filled === 'filled' ? Object.fromEntries(demoAnswers.map(answerOf)) : {};
  const setup = { profile: { smartRoads: false }, policy: { bottomLineCap: true } };
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
