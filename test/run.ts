import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { writeBatches } from './support/write-batches.ts';

/** Runs every test file by name: a glob given to the runner can silently find none (Node 20, TypeScript). Arguments narrow by a part of the path. */
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.test.ts') && wanted.every(part => file.includes(part)))
  .sort();
if (files.length === 0) throw new Error(`no test file found for "${wanted.join(' ')}"`);

// Unpacked once here: two test files unpacking it at the same time would trip over each other.
if (files.some(file => file.includes('e2e'))) await chromium.executablePath();

// The runner's own choice leaves one core idle: on two cores everything would run one after another.
const concurrency = `--test-concurrency=${os.availableParallelism()}`;
const folder = mkdtempSync(path.join(os.tmpdir(), 'rencheng-batches-'));
const batches = writeBatches(files, { root: import.meta.dirname, folder });
const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--test', concurrency, ...batches], {
  stdio: 'inherit',
});
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
