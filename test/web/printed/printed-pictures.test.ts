import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedTable } from '#report/printed-report.ts';
import { buildReport } from '#report/report.ts';
import { printedReports } from '#web/printed/printed-report.ts';
import { buildAction } from '../../support/build-action.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildChecklist } from '../../support/build-checklist.ts';
import { pictureChecklist } from '../../support/build-pictures.ts';
import { wordingIn } from '../../support/demo-report.ts';

const checklist = buildChecklist(pictureChecklist);
const formats = [wordingIn('zh-CN'), wordingIn('en')];

/** The tables of the results by the heading above them, one map a language. */
function printedTables(report: ReturnType<typeof buildReport>): Map<string, PrintedTable>[] {
  return printedReports(report, formats, { draw: () => undefined }).map(({ parts }) => {
    const tables = new Map<string, PrintedTable>();
    let heading = '';
    for (const block of parts.filter(({ id }) => id === 'results').flatMap(part => part.blocks)) {
      if (block.kind === 'heading') heading = block.text;
      if (block.kind === 'table') tables.set(heading, block.table);
    }
    return tables;
  });
}

const texts = (table: PrintedTable | undefined) => table?.rows.map(row => row.map(({ text }) => text));

test('the pictures are tables in print, in both languages, with a mark only beside words', () => {
  const given = { a1: scored(3), a2: scored(3, 'audit'), m1: scored(60, 'audit'), b1: { answer: 'unknown' as const } };
  const actions = [buildAction('补台账', { item: 'a1', deadline: '2026-01-01', lead: 'fire' })];
  const report = buildReport({ ...buildAssessment(given), actions }, checklist, '2026-11-18T06:40:00.000Z');
  const [chinese, english] = printedTables(report);
  const chain = chinese?.get('链条图');
  assert.deepEqual(texts(chain), [
    [
      'city 环',
      '自报做到\nA1、自报 3 级、有据 0 级、需 2 级',
      '有据做到\nA2、自报 3 级、需 3 级',
      '未到\nA1、自报 3 级、需 4 级',
      '断在“use 环”',
    ],
    ['share 环', '本表不问', '本表不问', '有据做到\nM1、自报 1 级、需 1 级', '问到的环节都有据'],
  ]);
  assert.deepEqual(
    chain?.rows[0]?.map(({ mark }) => mark),
    [undefined, undefined, 'ok', 'warn', 'warn'],
  );
  const [first, , last] = texts(chinese?.get('登记册')) ?? [];
  assert.deepEqual(first, [
    ...['A1 检查项 a1', '3 3\na1 的 3 级文字', '0 0\n没有有效佐证\n4 级要：a1 的 4 级文字', '消防救援'],
    '补台账\n消防救援\n2026年1月1日\n逾期\n计划',
  ]);
  assert.deepEqual(last, ['B1 检查项 b1', '不掌握', '—', '没有定牵头部门', '没有未完成的整改措施']);
  const [share] = texts(english?.get('Panel')) ?? [];
  assert.deepEqual(share, ['Step figures', 'M1 Share', '60\u00a0%, level 1', '—', '1 1', 'Evidence without a date']);
});

test('a next action without lead and deadline says which of them it lacks', () => {
  const actions = [buildAction('查清', { item: 'b1' })];
  const report = buildReport({ ...buildAssessment({}), actions }, checklist, '2026-11-18T06:40:00.000Z');
  const [chinese, english] = printedTables(report);
  assert.equal(texts(chinese?.get('登记册'))?.at(-1)?.at(-1), '查清\n没有定牵头部门\n没有定期限\n计划');
  assert.match(texts(english?.get('Register'))?.at(-1)?.at(-1) ?? '', /\nNo lead department\nNo deadline\n/);
});

test('in print a picture whose items are all out of scope is one sentence, and a checklist without pictures has none', () => {
  const outside = buildReport(buildAssessment({}, { scope: { areas: ['b'] } }), checklist, '2026-11-18T06:40:00.000Z');
  const [chinese] = printedTables(outside);
  assert.ok(!chinese?.has('链条图') && chinese?.has('登记册'));
  const [plain] = printedTables(
    buildReport(buildAssessment(), buildChecklist({ lenses: [] }), '2026-11-18T06:40:00.000Z'),
  );
  assert.ok(!plain?.has('登记册'));
});
