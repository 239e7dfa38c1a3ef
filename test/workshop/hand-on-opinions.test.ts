import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { AssessmentChange } from '#assessment/assessment.ts';
import { openAssessmentStore } from '#store/assessment-store.ts';
import { openWorkshopStore } from '#store/workshop-store.ts';
import { adoptOpinion, handOnOpinions } from '#workshop/hand-on-opinions.ts';
import { answer, created } from '../store/assessment-changes.ts';
import { recordingLog } from '../store/recording-log.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { commanding, createdWorkshop, voting } from '../store/workshop-changes.ts';
import { checklist, second } from './build-workshop.ts';

/** A workshop on the assessment "one" whose first item is recorded at level 3. */
async function recorded(context: TestContext) {
  const folder = await temporaryFolder(context);
  const log = recordingLog();
  const assessments = await openAssessmentStore({ folder, log, summarise: ({ id }) => id });
  const workshops = await openWorkshopStore({ folder, log, now: () => new Date(second(0)) });
  await assessments.create(created('one'));
  await workshops.create(createdWorkshop('w'));
  for (const command of ['start', 'next', 'open']) await workshops.commit('w', commanding(command));
  for (let number = 0; number < 6; number += 1) await workshops.commit('w', voting(number, 3));
  for (const command of ['close', 'reveal', 'record'])
    await workshops.commit('w', commanding(command, {}, { at: second(100) }));
  const outcome = async () => (await workshops.find('w'))?.workshop.items.a1?.opinions[0]?.application?.outcome;
  const answerNow = async () => (await assessments.find('one'))?.assessment.answers.a1;
  return { stores: { assessments, workshops, checklists: { getPinned: () => checklist } }, outcome, answerNow };
}

test('an opinion becomes the answer once it cannot be undone any more, and the workshop knows', async context => {
  const { stores, outcome, answerNow } = await recorded(context);
  await handOnOpinions(stores, 'w', second(105));
  assert.equal(await answerNow(), undefined);
  await handOnOpinions(stores, 'w', second(111));
  assert.deepEqual([(await answerNow())?.answer?.value, (await answerNow())?.by], [3, 'workshop:w:1']);
  assert.equal(await outcome(), 'applied');
});

test('stopped between the assessment and the workshop, it is done once', async context => {
  const { stores, outcome, answerNow } = await recorded(context);
  const stopped = {
    ...stores,
    workshops: {
      find: stores.workshops.find,
      commit: () => Promise.reject(new Error('the power is gone')),
    },
  };
  await assert.rejects(handOnOpinions(stopped, 'w', second(111)), /the power is gone/);
  assert.deepEqual([(await answerNow())?.rev, await outcome()], [1, undefined]);
  await handOnOpinions(stores, 'w', second(500));
  await handOnOpinions(stores, 'w', second(600));
  assert.deepEqual([(await answerNow())?.rev, await outcome()], [1, 'applied']);
});

test('an answer that is there is kept, the refusal is seen, and the coordinator can adopt the opinion', async context => {
  const { stores, outcome, answerNow } = await recorded(context);
  await stores.assessments.commit('one', answer('a1', '部门填报'));
  await handOnOpinions(stores, 'w', second(111));
  assert.equal(await outcome(), 'answered');
  assert.equal((await answerNow())?.answer?.note, '部门填报');
  assert.equal(await adoptOpinion(stores, { workshopId: 'w', item: 'a1' }, second(300)), 'applied');
  assert.deepEqual([(await answerNow())?.by, await outcome()], ['workshop:w:1', 'applied']);
  await assert.rejects(adoptOpinion(stores, { workshopId: 'w', item: 'a2' }, second(300)), { code: 'not-found' });
});

test('an opinion is adopted over the answer that was seen, in the version that was seen', async context => {
  const { stores, outcome, answerNow } = await recorded(context);
  await stores.assessments.commit('one', answer('a1', '部门填报'));
  const adopt = (version: number, rev: number, seconds = 300) =>
    adoptOpinion(stores, { workshopId: 'w', item: 'a1', seen: { version, rev } }, second(seconds));
  assert.equal(await adopt(1, 1, 105), 'opinion-changed', 'it can still be undone');
  assert.equal(await adopt(1, 0), 'stale');
  assert.equal(await adopt(2, 1), 'opinion-changed');
  assert.deepEqual([(await answerNow())?.rev, await outcome()], [1, undefined], 'nothing is stored or noted');
  assert.equal(await adopt(1, 1), 'applied');
  assert.equal(await adopt(1, 1), 'applied', 'pressed twice');
  assert.deepEqual([(await answerNow())?.rev, await outcome()], [2, 'applied']);
});

test('a final assessment refuses to adopt and what is noted of the opinion stays', async context => {
  const { stores, outcome, answerNow } = await recorded(context);
  await stores.assessments.commit('one', answer('a1', '部门填报'));
  await handOnOpinions(stores, 'w', second(111));
  await stores.assessments.commit('one', () => ({ change: { type: 'made-final', by: 'local', at: second(150) } }));
  const seen = { version: 1, rev: 1 };
  assert.equal(await adoptOpinion(stores, { workshopId: 'w', item: 'a1', seen }, second(300)), 'final');
  assert.deepEqual([(await answerNow())?.by, await outcome()], ['local', 'answered']);
});

test('a final assessment refuses, visibly', async context => {
  const { stores, outcome, answerNow } = await recorded(context);
  const final: AssessmentChange = { type: 'made-final', by: 'local', at: second(50) };
  await stores.assessments.commit('one', () => ({ change: final }));
  await handOnOpinions(stores, 'w', second(111));
  assert.deepEqual([await answerNow(), await outcome()], [undefined, 'final']);
});

test('without its assessment everything waits', async context => {
  const { stores, outcome } = await recorded(context);
  const without = { ...stores, assessments: { ...stores.assessments, find: () => Promise.resolve(undefined) } };
  await handOnOpinions(without, 'w', second(111));
  await handOnOpinions(stores, 'no such workshop', second(111));
  assert.equal(await outcome(), undefined);
});
