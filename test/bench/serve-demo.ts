import path from 'node:path';
import { demo } from '#src/cli/demo.ts';

/** The demo in a process of its own; prints its link. */
const server = await demo({ PORT: '0', LOG_LEVEL: 'silent' }, path.join(import.meta.dirname, '../../checklists'));
console.log(server.link);
process.once('SIGTERM', () => void server.stop());
