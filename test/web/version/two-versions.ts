import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { ChecklistInput } from '#checklist/checklist-schema.ts';
import { browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { startApp } from '../../support/start-app.ts';
import { writeChecklist } from '../../support/write-checklist.ts';

/** Four items: a1 stays, a2 asks something else in the next version, b1 is removed, b2 weighs more. */
const first: ChecklistInput = {
  ...buildChecklist({ id: 'growing', version: '1.9.0' }),
  facts: [{ id: 'coast', question: { zh: '是否沿海？' } }],
};

const second: ChecklistInput = {
  ...buildChecklist({
    ...{ id: 'growing', version: '1.10.0' },
    areas: [
      buildArea('a', { items: [buildItem('a1'), buildItem('a2', { meaning: 2 })] }),
      buildArea('b', { items: [buildItem('b2', { weight: 3 }), buildItem('b3')] }),
    ],
  }),
};

/** An assessment by the first version with all four items at level 4, in a program that knows the second. */
export async function startMoved(
  t: TestContext,
  { newer = second, setup = {}, ...clock }: { newer?: ChecklistInput; setup?: object; now?: () => Date } = {},
) {
  const checklistsFolder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-checklists-'));
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-test-'));
  await writeChecklist(checklistsFolder, first);
  const later: (() => Promise<void>)[] = [];
  const old = await startApp({ after: end => void later.push(end) }, { checklistsFolder, dataFolder, ...clock });
  const id = await createAssessment(old, {
    ...{ checklist: { id: 'growing' }, profile: { coast: true }, scope: { items: 'all' } },
    ...setup,
  });
  for (const item of ['a1', 'a2', 'b1', 'b2'])
    await putAnswer(old, { id, item }, { answer: 'scored', value: 4, note: `说明 ${item}` });
  await old.stop();
  await writeChecklist(checklistsFolder, newer);
  const app = await startApp(t, { checklistsFolder, dataFolder, ...clock });
  const agent = await browser(app);
  const address = `/assessments/${id}/version`;
  return { app, agent, id, address, page: async () => (await agent.get(address).expect(200)).text };
}
