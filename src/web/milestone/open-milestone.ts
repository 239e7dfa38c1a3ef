import { hash } from 'node:crypto';
import type { Assessment } from '#assessment/assessment.ts';
import type { KeptMilestone } from '#assessment/milestone.ts';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Report } from '#report/report.ts';
import { reportDocumentSchema } from '#report/report-document.ts';
import { reportOfDocument } from '#report/report-of-document.ts';
import { type Difference, verifyReport } from '#report/verify-report.ts';
import { AppError } from '#shared/app-error.ts';
import { keepLatest } from '../keep-latest.ts';
import type { Site } from '../site.ts';

/** A milestone as its file has it. `recomputed`: what this program computes otherwise than the one that kept it. */
export type OpenMilestone = { entry: KeptMilestone } & (
  | { state: 'whole'; document: unknown; report: Report; recomputed: Difference[] }
  | { state: 'missing' }
  | { state: 'altered'; differences: Difference[] }
);

type Kept = Pick<Assessment, 'id' | 'milestones'>;

/** What the trail knows of it. Throws AppError `not-found`. */
export function findMilestone({ milestones = [] }: Kept, id: unknown): KeptMilestone {
  const entry = milestones.find(milestone => milestone.id === id);
  if (!entry) throw new AppError('not-found');
  return entry;
}

/** What a file is judged to be depends on its bytes and the trail's entry alone, and takes a while for a large checklist. */
const judgedLately = keepLatest<OpenMilestone>(8);

/** Read anew each time. Throws AppError `storage-failed`. */
export async function openMilestone(
  { milestones }: Pick<Site, 'milestones'>,
  { id: assessment }: Kept,
  entry: KeptMilestone,
): Promise<OpenMilestone> {
  const bytes = await milestones.read({ assessment, id: entry.id });
  if (!bytes) return { entry, state: 'missing' };
  const key = [entry.id, entry.sha256, hash('sha256', bytes)].join(' ');
  return judgedLately(key, () => judge(entry, bytes));
}

function judge(entry: KeptMilestone, bytes: Uint8Array): OpenMilestone {
  const document = parseJson(bytes);
  const { sha256, differences } = verifyReport(document);
  const parsed = reportDocumentSchema.safeParse(document);
  const checklist = parsed.success ? parseChecklist(parsed.data.definition) : undefined;
  if (sha256 !== entry.sha256 || !parsed.success || !checklist?.ok) {
    return { entry, state: 'altered', differences: [...differences, ...otherMilestone(entry, sha256, differences)] };
  }
  return {
    entry,
    state: 'whole',
    document,
    report: reportOfDocument(parsed.data, checklist.value),
    recomputed: differences,
  };
}

/** A file that agrees with itself and is not the one that the trail names. */
function otherMilestone(entry: KeptMilestone, said: string | undefined, differences: Difference[]): Difference[] {
  return differences.some(({ kind }) => kind === 'hash') || said === entry.sha256
    ? []
    : [{ kind: 'hash', path: 'milestone.sha256', said, computed: entry.sha256 }];
}

/** Undefined where it is no JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
