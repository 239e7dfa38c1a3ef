import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { lintChecklists } from '../../src/cli/lint-checklists.ts';

const builtIn = path.join(import.meta.dirname, '../../checklists');

test('the built-in checklists have no findings', async () => {
  assert.deepEqual(await lint([]), { code: 0, lines: ['checklists: 3, findings: 0'] });
});

test('a finding is printed with its place, severity and rule, and makes the exit code 1', async t => {
  const folder = await copyOfBuiltIn(t, file =>
    file.replace(/^ {2}zh: 生命线安全工程与市政设施$/m, '  zh: 生命线,市政设施'),
  );
  const area = path.join(folder, 'areas/lifeline.yaml');
  assert.deepEqual(await lint([folder]), {
    code: 1,
    lines: [
      `${area}:6:7 title.zh: ",": Chinese takes full-width punctuation [advice punctuation]`,
      'checklists: 1, findings: 1',
    ],
  });
  const { lines } = await lint([folder], { builtIn: path.dirname(folder) });
  assert.match(lines[0] ?? '', /\[error punctuation\]$/);
});

test('a fault is printed with its place and makes the exit code 1', async t => {
  const folder = await copyOfBuiltIn(t, file => file.replace('weight: 13', 'weight: -13'));
  const { code, lines } = await lint([folder]);
  assert.equal(code, 1);
  assert.match(lines[0] ?? '', /lifeline\.yaml:4:9 weight: must be 0 or more$/);
});

test('a folder that does not exist is told', async () => {
  assert.deepEqual(await lint(['none']), {
    code: 1,
    lines: ['none:1:1: no such file or folder', 'checklists: 1, findings: 1'],
  });
  const { code, lines } = await lint([], { builtIn: 'none' });
  assert.equal(code, 1);
  assert.match(lines.join(), /^none:1:1: 文件或文件夹不存在 \(no such file or folder\)$/);
});

async function lint(folders: string[], options: { builtIn?: string } = {}) {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const code = await lintChecklists(folders, { builtIn, language: 'en', print, ...options });
  return { code, lines };
}

async function copyOfBuiltIn(t: TestContext, change: (area: string) => string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-lint-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await cp(path.join(builtIn, 'resilient-city'), folder, { recursive: true });
  const area = path.join(folder, 'areas/lifeline.yaml');
  await writeFile(area, change(await readFile(area, 'utf8')));
  return folder;
}
