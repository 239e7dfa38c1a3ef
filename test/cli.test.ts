import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '..');

test('a command is run with its arguments, in the set language, and gives its exit code', () => {
  const { status, stdout } = run(['lint-checklists', 'none'], { DEFAULT_LANGUAGE: 'en' });
  assert.equal(stdout, 'none:1:1: no such file or folder\nchecklists: 1, findings: 1\n');
  assert.equal(status, 1);
});

test('verify-trail reads the folder of the settings, names what is wrong with it and fails', () => {
  const { status, stderr } = run(['verify-trail'], { DATA_DIR: 'none' });
  assert.match(stderr, /none 不是数据文件夹.*none is no data folder/s);
  assert.equal(status, 1);
  assert.equal(run(['verify-trail', '--data-dir']).status, 2);
});

test('an unknown command lists the known ones and fails', () => {
  const { status, stderr } = run(['paint']);
  assert.match(stderr, /lint-checklists \[folder …\]/);
  assert.equal(status, 1);
});

function run(args: string[], environment: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}
