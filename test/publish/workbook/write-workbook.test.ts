import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import { reportWorkbook } from '#publish/workbook/report-workbook.ts';
import type { CellStyle, CellValue, Sheet } from '#publish/workbook/sheet.ts';
import { writeWorkbook } from '#publish/workbook/write-workbook.ts';
import { buildReport } from '#report/report.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { buildChecklist } from '../../support/build-checklist.ts';
import { plainWording } from '../../support/sheet-wording.ts';

const at = '2026-11-18T06:40:00.000Z';

function sheetOf(values: CellValue[]): Sheet {
  return {
    ...{ name: '表', widths: [20], rows: [{ cells: values.map(value => ({ value, style: styleOf(value) })) }] },
    ...{ frozen: { rows: 1, columns: 0 }, orientation: 'landscape', checks: [], colours: [] },
  };
}

function styleOf(value: CellValue): CellStyle {
  return typeof value === 'object' && value !== null && 'day' in value ? 'day' : 'text';
}

async function open(file: Buffer): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.load(file);
  return book;
}

async function writtenCells(values: CellValue[]) {
  const file = await writeWorkbook({
    ...{ title: '题', sheets: [sheetOf(values)], at: new Date(at) },
    cutAt: length => `cut ${length}`,
  });
  const page = (await open(file)).worksheets[0];
  assert.ok(page);
  return values.map((_, index) => page.getCell(1, index + 1));
}

test('what a user typed is never a formula, and stays a text when it is typed anew', async () => {
  const typed = ['=1+1', '+cmd|x', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x.example")'];
  for (const [index, cell] of (await writtenCells(typed)).entries()) {
    assert.equal(cell.formula, undefined);
    assert.equal(cell.value, typed[index]);
    assert.equal(cell.numFmt, '@');
  }
  const [plain] = await writtenCells(['一般的话']);
  assert.notEqual(plain?.numFmt, '@');
});

test('controls and half characters are taken out, and what spreadsheets read as an escape stays a text', async () => {
  const [controls, half, escaped, markup] = await writtenCells([
    'a\u0000b\u0007c\nd\r\ne',
    'x\ud800y',
    '_x0041_',
    '<b>&amp;</b> 𠮷 "x"',
  ]);
  assert.equal(controls?.value, 'abc\nd\ne');
  assert.equal(half?.value, 'x\ufffdy');
  assert.equal(escaped?.value, '_x0041_');
  assert.equal(markup?.value, '<b>&amp;</b> 𠮷 "x"');
});

test('a text that no cell can hold is cut, and says so', async () => {
  const [long, full] = await writtenCells(['长'.repeat(50_000), '满'.repeat(32_767)]);
  assert.equal(String(long?.value).length, 32_767);
  assert.ok(String(long?.value).endsWith('长\ncut 50000'));
  assert.equal(full?.value, '满'.repeat(32_767));
});

test('numbers are numbers, days are days, and a formula keeps its result', async () => {
  const [number, day, formula] = await writtenCells([71.7, { day: '2026-02-28' }, { formula: 'A1*2', result: 143.4 }]);
  assert.equal(number?.value, 71.7);
  assert.deepEqual(day?.value, new Date('2026-02-28T00:00:00.000Z'));
  assert.deepEqual(formula?.value, { formula: 'A1*2', result: 143.4 });
});

test('the sheets of a report filter, keep their heading in view and on every printed page, and fit the width of the page', async () => {
  const report = buildReport(buildAssessment(), buildChecklist(), at);
  const book = await open(await reportWorkbook(report, [plainWording]));
  const scores = book.getWorksheet('workbook.sheet.scores');
  assert.ok(scores);
  const [view] = scores.views;
  assert.ok(view?.state === 'frozen' && view.ySplit === 4 && view.xSplit === 4);
  assert.deepEqual(scores.autoFilter, 'A4:S8');
  const { orientation, fitToPage, printTitlesRow, printArea } = scores.pageSetup;
  assert.deepEqual(
    { orientation, fitToPage, printTitlesRow },
    {
      ...{ orientation: 'landscape', fitToPage: true, printTitlesRow: '4:4' },
    },
  );
  assert.equal(printArea?.replaceAll('$', ''), 'A1:S8');
  assert.equal(scores.getColumn(20).hidden, true);
});

test('two languages stand in one file, and names of sheets keep to the rules', async () => {
  const report = buildReport(buildAssessment(), buildChecklist(), at);
  const english = { ...plainWording, language: 'en' as const, t: (key: string) => `en: ${key}/${'x'.repeat(20)}` };
  const book = await open(await reportWorkbook(report, [plainWording, english]));
  const names = book.worksheets.map(({ name }) => name);
  assert.equal(new Set(names.map(name => name.toLowerCase())).size, names.length);
  for (const name of names) assert.match(name, /^[^\\/?*[\]:]{1,31}$/);
  const heading = String(book.worksheets[1]?.getCell('D4').value);
  assert.match(heading, /^workbook\.score\.item\nen: workbook\.score\.item/);
});
