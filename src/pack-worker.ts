import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { writePack } from '#exchange/write-pack.ts';
import type { Language } from '#shared/text.ts';
import { formatIn } from '#web/format.ts';
import { openWords } from '#web/words.ts';
import { packJobSchema } from './pack-writer.ts';

const { timeZone } = z.object({ timeZone: z.string() }).parse(workerData);
const words = openWords(key => process.emitWarning(`a word is missing: ${key}`));
const wordingIn = (language: Language) =>
  formatIn({ language, t: words.translate(language), timeZone, now: () => new Date() });
const wordings = { 'zh-CN': wordingIn('zh-CN'), en: wordingIn('en') };

/** The thread of `pack-writer.ts` that writes one pack after another. */
parentPort?.on('message', async message => {
  const { sheet, language } = packJobSchema.parse(message);
  parentPort?.postMessage({ answer: await writePack(sheet, wordings[language]) });
});
