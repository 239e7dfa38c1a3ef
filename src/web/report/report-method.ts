import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import type { Report } from '#report/report.ts';
import { isUsualScale } from '#report/step.ts';
import { ceilings } from '#scoring/evidence-ceiling.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';
import { bandKey } from './report-heatmaps.ts';
import { gradeWords } from './report-words.ts';

/** How the numbers come about and what they cannot say, as paragraphs. */
export function methodPart(report: Report, format: Format): string[] {
  const { t } = format;
  const { grades, minimumCoverage, maximumExcluded } = report.checklist;
  const bands = grades.map(({ id, from }) => t('report.method.band', { grade: gradeWords(id, report, format), from }));
  return [
    t('report.method.self'),
    t('report.method.proposals'),
    t('report.method.score'),
    t('report.method.open'),
    supportedWords(report, format),
    t('report.method.grade', {
      bands: format.list(bands),
      minimum: format.percent(roundScore(100 * minimumCoverage)),
      maximum: format.percent(roundScore(100 * maximumExcluded)),
    }),
    ...(report.heatmaps.length + report.matrices.length > 0
      ? [t('charts.method.heatmap', { bands: format.list(bandKey(format).map(({ words }) => words)) })]
      : []),
    t('report.method.rounding'),
  ];
}

/** By level where levels run from 0 to 5, otherwise by the share of the score. */
function supportedWords({ checklist }: Report, format: Format): string {
  const { t } = format;
  const kinds = evidenceKindSchema.options.map(kind => ({
    kind: t(`assessment.evidence.${kind}`),
    level: ceilings[kind],
    share: format.percent(20 * ceilings[kind]),
  }));
  return isUsualScale(checklist.scale)
    ? t('report.method.supported', { ladder: format.list(kinds.map(of => t('report.method.ladder', of))) })
    : t('report.method.supported.share', { ladder: format.list(kinds.map(of => t('report.method.ladder.share', of))) });
}
