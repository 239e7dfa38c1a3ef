import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedTable } from '#report/printed-report.ts';
import { buildReport } from '#report/report.ts';
import { printedReports } from '#web/printed/printed-report.ts';
import { buildAction } from '../../support/build-action.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildChecklist } from '../../support/build-checklist.ts';
import { chain, pictureChecklist } from '../../support/build-pictures.ts';
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

/** The headings of the results with their levels, and the words below each. */
function printedWords(report: ReturnType<typeof buildReport>) {
  const [{ parts } = { parts: [] }] = printedReports(report, formats, { draw: () => undefined });
  const blocks = parts.filter(({ id }) => id === 'results').flatMap(part => part.blocks);
  const headings = blocks.flatMap(block => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []));
  const below = (title: string) => {
    const start = blocks.findIndex(block => block.kind === 'heading' && block.text === title) + 1;
    const end = blocks.findIndex((block, index) => index >= start && block.kind === 'heading');
    return blocks.slice(start, end).flatMap(block => (block.kind === 'paragraph' ? [block.text] : []));
  };
  return { headings, below };
}

test('in print the pictures of a lens stand below its heading, before the next lens', () => {
  const lenses = pictureChecklist.lenses.flatMap(lens => [lens, { ...lens, id: 'other', title: { zh: '另一视角' } }]);
  const two = buildChecklist({ ...pictureChecklist, lenses });
  const { headings } = printedWords(buildReport(buildAssessment(), two, '2026-11-18T06:40:00.000Z'));
  const pictures = ['4 链条图', '4 登记册', '4 面板'];
  const below = headings.slice(headings.indexOf('3 缺口'), headings.indexOf('2 结果稳不稳'));
  assert.deepEqual(below, ['3 缺口', ...pictures, '3 另一视角', ...pictures]);
});

test('the numbers in the leads of chain and panel add up to the rows below them', () => {
  const given = {
    ...{ a1: scored(3), a2: scored(3), d1: scored(2), b1: { answer: 'unknown' as const } },
    m1: { answer: 'not-our-mandate' as const, reason: '上级事权' },
  };
  const { below } = printedWords(buildReport(buildAssessment(given), checklist, '2026-11-18T06:40:00.000Z'));
  assert.ok(below('链条图').some(text => /2 行里，断开的 1 行，未定的 0 行，.*做到的 0 行，都不计的 1 行/.test(text)));
  assert.ok(below('面板').some(text => text.includes('共 5 项：已评分 2 项，其中填了数值的 1 项')));
});

test('a chain of many steps turns the page, one of a few does not', () => {
  const steps = [...chain.steps, ...['four', 'five', 'six'].map(id => ({ id, label: { zh: id } }))];
  const withSteps = (count: number) => {
    const picture = { ...chain, steps: steps.slice(0, count) };
    const lenses = pictureChecklist.lenses.map(lens => ({
      ...lens,
      groups: lens.groups.map(group => (group.id === 'chain' ? { ...group, picture } : group)),
    }));
    const long = buildChecklist({ ...pictureChecklist, lenses });
    const [tables] = printedTables(buildReport(buildAssessment(), long, '2026-11-18T06:40:00.000Z'));
    return tables?.get('链条图');
  };
  assert.deepEqual([withSteps(5)?.isWide, withSteps(6)?.isWide], [false, true]);
  assert.equal(withSteps(6)?.columns.length, 8);
});
