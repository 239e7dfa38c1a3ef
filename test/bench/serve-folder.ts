import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '#src/config.ts';
import { serve } from '#src/serve.ts';

/** The program over the folder of the first argument; prints its link and memory. */
const server = await serve({
  config: { ...readConfig({ PORT: '0' }), dataFolder: process.argv[2] ?? '' },
  log: pino({ level: 'silent' }),
  checklistsFolder: path.join(import.meta.dirname, '../../checklists'),
  now: () => new Date(),
  newId: randomUUID,
});
console.log(JSON.stringify({ link: server.link, memory: process.memoryUsage().rss }));
process.once('SIGTERM', () => void server.stop());
