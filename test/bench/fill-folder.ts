import path from 'node:path';
import { createAssessment } from '#assessment/create-assessment.ts';
import { recordAnswer } from '#assessment/record-answer.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { openAssessmentStore } from '#store/assessment-store.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { openChecklistStore } from '#store/checklist-store.ts';
import { openDataFolder } from '#store/data-folder.ts';

/** Fills the folder of the first argument with as many assessments as the second says, every item answered. */
const log = { info: () => {}, warn: () => {}, error: () => {} };
const folder = await openDataFolder(process.argv[2] ?? '', log);
const builtIn = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../checklists'));
const checklists = await openChecklistStore({ folder: folder.path, builtIn, log });
const assessments = await openAssessmentStore({ folder: folder.path, log, summarise: ({ id }) => id });
const [version] = checklists.list();
if (!version) throw new Error('no checklist');
await checklists.keep(version);

const stamp = { by: 'local', at: '2026-11-01T00:00:00.000Z' };
const setup = {
  city: '示例市',
  period: '2026 年度',
  referenceDate: '2026-11-30',
  profile: {},
  scope: { areas: ['lifeline'] },
};
const evidence = [{ id: 'e', kind: 'operation' as const, title: '近 12 个月运行记录导出', date: '2026-10-01' }];
const valueFor = ({ kind }: Item) => (kind === 'metric' ? 92 : 3);
const ids = Array.from({ length: Number(process.argv[3]) }, (_, index) => `bench-${index}`);
for (let start = 0; start < ids.length; start += 50) await Promise.all(ids.slice(start, start + 50).map(fillOne));
await assessments.close();
await folder.release();

async function fillOne(id: string): Promise<void> {
  if (!version) return;
  const { checklist, pin } = version;
  await assessments.create(
    createAssessment({ id, checklist: pin, setup: { ...setup, city: `${setup.city} ${id}` }, ...stamp }),
  );
  await Promise.all(
    itemsOf(scopeChecklist(checklist, setup.scope)).map(item => {
      const answer = { answer: 'scored', value: valueFor(item), note: '备注'.repeat(40), evidence };
      return assessments.commit(id, assessment =>
        recordAnswer(assessment, checklist, { itemId: item.id, expectedRev: 0, answer, ...stamp }),
      );
    }),
  );
}
