import type { Report } from '#report/report.ts';
import { contentDisposition } from '../content-disposition.ts';
import type { Format } from '../format.ts';

/** The header that names a file of the report after city and period. */
export function reportFileName({ assessment }: Report, extension: string, { t }: Format): string {
  const { city, period, referenceDate } = assessment.setup;
  return contentDisposition(
    `${t('report.file-name', { city, period })}.${extension}`,
    `report-${referenceDate}.${extension}`,
  );
}
