import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Row } from './row.ts';

/** `npm run bench [part of a name]`: each `*.bench.ts` in a process of its own; a whole run is written to RESULTS.md. */
const wanted = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.bench.ts') && wanted.every(part => file.includes(part)))
  .sort();
if (benches.length === 0) throw new Error(`no benchmark found for "${wanted.join(' ')}"`);

const sections = benches.map(file => `## ${path.basename(file, '.bench.ts')}\n\n${table(rowsOf(file))}\n`);
const results = [heading(), ...sections].join('\n');
console.log(results);
if (wanted.length === 0) writeFileSync(path.join(import.meta.dirname, 'RESULTS.md'), results);

function rowsOf(file: string): Row[] {
  const run = `const { bench } = await import(${JSON.stringify(path.join(import.meta.dirname, file))}); process.stdout.write('\\n' + JSON.stringify(await bench()) + '\\n', () => process.exit());`;
  const child = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', run], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (child.status !== 0) throw new Error(`${file} ended with ${child.status}: ${child.stdout}`);
  return JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '[]');
}

function table(rows: Row[]): string {
  const lines = rows.map(
    row =>
      `| ${row.what} | ${row.measured} | ${row.baseline} | ${row.ratio} | ${row.target} | ${row.met ? 'yes' : '**no**'} |`,
  );
  return [
    '| what | measured | baseline, same run | ratio | target | met |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function heading(): string {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'));
  return `# Measurements\n\n\`npm run bench\`, Rencheng ${version}, ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${os.platform()} ${os.arch()}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, load ${os.loadavg()[0]?.toFixed(1)} at the end. Machines here are shared: read the ratios, not the figures.\n`;
}
