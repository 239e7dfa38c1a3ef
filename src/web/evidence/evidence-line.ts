import type { Evidence } from '#assessment/evidence.ts';
import type { Format } from '../format.ts';

/** A record in one line: "文件：普查报告（示住建〔2026〕1 号、2026年3月1日、有效至 …）". */
export function evidenceWords({ kind, title, number, date, validUntil }: Evidence, format: Format): string {
  const { t } = format;
  const until = validUntil === undefined ? undefined : t('report.evidence.until', { day: format.day(validUntil) });
  const details = [number, date && format.day(date), until].filter(detail => detail !== undefined);
  const words = { kind: t(`assessment.evidence.${kind}`), title };
  return details.length === 0
    ? t('report.evidence.line', words)
    : t('report.evidence.line.details', { ...words, details: format.list(details) });
}
