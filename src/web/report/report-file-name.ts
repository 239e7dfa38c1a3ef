import type { Report } from '#report/report.ts';
import { contentDisposition } from '../content-disposition.ts';
import type { Format } from '../format.ts';

/** The header that names a file of the report after city and period. */
export function reportFileName({ assessment, milestone }: Report, extension: string, { t }: Format): string {
  const { city, period, referenceDate } = assessment.setup;
  const name = milestone
    ? t('milestone.file-name', { city, period, name: milestone.name })
    : t('report.file-name', { city, period });
  return contentDisposition(`${name}.${extension}`, `report-${referenceDate}.${extension}`);
}
