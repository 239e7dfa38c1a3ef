import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { preflightWorkbook } from './preflight.ts';
import { refusedFile } from './refused-file.ts';

const rawCellSchema = z.object({
  row: z.int(),
  column: z.int(),
  kind: z.enum(['text', 'number', 'percent', 'boolean', 'date', 'formula', 'error']),
  text: z.string(),
});
/** A cell with something in it; numbers and days as text, so that nothing is rounded on the way. */
export type RawCell = z.infer<typeof rawCellSchema>;

const rawWorkbookSchema = z.object({
  sheets: z.array(z.object({ name: z.string(), cells: z.array(rawCellSchema), merges: z.array(z.string()) })),
  /** Days are counted from 1904, as old spreadsheets of the Macintosh do. */
  date1904: z.boolean(),
});
export type RawWorkbook = z.infer<typeof rawWorkbookSchema>;
export type RawSheet = RawWorkbook['sheets'][number];

const secondsAtMost = 20;
const resourceLimits = { maxOldGenerationSizeMb: 768 };

/** Reads a workbook in a thread of its own, with bounds to memory and time. Throws AppError `faulty-input`. */
export async function readRawWorkbook(bytes: Buffer): Promise<RawWorkbook> {
  await preflightWorkbook(bytes);
  return parseInWorker(bytes);
}

function parseInWorker(bytes: Buffer): Promise<RawWorkbook> {
  const file = new URL('./workbook-worker.js', import.meta.url);
  const worker = new Worker(file, { workerData: { bytes }, execArgv: [], resourceLimits, stdout: true, stderr: true });
  return new Promise<RawWorkbook>((resolve, reject) => {
    const timer = setTimeout(() => reject(unreadable(new Error('it took too long'))), secondsAtMost * 1_000);
    worker.once('message', message => resolve(rawWorkbookSchema.parse(message)));
    worker.once('error', error => reject(unreadable(error)));
    worker.once('exit', code => reject(unreadable(new Error(`the reader ended with ${code}`))));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}

function unreadable(cause: unknown) {
  return refusedFile('工作簿读不出来，可能已损坏', 'the workbook cannot be read; it may be damaged', { cause });
}
