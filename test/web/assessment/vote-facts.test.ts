import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReport } from '#report/report.ts';
import { formatIn } from '#web/format.ts';
import { discussedRow } from '#web/report/report-discussed-item.ts';
import { openWords } from '#web/words.ts';
import { minutesOf } from '#workshop/minutes.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { checklist, give, revealed } from '../../workshop/build-workshop.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));

function rowIn(language: 'zh-CN' | 'en', votes: number[], value: boolean) {
  const t = words.translate(language);
  const format = formatIn({ language, t, timeZone: 'Asia/Shanghai', now: () => new Date(0) });
  const room = give(revealed(votes, 'yes'), [{ command: 'record', value, rationale: '会场商定' }]);
  const report = buildReport(buildAssessment(), checklist, '2026-11-24T06:40:00.000Z', [minutesOf(room)]);
  const discussed = report.discussions[0]?.items[0];
  assert.ok(discussed);
  return discussedRow(discussed, { report, anchor: 'x' }, format);
}

test('yes and no are said as such, and that the room is halved', () => {
  const [round] = rowIn('zh-CN', [0, 0, 0, 1, 1, 1], true).rounds;
  assert.equal(round?.facts[0], '中位数 是与否之间');
  assert.deepEqual(
    round?.bars?.bars.map(({ level, count, classes }) => [level, count, classes]),
    [
      ['否', '3', 'bar is-median'],
      ['是', '3', 'bar is-median'],
    ],
  );
  const [english] = rowIn('en', [1, 1, 1, 1, 0], true).rounds;
  assert.equal(english?.facts[0], 'Median Yes');
  assert.equal(english?.bars?.label, 'Round 1: No: 1 vote, Yes: 4 votes');
});

test('the highest bar of an item’s rounds sets the height of all', () => {
  const [round] = rowIn('zh-CN', [1, 1, 1, 1], true).rounds;
  assert.deepEqual(
    round?.bars?.bars.map(({ height }) => height),
    ['0%', '58%'],
  );
});
