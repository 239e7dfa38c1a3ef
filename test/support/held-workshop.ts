import { seated, voteRound } from './recorded-workshop.ts';
import type { TestApp } from './start-app.ts';
import { command, exampleItems, makeWorkshop, vote } from './workshop-client.ts';

const [survey = '', plan = ''] = exampleItems;

/** What six people wrote to a vote that was never revealed. */
export const unseenReason = '无人可见的理由';

/** One round of six, recorded, and one that was voted on and never revealed; over. */
export async function heldWorkshop(app: TestApp) {
  const workshop = await makeWorkshop(app, { title: '<b>第一次会商</b>' });
  const phones = await seated(app, workshop, 6);
  await voteRound(app, workshop, { item: survey, round: 1, values: [3, 3, 3, 2, 3, 4], phones });
  await command(app, workshop, { command: 'record', value: 3, rationale: '看过普查报告' });
  await command(app, workshop, { command: 'brief', item: plan }, 'open');
  for (const phone of phones)
    await vote(app, workshop, phone, { item: plan, round: 1, value: 5, reason: unseenReason }).expect(200);
  await command(app, workshop, 'close', 'skip', 'finish');
  return { workshop, phones };
}
