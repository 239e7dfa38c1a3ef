import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import type { Report } from '#report/report.ts';
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
  const ladder = evidenceKindSchema.options.map(kind =>
    t('report.method.ladder', { kind: t(`assessment.evidence.${kind}`), level: ceilings[kind] }),
  );
  return [
    t('report.method.self'),
    t('report.method.proposals'),
    t('report.method.score'),
    t('report.method.open'),
    t('report.method.supported', { ladder: format.list(ladder) }),
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
