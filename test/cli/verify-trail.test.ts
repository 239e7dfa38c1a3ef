import assert from 'node:assert/strict';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { verifyTrail } from '../../src/cli/verify-trail.ts';
import { answer, created, minute } from '../store/assessment-changes.ts';
import { openStore } from '../store/open-store.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

async function folderOfTwo(context: TestContext) {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  for (const id of ['one', 'two']) {
    await store.create(created(id));
    await store.commit(id, answer('a1', '第一次'));
  }
  const heads = await Promise.all(['one', 'two'].map(async id => (await store.find(id))?.head));
  return { folder, heads, journal: path.join(folder, 'assessments', 'two.jsonl') };
}

async function run(args: string[], language: 'zh-CN' | 'en' = 'en', dataFolder = 'none') {
  const lines: string[] = [];
  const code = await verifyTrail(args, {
    language,
    print: line => void lines.push(line),
    dataFolder: () => dataFolder,
  });
  return { code, lines };
}

test('every assessment has its line with number of changes, hash and finding; all whole is 0', async context => {
  const { folder, heads } = await folderOfTwo(context);
  assert.deepEqual(await run(['--data-dir', folder]), {
    code: 0,
    lines: [`one  2  ${heads[0]}  ok`, `two  2  ${heads[1]}  ok`, 'assessments: 2, with problems: 0'],
  });
  assert.deepEqual(await run(['two'], 'zh-CN', folder), {
    code: 0,
    lines: [`two  2  ${heads[1]}  完整`, '评价 1 份，有问题 0 份'],
  });
});

test('a broken chain and an unknown id are told in the set language and make the exit code 1', async context => {
  const { folder, journal } = await folderOfTwo(context);
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('示例市', '样例市'));
  const { code, lines } = await run([`--data-dir=${folder}`, 'two', 'none'], 'zh-CN');
  assert.equal(code, 1);
  assert.match(lines[0] ?? '', /^two {2}1 {2}[0-9a-f]{64} {2}有问题：日志第 3 行与前一行不衔接$/);
  assert.deepEqual(lines.slice(1), ['none  没有这份评价', '评价 2 份，有问题 2 份']);
});

test('a torn last line is told as such and leaves the exit code 0', async context => {
  const { folder, journal } = await folderOfTwo(context);
  await appendFile(journal, '{"v":1');
  const { code, lines } = await run(['--data-dir', folder, 'two']);
  assert.equal(code, 0);
  assert.match(lines[0] ?? '', /ok; the last 6 bytes are a line that was not written to its end/);
});

test('where the clock ran backwards is told and leaves the exit code 0', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  await store.create(created('one', minute(60)));
  await store.commit('one', answer('a1', '早', minute(5)));
  await store.commit('one', answer('a1', '晚', minute(6)));
  await store.close();
  const { code, lines } = await run(['--data-dir', folder], 'zh-CN');
  assert.equal(code, 0);
  assert.match(lines[0] ?? '', /完整；有 1 条变更的时间早于前一条（第 2 条）/);
});

for (const args of [['--folder', 'x'], ['--data-dir'], ['--data-dir', ''], ['-x']])
  test(`"${args.join(' ')}" is wrong usage: told with exit code 2, nothing is read`, async () => {
    const { code, lines } = await run(args);
    assert.equal(code, 2);
    assert.match(lines.join(), /^usage: npm run rencheng -- verify-trail/);
  });
