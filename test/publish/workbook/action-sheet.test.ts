import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportSheets } from '#publish/workbook/report-workbook.ts';
import { buildReport } from '#report/report.ts';
import { buildAction } from '../../support/build-action.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { plainWording } from '../../support/sheet-wording.ts';

const checklist = buildChecklist({
  departments: [{ id: 'fire', name: { zh: '消防' } }],
  areas: [buildArea('a', { items: [buildItem('a1'), buildItem('a2', { bottomLine: true })] })],
});

function actionsOf(actions: ReturnType<typeof buildAction>[]) {
  const assessment = { ...buildAssessment({ a1: scored(2), a2: scored(0) }), actions };
  const sheets = reportSheets(buildReport(assessment, checklist, '2026-11-18T06:40:00.000Z'), [plainWording]);
  return sheets.find(({ name }) => name === 'workbook.sheet.actions');
}

test('the sheet of actions has a row an action, failing bottom lines first, with figures as numbers and days as days', () => {
  const sheet = actionsOf([
    buildAction('=1+1', {
      ...{ item: 'a1', target: 3, evidence: ['document'], lead: 'fire', deadline: '2027-06-30' },
      ...{ cost: { band: '10-50', estimate: 12.5 }, funding: '财政' },
    }),
    buildAction('守住', { item: 'a2', target: 3, status: 'dropped' }),
  ]);
  const rows = sheet?.rows.slice(4).map(({ cells }) => cells.map(cell => cell?.value));
  assert.deepEqual(
    rows?.map(row => [row[2], row[3]]),
    [
      ['actions.csv.yes', '守住'],
      ['', '=1+1'],
    ],
  );
  assert.deepEqual(rows?.[1]?.slice(4, 13), [
    ...['assessment.value.maturity 3', 'assessment.evidence.document', '消防', '', { day: '2027-06-30' }],
    ...['actions.cost.10-50', 12.5, '财政', 'actions.status.planned'],
  ]);
  assert.equal(rows?.[1]?.[14], 10);
  assert.equal(sheet?.filter, 'A4:P6');
});

test('an action on an item out of scope keeps its row, and without a plan there is no sheet', () => {
  const row = actionsOf([buildAction('措施', { item: 'gone', lead: 'gone' })])?.rows[4]?.cells.map(cell => cell?.value);
  assert.deepEqual(row?.slice(0, 5), ['gone', 'actions.out-of-scope', '', '措施', '']);
  assert.equal(row?.[6], 'gone');
  assert.equal(actionsOf([]), undefined);
});
