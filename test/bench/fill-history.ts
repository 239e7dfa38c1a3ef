import path from 'node:path';
import { createAssessment } from '#assessment/create-assessment.ts';
import { findRecord, recordAnswer } from '#assessment/record-answer.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import { openAssessmentStore } from '#store/assessment-store.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { openChecklistStore } from '#store/checklist-store.ts';
import { openDataFolder } from '#store/data-folder.ts';

/** Fills the folder of the first argument with one assessment of as many changes as the second says, over all items in turn. */
const log = { info: () => {}, warn: () => {}, error: () => {} };
const folder = await openDataFolder(process.argv[2] ?? '', log);
const builtIn = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../checklists'));
const checklists = await openChecklistStore({ folder: folder.path, builtIn, log });
const assessments = await openAssessmentStore({ folder: folder.path, log, summarise: ({ id }) => id });
const [version] = checklists.list();
if (!version) throw new Error('no checklist');
const { checklist, pin } = version;
await checklists.keep(version);

const stamp = { by: 'local', at: '2026-11-01T00:00:00.000Z' };
const setup = { city: '示例市', period: '2026 年度', referenceDate: '2026-11-30', profile: {} };
await assessments.create(createAssessment({ id: 'bench', checklist: pin, setup, ...stamp }));
const items = itemsOf(checklist);
const changes = Number(process.argv[3]) - 1;
for (let done = 0; done < changes; done += 250)
  await Promise.all(Array.from({ length: Math.min(250, changes - done) }, (_, index) => answerOne(done + index)));
await assessments.close();
await folder.release();

async function answerOne(index: number): Promise<void> {
  const itemId = items[index % items.length]?.id ?? '';
  const answer = {
    answer: 'unknown',
    note: `第 ${index} 次核对：${'近十二个月运行记录已导出，缺少夜间值守台账。'.repeat(4)}`,
  };
  const done = await assessments.commit('bench', assessment => {
    const expectedRev = findRecord(assessment, itemId)?.rev ?? 0;
    return recordAnswer(assessment, checklist, { itemId, expectedRev, answer, ...stamp });
  });
  if ('refused' in done) throw new Error(JSON.stringify(done.refused));
}
