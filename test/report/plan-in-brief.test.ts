import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '#assessment/action.ts';
import { planInBrief } from '#report/plan-in-brief.ts';
import { buildAction } from '../support/build-action.ts';
import { scored } from '../support/build-assessment.ts';
import { buildArea, buildItem } from '../support/build-checklist.ts';
import { reportOf } from './report-of.ts';

const areas = [
  buildArea('a', { items: [buildItem('a1'), buildItem('a2', { bottomLine: { floor: 0.6 } })] }),
  buildArea('b'),
];

function briefOf(actions: Action[]) {
  const answers = { a1: scored(1), a2: scored(2), b1: scored(3), b2: scored(3) };
  return planInBrief(reportOf({ checklist: { areas, bottomLine: {} }, answers, actions }));
}

test('a plan in which nothing is left to do has nothing to say', () => {
  assert.equal(briefOf([]), undefined);
  assert.equal(briefOf([buildAction('x', { item: 'a1', target: 5, status: 'done' })]), undefined);
});

test('what is left is counted with its cost; a failing bottom line comes first, then what gains most', () => {
  const gainsMost = buildAction('most', { item: 'a1', target: 5, cost: { band: '10-50' } });
  const bottom = buildAction('bottom', { item: 'a2', target: 3, cost: { band: '200-1000', estimate: 300 } });
  const open = buildAction('open', { item: 'b1', target: 4 });
  const dropped = buildAction('dropped', { item: 'b2', target: 5, status: 'dropped', cost: { band: 'over-1000' } });
  const brief = briefOf([open, gainsMost, bottom, dropped]);
  assert.deepEqual(brief?.cost, { from: 310, to: 350, missing: 1 });
  assert.equal(brief?.unfinished, 3);
  assert.equal(brief?.first.action.id, 'bottom');
  assert.equal(briefOf([open, gainsMost])?.first.action.id, 'most');
  assert.ok((brief?.low ?? 100) < (brief?.otherLow ?? 0));
});
