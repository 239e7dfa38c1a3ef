import { z } from 'zod';
import { lineSchema } from '#shared/plain-text.ts';

const typeSchema = z.enum([
  'application/pdf',
  'application/ofd',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'text/plain',
  'text/csv',
]);
export type EvidenceFileType = z.infer<typeof typeSchema>;

/** What may be kept as evidence, with the extensions that a file of the type may have, the usual one first. */
export const evidenceFileTypes = {
  'application/pdf': ['pdf'],
  'application/ofd': ['ofd'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/msword': ['doc', 'wps'],
  'application/vnd.ms-excel': ['xls', 'et'],
  'application/vnd.ms-powerpoint': ['ppt', 'dps'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
} as const satisfies Record<EvidenceFileType, readonly string[]>;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** 20 MB a file, 2 GB an assessment. */
export const fileLimits = { bytes: 20 * 1024 * 1024, bytesOfAssessment: 2 * 1024 ** 3 };

/** A file as it is kept: by the hash of its content, with the name it is handed out under and the type its content has. */
export const evidenceFileSchema = z.strictObject({
  sha256: sha256Schema,
  name: lineSchema(200),
  size: z.int().min(1),
  type: typeSchema,
});
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

export function isSameFile(a: EvidenceFile | undefined, b: EvidenceFile | undefined): boolean {
  return a?.sha256 === b?.sha256 && a?.name === b?.name && a?.size === b?.size && a?.type === b?.type;
}
