import type { AssessmentStore } from '#assessment/assessment-store.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { StoreLog } from '#store/store-log.ts';

export type Sweeping = {
  assessments: Pick<AssessmentStore<AssessmentSummary>, 'summaries' | 'setAside'>;
  files: Pick<EvidenceFileStore, 'sweep'>;
  log: StoreLog;
};

const day = 86_400_000;

/** Sweeps now and once a day. A sweep that fails is logged and tried again the next day. */
export async function sweepDaily(sweeping: Sweeping): Promise<{ stop: () => Promise<void> }> {
  let current = sweepOnce(sweeping);
  await current;
  const timer = setInterval(() => {
    current = sweepOnce(sweeping);
  }, day).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}

/** Removes the evidence files that no assessment refers to, at present or in its history. What a damaged assessment refers to is not known: then nothing is removed. */
async function sweepOnce({ assessments, files, log }: Sweeping): Promise<void> {
  const setAside = assessments.setAside().length;
  if (setAside > 0) {
    log.warn({ setAside }, 'evidence files are not swept while an assessment is set aside');
    return;
  }
  try {
    await files.sweep(new Set(assessments.summaries().flatMap(hashesOf)));
  } catch (error) {
    log.error({ err: error }, 'evidence files could not be swept');
  }
}

function hashesOf({ files = [] }: AssessmentSummary): string[] {
  return files.flatMap(({ file }) => (file ? [file.sha256] : []));
}
