import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { readChecklist } from './read-checklist.ts';

const jobSchema = z.object({ bytes: z.instanceof(Uint8Array), as: z.enum(['checklist', 'draft']) });

/** The thread of `checklist-reader.ts` that reads one file after another. */
parentPort?.on('message', message => {
  const { bytes, as } = jobSchema.parse(message);
  const answer = readChecklist(bytes, as, progress => parentPort?.postMessage({ progress }));
  parentPort?.postMessage({ answer });
});
