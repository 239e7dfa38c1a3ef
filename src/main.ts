import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { explainFailure } from './explain-failure.ts';
import { serve } from './serve.ts';

try {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const server = await serve({
    config,
    log,
    checklistsFolder: path.join(import.meta.dirname, '../checklists'),
    now: () => new Date(),
    newId: randomUUID,
  });
  console.log(`韧城 Rencheng: ${server.link}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 1;
}
