import { answersOf } from '#assessment/record-answer.ts';
import { type Area, type Checklist, evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { isUsualScale } from '#report/step.ts';
import { roundScore, shownDifference, shownOf } from '#scoring/rounding.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { ceilingOfKind } from '../evidence/evidence-standing.ts';
import type { Format } from '../format.ts';
import type { OpenAssessment } from './open-assessment.ts';

/** Beside the form: what the area scores so far, and which evidence supports which level. */
export function areaRail(area: Area, open: OpenAssessment, format: Format) {
  return { score: areaScore(area, open, format), ...evidenceLadder(open.checklist, format) };
}

function areaScore(area: Area, { assessment, checklist }: OpenAssessment, format: Format) {
  const { referenceDate, profile } = assessment.setup;
  const result = scoreAssessment({ checklist, answers: answersOf(assessment), referenceDate, profile });
  const summary = result.claimed.areas[area.id];
  const { score, low, high, coverage } = shownOf(summary ?? { score: null, low: null, high: null, coverage: null });
  const supported = roundScore(result.supported.areas[area.id] ?? null);
  const words = { score: format.score(score), supported: format.score(supported) };
  const known = score !== null && low !== null && high !== null && supported !== null;
  return {
    ...words,
    bar: known ? { ...barOf({ score, low, high, supported }), thresholds: thresholdsOf(checklist.grades) } : null,
    label: known ? format.t('area.rail.bar', { ...words, low: format.score(low), high: format.score(high) }) : '',
    text: known
      ? format.t('area.rail.range', {
          low: format.score(low),
          high: format.score(high),
          coverage: format.percent(coverage),
        })
      : format.t(supported === null ? 'area.rail.nothing-counts' : 'area.rail.no-score'),
  };
}

function barOf({ score, low, high, supported }: Record<'score' | 'low' | 'high' | 'supported', number>) {
  return { score: `${score}%`, low: `${low}%`, width: `${shownDifference(high, low)}%`, supported: `${supported}%` };
}

function thresholdsOf(grades: { from: number }[]): string[] {
  return grades.filter(({ from }) => from > 0).map(({ from }) => `${from}%`);
}

/** On another scale than 0 to 5 the kinds are told by the share of the score that they carry. */
function evidenceLadder({ scale }: Checklist, { t, list, percent }: Format) {
  const usual = isUsualScale(scale);
  const ladder = [1, 2, 3, 4, 5].map(level => ({
    classes: `level level-${level}`,
    mark: usual ? String(level) : percent(20 * level),
    kinds: list(
      evidenceKindSchema.options
        .filter(kind => ceilingOfKind(kind) === level)
        .map(kind => t(`assessment.evidence.${kind}`)),
    ),
  }));
  return {
    ladder,
    ladderTitle: usual ? t('area.rail.ladder') : t('area.rail.ladder.share'),
    ladderClasses: usual ? '' : 'is-shares',
  };
}
