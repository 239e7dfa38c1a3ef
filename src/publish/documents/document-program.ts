import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { type DocumentAnswer, documentAnswerSchema } from './document-messages.ts';

/**
 * A process of its own that sets documents, because setting one takes much memory for a moment and does not let itself be stopped.
 * Its first thread only watches: over the memory that is named as its argument the process ends, and it ends with the one that forked it.
 */
const mostMemory = Number(process.argv[2]);
const usualBusyness = 10;
const lookEvery = 100;

// Pages that people wait for come first. Threads started from here on inherit it.
os.setPriority(usualBusyness);

const worker = new Worker(
  // tsx does not reach into threads by itself.
  `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(new URL('document-worker.ts', import.meta.url).href)});
  });`,
  { eval: true, execArgv: [] },
);
worker.on('message', message => answer(documentAnswerSchema.parse(message)));
worker.on('error', error => end({ failed: 'refused', why: error.stack ?? error.message }));
process.on('message', job => worker.postMessage(job));
process.on('disconnect', () => process.exit());
setInterval(() => {
  const used = process.memoryUsage.rss();
  if (used > mostMemory) end({ failed: 'memory', why: `${used} bytes in use` });
}, lookEvery);

function answer(message: DocumentAnswer): void {
  process.send?.(message);
}

function end(message: DocumentAnswer): void {
  process.send?.(message, () => process.exit(1));
}
