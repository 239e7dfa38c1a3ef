import path from 'node:path';
import { demo } from '../demo.ts';

/** The demo on a free port, whatever is set for the real program; tells its link and stops when whoever forked it lets go or is gone. */
const letGo = new Promise(resolve => process.once('disconnect', resolve));
// Ctrl+C reaches this process as well; the other one ends the rehearsal first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
const checklistsFolder = path.join(import.meta.dirname, '../../../checklists');
const server = await demo({ PORT: '0', LAN_PORT: '0', LOG_LEVEL: 'error' }, checklistsFolder);
if (process.connected) process.send?.(server.link);
await letGo;
await server.stop();
