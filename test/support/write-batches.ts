import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const perBatch = 12;

type Where = { root: string; folder: string };

/** The runner starts a process for each file it is given, and reading the program takes such a process longer than most tests: several share one. Browser tests are long and begin first, each in its own. */
export function writeBatches(files: string[], { root, folder }: Where): string[] {
  const alone = files.filter(isLong).map(file => [file]);
  const shared = chunks(files.filter(file => !isLong(file)));
  return [...alone, ...shared].map((batch, index) => {
    const file = path.join(folder, nameOf(batch, index));
    writeFileSync(file, batch.map(each => `import ${JSON.stringify(urlOf(root, each))};\n`).join(''));
    return file;
  });
}

function isLong(file: string): boolean {
  return file.startsWith(`e2e${path.sep}`);
}

function chunks(files: string[]): string[][] {
  return Array.from({ length: Math.ceil(files.length / perBatch) }, (_, index) =>
    files.slice(index * perBatch, (index + 1) * perBatch),
  );
}

/** The runner goes by name and reports it when a whole process fails. */
function nameOf(batch: string[], index: number): string {
  const [first = ''] = batch;
  const words = first.replace('.test.ts', '').replaceAll(path.sep, '-');
  return `${String(index).padStart(3, '0')}-${words}${batch.length > 1 ? `-and-${batch.length - 1}-more` : ''}.test.mjs`;
}

function urlOf(root: string, file: string): string {
  return pathToFileURL(path.join(root, file)).href;
}
