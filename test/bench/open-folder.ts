import { openStore } from '../store/open-store.ts';

/** Opens the assessments in the folder of the first argument; prints how long that took and the memory then. */
const before = process.memoryUsage().rss;
const started = performance.now();
const store = await openStore(process.argv[2] ?? '');
const took = performance.now() - started;
const assessments = store.summaries().length;
console.log(JSON.stringify({ took, assessments, before, memory: process.memoryUsage().rss }));
process.exit();
