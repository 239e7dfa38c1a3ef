import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '..');

/** What each folder of `src` may import, and why. The same table stands in .biome.json (lint) and README (people). */
const table: Record<string, { folders: string[]; packages: string[]; why: string }> = {
  shared: { folders: [], packages: ['zod'], why: 'everybody leans on it, so it leans on nobody' },
  checklist: { folders: ['shared'], packages: ['zod'], why: 'what is asked knows nothing of answers' },
  assessment: { folders: ['checklist', 'shared'], packages: ['zod'], why: 'what is answered knows what was asked' },
  scoring: { folders: ['checklist', 'assessment', 'shared'], packages: [], why: 'the numbers, and nothing else' },
  workshop: {
    folders: ['scoring', 'assessment', 'checklist', 'shared'],
    packages: ['zod'],
    why: 'the live session: who may do what when, and what it adds up to',
  },
  report: {
    folders: ['workshop', 'scoring', 'assessment', 'checklist', 'shared'],
    packages: ['zod'],
    why: 'what the numbers say, before any words; zod for the published shape of the export',
  },
  store: {
    folders: ['report', 'workshop', 'scoring', 'assessment', 'checklist', 'shared'],
    packages: ['file-type', 'lowdb', 'pino', 'yaml', 'zod'],
    why: 'an edge: files',
  },
  publish: {
    folders: ['report', 'workshop', 'scoring', 'assessment', 'checklist', 'shared'],
    packages: [
      ...['@cj-tech-master/excelts', '@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js', 'csv-stringify'],
      ...['docx', 'echarts', 'yazl', 'zod'],
    ],
    why: 'an edge: documents out',
  },
  exchange: {
    folders: ['report', 'workshop', 'scoring', 'assessment', 'checklist', 'shared'],
    packages: ['@cj-tech-master/excelts', 'csv-parse', 'csv-stringify', 'yauzl', 'yazl', 'zod'],
    why: 'an edge: files that go out and come back',
  },
  web: {
    folders: ['report', 'workshop', 'scoring', 'assessment', 'checklist', 'shared'],
    packages: [
      ...['compression', 'cookie', 'ejs', 'express', 'express-rate-limit', 'helmet'],
      ...['i18next', 'markdown-it', 'multer', 'pino', 'pino-http', 'qrcode', 'zod', 'zod-openapi'],
    ],
    why: 'an edge: HTTP',
  },
};

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'));

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, 'src', file), 'utf8');
  return [...text.matchAll(/^(?:import|export)[^;]*?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm)].map(
    match => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

test('there are sources, and each lies in a folder of the table or joins everything', () => {
  assert.ok(sources.length > 30, `${sources.length} sources found`);
  const folders = new Set(sources.filter(file => file.includes('/')).map(file => file.split('/')[0] ?? ''));
  const joining = new Set(['cli']);
  assert.deepEqual(
    [...folders].filter(folder => !table[folder] && !joining.has(folder)),
    [],
  );
});

test('every folder imports only what the table allows', () => {
  const wrong = sources.flatMap(file => {
    const rules = table[file.split('/')[0] ?? ''];
    if (!rules || !file.includes('/')) return [];
    return importsOf(file).flatMap(target => (isAllowed(target, file, rules) ? [] : [`${file} imports ${target}`]));
  });
  assert.deepEqual(wrong, []);
});

/** What writes and reads files is loaded by `open-formats.ts` when it is first used. */
const late = [
  ...[
    '@cj-tech-master/excelts',
    '@myriaddreamin/typst-ts-node-compiler',
    '@resvg/resvg-js',
    'csv-parse',
    'docx',
    'echarts',
  ],
  ...['file-type', 'yauzl', 'yazl', 'zod-openapi'],
];

test('the start loads no library that nobody needs before the first chart, download or upload', () => {
  const atStart = loadedWith('main.ts');
  const packages = new Set([...atStart].flatMap(file => staticImportsOf(file).map(packageOf)));
  assert.ok(packages.has('express') && packages.has('yaml'), 'the imports were not followed');
  assert.deepEqual(
    late.filter(name => packages.has(name)),
    [],
  );
});

test('the lint rule says the same as the table', () => {
  const { overrides } = JSON.parse(readFileSync(path.join(root, '.biome.json'), 'utf8'));
  const folders = Object.keys(table);
  for (const [folder, { folders: allowed, why }] of Object.entries(table)) {
    const forbidden = folders.filter(other => other !== folder && !allowed.includes(other)).map(other => `#${other}/*`);
    const override = overrides.find(({ includes }: { includes: string[] }) => includes[0] === `src/${folder}/**`);
    const [pattern] = override.linter.rules.style.noRestrictedImports.options.patterns;
    assert.deepEqual(pattern, { group: [...forbidden, '#src/*'], message: `${folder}: ${why}` });
  }
});

test('the README maps every folder of src', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  for (const folder of Object.keys(table)) assert.ok(readme.includes(`src/${folder}/`), `README has no src/${folder}/`);
});

function isAllowed(
  target: string,
  file: string,
  { folders, packages }: { folders: string[]; packages: string[] },
): boolean {
  if (target.startsWith('node:')) return true;
  if (target.startsWith('#')) return folders.includes(target.slice(1).split('/')[0] ?? '');
  if (target.startsWith('.')) {
    const folder = file.split('/')[0] ?? '';
    return path.posix.join(path.posix.dirname(file), target).startsWith(`${folder}/`);
  }
  return packages.includes(target.startsWith('@') ? target : (target.split('/')[0] ?? ''));
}

/** The files of `src` that come with one of them, itself included. */
function loadedWith(first: string): Set<string> {
  const found = new Set([first]);
  for (const file of found)
    for (const target of staticImportsOf(file)) {
      if (target.startsWith('#')) found.add(target.slice(1).replace(/^src\//, ''));
      if (target.startsWith('.')) found.add(path.posix.join(path.posix.dirname(file), target));
    }
  return found;
}

/** Types are gone when the program runs. */
function staticImportsOf(file: string): string[] {
  const text = readFileSync(path.join(root, 'src', file), 'utf8');
  return [...text.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gm)].map(match => match[1] ?? '');
}

function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}
