import { z } from 'zod';
import type { DocumentStep } from '#report/document-renderer.ts';
import type { PrintedReport } from '#report/printed-report.ts';

/** What the program that sets documents is asked for. */
export type DocumentJob = { kind: 'pdf' | 'docx'; reports: readonly PrintedReport[] };

/** Written by `setting-program.ts` alone, so what stands in it is not looked at again. */
export const documentJobSchema = z.custom<DocumentJob>(job => typeof job === 'object' && job !== null);

const steps = ['starting', 'pictures', 'pages', 'file'] as const satisfies readonly DocumentStep[];

/** What it answers: steps, then one of the others. */
export const documentAnswerSchema = z.union([
  z.strictObject({ step: z.enum(steps) }),
  // `memory`: what the program uses then, in bytes.
  z.strictObject({ file: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array), memory: z.number() }),
  z.strictObject({ failed: z.enum(['refused', 'memory']), why: z.string() }),
]);
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;
