import { type OpenAssessmentStore, openAssessmentStore } from '#store/assessment-store.ts';
import { recordingLog } from './recording-log.ts';

export type TestSummary = { id: string; seq: number; answers: number };

/** Without the lock: the folder is the test's own. */
export function openStore(folder: string, log = recordingLog()): Promise<OpenAssessmentStore<TestSummary>> {
  return openAssessmentStore({
    folder,
    log,
    summarise: ({ id, answers }, seq) => ({ id, seq, answers: Object.keys(answers).length }),
  });
}
