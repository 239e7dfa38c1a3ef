import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '#src/config.ts';
import { serve } from '#src/serve.ts';

/** The whole program on a folder; prints its link and stops when its input ends. */
const [folder = ''] = process.argv.slice(2);
const server = await serve({
  config: { ...readConfig({ PORT: '0', LAN_PORT: '0' }), dataFolder: folder },
  log: pino({ level: 'silent' }),
  checklistsFolder: path.join(import.meta.dirname, '../../../checklists'),
  now: () => new Date(),
  newId: randomUUID,
});
console.log(server.link);
process.stdin.resume();
process.stdin.once('end', () => void server.stop());
