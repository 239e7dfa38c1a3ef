import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { reportSheets } from '#publish/workbook/report-workbook.ts';
import { areaColumns, numberOf } from '#publish/workbook/score-columns.ts';
import type { Sheet } from '#publish/workbook/sheet.ts';
import { buildReport, type Report } from '#report/report.ts';
import type { ScoringInput } from '#scoring/item-score.ts';
import { caseArbitrary, inputOf } from '../../scoring/arbitrary-case.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { Calculation } from '../../support/evaluate-sheets.ts';
import { plainWording } from '../../support/sheet-wording.ts';

const at = '2026-11-18T06:40:00.000Z';
const firstRow = 5;
const names = { scores: 'workbook.sheet.scores', areas: 'workbook.sheet.areas' };

function reportOf({ checklist, answers, profile, referenceDate }: ScoringInput): Report {
  const stored = buildAssessment(Object.fromEntries(answers), { profile, referenceDate });
  return buildReport(stored, checklist, at);
}

/** Every formula of every sheet, calculated, against the result that stands beside it in the file. */
function assertCalculates(sheets: Sheet[]): number {
  const calculation = new Calculation(sheets);
  let count = 0;
  for (const { name, rows } of sheets)
    rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        const value = cell?.value;
        if (typeof value !== 'object' || value === null || !('formula' in value)) return;
        count++;
        const found = calculation.at(name, row + 1, column + 1);
        const where = `${name} row ${row + 1} column ${column + 1}: ${value.formula}`;
        if (cell?.style === 'calculated' || cell?.style === 'share') assertNear(found, value.result, where);
        else assert.equal(found, value.result, where);
      });
    });
  return count;
}

function assertNear(found: unknown, expected: string | number, where: string): void {
  if (typeof found !== 'number' || typeof expected !== 'number') return assert.equal(found, expected, where);
  assert.ok(Math.abs(found - expected) < 1e-9, `${where}: ${found} is not ${expected}`);
}

/** The figures of the areas and of the whole as the sheet calculates them. */
function figuresIn(calculation: Calculation, areas: number): unknown[][] {
  const columns = ['score', 'low', 'high', 'coverage', 'supported'] as const;
  return Array.from({ length: areas + 1 }, (_, index) =>
    columns.map(column => calculation.at(names.areas, firstRow + index, areaColumns.indexOf(column) + 1)),
  );
}

function figuresOf({ areas, overall }: Report): unknown[][] {
  return [...areas.map(({ figures }) => figures), overall].map(({ score, low, high, coverage, supported }) =>
    [score, low, high, coverage, supported].map(figure => figure ?? '—'),
  );
}

test('whatever is answered, every formula comes to what scoring says, digit for digit where it is shown', () => {
  fc.assert(
    fc.property(caseArbitrary, given => {
      const report = reportOf(inputOf(given));
      const sheets = reportSheets(report, [plainWording]);
      assert.ok(assertCalculates(sheets) > 20);
      assert.deepEqual(figuresIn(new Calculation(sheets), report.areas.length), figuresOf(report));
    }),
    { numRuns: 60 },
  );
});

test('the conformance cases come out of the formulas as they come out of scoring', () => {
  const folder = path.join(import.meta.dirname, '../../scoring/vectors');
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  assert.ok(files.length >= 15);
  for (const file of files) {
    const {
      checklist: given,
      answers,
      profile,
      referenceDate,
    } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const checked = parseChecklist(given);
    assert.ok(checked.ok, file);
    const stored = buildAssessment(answers, { profile, referenceDate });
    const report = buildReport(stored, checked.value, at);
    const sheets = reportSheets(report, [plainWording]);
    assertCalculates(sheets);
    assert.deepEqual(figuresIn(new Calculation(sheets), report.areas.length), figuresOf(report), file);
  }
});

test('a level, a ceiling, a weight or a cell of a table that is changed in the file changes what scoring would change', () => {
  const answers = { a1: scored(2, 'audit'), a2: scored(4, 'document'), b1: scored({ r: { c: 1 } }, 'audit') };
  const before = new Calculation(sheetsOf(answers));
  before.type(names.scores, firstRow, numberOf('level'), 5);
  before.type(names.scores, firstRow + 1, numberOf('ceiling'), 5);
  before.type(names.scores, firstRow + 3, numberOf('level'), 1);
  before.type('workbook.sheet.matrices', 7, 3, 2);
  const after = {
    ...{ a1: scored(5, 'audit'), a2: scored(4, 'audit'), a3: scored(1) },
    b1: scored({ r: { c: 1, d: 2 } }, 'audit'),
  };
  assert.deepEqual(figuresIn(before, 2), figuresOf(reportFrom(after)));
});

test('a level that is emptied is an open item, and an item that is left out counts nowhere', () => {
  const all = { a1: scored(2, 'audit'), a2: scored(4, 'document'), b1: scored({ r: { c: 1 } }, 'audit') };
  const calculation = new Calculation(sheetsOf(all));
  calculation.type(names.scores, firstRow, numberOf('level'), null);
  calculation.type(names.scores, firstRow + 1, numberOf('counts'), 0);
  const { a2: _a2, a1: _a1, ...rest } = all;
  const left: Answer = { answer: 'not-applicable', reason: '没有' };
  assert.deepEqual(figuresIn(calculation, 2), figuresOf(reportFrom({ ...rest, a2: left })));
});

test('the summary says by itself that a changed file is no longer the report', () => {
  const sheets = sheetsOf({ a1: scored(2, 'audit') });
  const calculation = new Calculation(sheets);
  const [summary] = sheets;
  const row = (summary?.rows.findIndex(({ cells }) => cells[0]?.value === 'workbook.summary.agreement') ?? -1) + 1;
  assert.ok(row > 0);
  assert.equal(calculation.at(summary?.name ?? '', row, 2), 'workbook.summary.agrees');
  calculation.type(names.scores, firstRow, numberOf('level'), 3);
  assert.equal(calculation.at(summary?.name ?? '', row, 2), 'workbook.summary.differs');
});

/** Three levels, one of which may not apply, and a table. */
function exampleChecklist(): Checklist {
  const table = { ...{ id: 'b1', code: 'B1', kind: 'matrix' as const, title: { zh: '表' } } };
  return buildChecklist({
    areas: [
      buildArea('a', { weight: 2, items: [buildItem('a1'), buildItem('a2', { conditional: true })] }),
      buildArea('b', { items: [{ ...table, rows: ['r'], columns: ['c', 'd'], cellMax: 3 }, buildItem('a3')] }),
    ],
  });
}

function reportFrom(answers: Record<string, Answer>): Report {
  return buildReport(buildAssessment(answers), exampleChecklist(), at);
}

function sheetsOf(answers: Record<string, Answer>): Sheet[] {
  return reportSheets(reportFrom(answers), [plainWording]);
}
