import { parentPort } from 'node:worker_threads';
import { type DocumentAnswer, type DocumentJob, documentJobSchema } from './document-messages.ts';
import { setDocx } from './set-docx.ts';
import { setPdf } from './set-pdf.ts';

const setters = { pdf: setPdf, docx: setDocx };

/** The thread of `document-program.ts` that sets one document after another. */
parentPort?.on('message', async message => {
  answer(await set(documentJobSchema.parse(message)));
});

async function set({ kind, reports }: DocumentJob): Promise<DocumentAnswer> {
  try {
    const file = await setters[kind](reports, step => answer({ step }));
    return { file, memory: process.memoryUsage.rss() };
  } catch (error) {
    return { failed: 'refused', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function answer(message: DocumentAnswer): void {
  parentPort?.postMessage(message);
}
