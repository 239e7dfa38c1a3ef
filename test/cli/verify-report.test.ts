import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { milestoneFile } from '#report/milestone-document.ts';
import { buildReport } from '#report/report.ts';
import { reportDocument } from '#report/report-document.ts';
import { verifyReportFile } from '#src/cli/verify-report.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildChecklist } from '../support/build-checklist.ts';

const checklist = buildChecklist();
const pin = { id: 'example', version: '1.2.3', sha256: hashChecklist(checklist).sha256 };
const assessment = {
  ...buildAssessment({ a1: { ...scored(4, 'audit'), note: '说明' }, b1: scored(2) }),
  checklist: pin,
};
const document = reportDocument({
  ...buildReport(assessment, checklist, '2026-11-18T06:40:00.000Z'),
  trail: { seq: 3, head: 'cd'.repeat(32) },
});
const head = { id: 'm1', name: '定稿', keptAt: '2026-11-18T06:41:00.000Z', by: 'local', program: '0.1.0' };
const { content, sha256 } = milestoneFile(document, head);

async function verify(args: string[], language: 'zh-CN' | 'en' = 'zh-CN') {
  const lines: string[] = [];
  const code = await verifyReportFile(args, { language, print: line => lines.push(line) });
  return { code, text: lines.join('\n') };
}

test('a milestone is verified from its file alone', async context => {
  const folder = await temporaryFolder(context);
  const file = async (name: string, text: string | Buffer) => {
    await writeFile(path.join(folder, name), text);
    return path.join(folder, name);
  };

  await context.test('one that is whole gives 0 and its hash', async () => {
    const { code, text } = await verify([await file('whole.json', content)]);
    assert.equal(code, 0, text);
    assert.match(text, new RegExp(sha256));
    assert.match(text, /没有不一致/);
  });

  await context.test('an edited field gives 1 and is named with what stands there', async () => {
    const edited = await file('edited.json', content.replace('说明', '改过的说明'));
    const zh = await verify([edited]);
    assert.equal(zh.code, 1);
    assert.match(zh.text, /^被改动 {2}assessment\.answers\.a1\.note {2}文件里 "改过的说明"$/m);
    assert.match(
      zh.text,
      new RegExp(`^校验值不符 {2}milestone\\.sha256 {2}文件里 "${sha256}" {2}算得 "[0-9a-f]{64}"$`, 'm'),
    );
    assert.match(
      (await verify([edited], 'en')).text,
      /^changed {2}assessment\.answers\.a1\.note {2}file: "改过的说明"$/m,
    );
  });

  await context.test('an edited score stands beside the one that was computed', async () => {
    const { score } = document.result.claimed.shown;
    const edited = await file(
      'score.json',
      content.replace(
        `"shown":{"coverage":50,"high":80,"low":30,"score":${score}}`,
        '"shown":{"coverage":50,"high":80,"low":30,"score":99}',
      ),
    );
    const { code, text } = await verify([edited]);
    assert.equal(code, 1);
    assert.match(text, new RegExp(`^得数不符 {2}result\\.claimed\\.shown\\.score {2}文件里 99 {2}算得 ${score}$`, 'm'));
  });

  await context.test('an export without a checklist needs one beside it', async () => {
    const { definition: _left, ...older } = document;
    const report = await file('older.json', JSON.stringify(older));
    assert.equal((await verify([report])).code, 2);
    const given = await file('checklist.json', JSON.stringify(checklist));
    assert.equal((await verify([report, '--checklist', given])).code, 0);
    assert.equal((await verify([report, '--checklist', report])).code, 2);
  });

  await context.test('what cannot be checked gives 2, wrong usage too', async () => {
    assert.equal((await verify([await file('no.json', 'not json')])).code, 2);
    assert.equal((await verify([await file('gb.json', Buffer.from([0x22, 0xd6, 0xd0, 0x22]))])).code, 2);
    assert.equal((await verify([path.join(folder, 'nothing.json')])).code, 2);
    assert.equal((await verify([folder])).code, 2);
    for (const args of [[], ['a', 'b'], ['--unknown', 'a'], ['a', '--checklist', '']])
      assert.match((await verify(args)).text, /用法/);
  });

  await context.test('a JSON file that is no report is said to differ from one', async () => {
    assert.equal((await verify([await file('other.json', '{"schema":"other"}')])).code, 1);
  });

  await context.test('nothing in a file can move the cursor or hide in the output', async () => {
    const edited = await file('escape.json', content.replace('说明', '\\u001b[2J\\u202e\\u200b'));
    const { text } = await verify([edited]);
    assert.match(text, /\\u001b\[2J\\u202e\\u200b/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    assert.doesNotMatch(text, /[\u001b\u202e\u200b]/);
  });
});
