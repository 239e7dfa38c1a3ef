import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { formatIn } from '#web/format.ts';
import { milestonesPage } from '#web/milestone/milestones-page.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { buildChecklist } from '../../support/build-checklist.ts';
import { buildOpen } from '../../support/build-open.ts';

const t = openWords(key => assert.fail(`no word "${key}"`)).translate('zh-CN');
const format = formatIn({ language: 'zh-CN', t, timeZone: 'Asia/Shanghai', now: () => new Date(0) });
const viewSchema = z.object({ rows: z.array(z.object({ name: z.string() })), lead: z.string() });

const milestones = Array.from({ length: 1_000 }, (_, index) => ({
  ...{ id: `m${index}`, name: `第 ${index} 版`, sha256: 'ab'.repeat(32), size: 1, by: 'local' },
  ...{ at: '2026-11-18T06:40:00.000Z', trail: { seq: index + 1, head: '' }, claimed: 60, supported: null, grade: null },
}));
const open = buildOpen({ ...buildAssessment(), milestones }, buildChecklist());

test('of a thousand milestones a page looks at fifty files and shows the newest first', async () => {
  let looked = 0;
  const stateOf = async () => {
    looked += 1;
    return 'there' as const;
  };
  const typed = { name: '', note: '' };
  const namesOn = async (page: unknown) => {
    const { view } = await milestonesPage({ open, typed, faults: [], page }, { stateOf }, format);
    return viewSchema.parse(view).rows.map(({ name }) => name);
  };
  const first = await namesOn(undefined);
  assert.equal(looked, 50);
  assert.deepEqual([first.length, first[0], first.at(-1)], [50, '第 999 版', '第 950 版']);
  assert.deepEqual((await namesOn('20')).at(-1), '第 0 版');
  assert.deepEqual(await namesOn('99999'), await namesOn('20'));
  assert.deepEqual(await namesOn(['2', '3']), first);
});
