import type { Evidence } from '#assessment/evidence.ts';
import type { EvidenceKind } from '#checklist/checklist-schema.ts';
import { countsWith, validityOf } from '#scoring/evidence-validity.ts';
import { daysBetween } from '#shared/iso-day.ts';
import type { Format } from '../format.ts';

export const evidenceIcons = {
  statement: 'megaphone',
  document: 'file-text',
  operation: 'clipboard-list',
  measurement: 'gauge',
  exercise: 'siren',
  event: 'triangle-alert',
  audit: 'shield-check',
} satisfies Record<EvidenceKind, string>;

export type Tag = { classes: string; icon: string | null; text: string };

/** A warning where a record is not counted on the reference date, soon will not be, or has no date at all. */
export function validityTag(record: Evidence, referenceDate: string, { t }: Format): Tag | null {
  const validity = validityOf(record, referenceDate);
  if (validity === 'in-force') return null;
  const count = daysBetween(referenceDate, record.validUntil ?? referenceDate);
  const icon = validity === 'undated' ? 'calendar' : 'clock-alert';
  return {
    classes: countsWith(validity) ? 'is-note' : 'is-warn',
    icon,
    text: t(`evidence.validity.${validity}`, { count }),
  };
}

/** 1.4 MB, 380 KB. */
export function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
}

export function fileHref(assessmentId: string, { id, file }: Evidence): string | null {
  if (id === undefined || !file) return null;
  return `/assessments/${assessmentId}/files/${file.sha256}?${new URLSearchParams({ evidence: id })}`;
}

export function evidenceHref(assessmentId: string, id: string): string {
  return `/assessments/${assessmentId}/evidence/${encodeURIComponent(id)}`;
}
