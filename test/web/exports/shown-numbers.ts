import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { areaColumns } from '#publish/workbook/score-columns.ts';
import type { Sheet } from '#publish/workbook/sheet.ts';
import { reportDocumentSchema } from '#report/report-document.ts';
import type { Result } from '#scoring/result.ts';
import { roundScore } from '#scoring/rounding.ts';
import { api } from '../../support/api-client.ts';
import { download } from '../../support/download.ts';
import { Calculation } from '../../support/evaluate-sheets.ts';
import { readPdf } from '../../support/pdf-text.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import type { TestApp } from '../../support/start-app.ts';
import { unzip } from '../../support/unzip.ts';

/** Claimed and supported, as shown with one decimal; a dash where there is none. */
type Pair = [claimed: string, supported: string];
/** By the code of an area; `whole` for all. */
export type ShownNumbers = Record<string, Pair>;

type Address = { app: TestApp; id: string };
type Format = (address: Address) => Promise<ShownNumbers>;

/** Every format in which a report goes out, read back: a new one is one more line here. */
export const formats: Record<string, Format> = {
  page: async address => fromPage((await bytesOf(address, '')).toString()),
  json: async address => fromJson((await bytesOf(address, '.json')).toString()),
  csv: async address => fromCsv(await bytesOf(address, '.csv')),
  'xlsx, as stored': async address => fromSheets(await readWorkbook(await bytesOf(address, '.xlsx')), storedValue),
  'xlsx, as calculated': async address => {
    const sheets = await readWorkbook(await bytesOf(address, '.xlsx'));
    const calculation = new Calculation(sheets);
    return fromSheets(sheets, ({ name }, row, column) => calculation.at(name, row, column));
  },
  pdf: async address =>
    fromPdf(readPdf(await bytesOf(address, '.pdf?parts=results')).pages.join(''), await areasOf(address)),
  docx: async address => {
    const files = await unzip(await bytesOf(address, '.docx?parts=results'));
    return fromDocx(files.get('word/document.xml')?.toString() ?? '', await areasOf(address));
  },
};

/** What the API's result comes to. */
export async function apiNumbers({ app, id }: Address): Promise<ShownNumbers> {
  const { body } = await api(app).get(`/api/v1/assessments/${id}/result`).expect(200);
  const document = reportDocumentSchema.parse(JSON.parse((await bytesOf({ app, id }, '.json')).toString()));
  return numbersOf(body, await codesOf({ app, id }, Object.keys(document.result.claimed.areas)));
}

function bytesOf({ app, id }: Address, ending: string): Promise<Buffer> {
  return download(app, `/assessments/${id}/report${ending}`);
}

type NamedArea = { id: string; code: string; title: { zh: string } };

/** Those of the checklist; an assessment may ask for fewer. */
async function areasOf({ app }: Address): Promise<NamedArea[]> {
  const { body } = await api(app).get('/api/v1/checklists/resilient-city').expect(200);
  return body.areas;
}

async function codesOf(address: Address, ids: string[]): Promise<Map<string, string>> {
  const areas = await areasOf(address);
  return new Map(ids.map(id => [id, areas.find(area => area.id === id)?.code ?? id]));
}

function numbersOf({ claimed, supported }: Result, codes: ReadonlyMap<string, string>): ShownNumbers {
  const areas = Object.entries(claimed.areas).map(([id, { score }]) => [
    codes.get(id) ?? id,
    pair(roundScore(score), roundScore(supported.areas[id] ?? null)),
  ]);
  return { ...Object.fromEntries(areas), whole: pair(claimed.shown.score, supported.shown) };
}

function pair(claimed: unknown, supported: unknown): Pair {
  return [shown(claimed), shown(supported)];
}

function shown(figure: unknown): string {
  if (figure === null || figure === '—' || figure === '') return '—';
  assert.ok(Number.isFinite(Number(figure)), String(figure));
  return Number(figure).toFixed(1);
}

function fromPage(html: string): ShownNumbers {
  const figure = (label: string) => new RegExp(`<dt>${label}</dt><dd><strong>([^<]*)</strong>`).exec(html)?.[1];
  const rows = [
    ...html.matchAll(
      /<span class="area-title"><span>([^<]+)<.*?<td class="number figure" data-label="[^"]*">([^<]*)<\/td><td class="number" data-label="[^"]*">([^<]*)</g,
    ),
  ];
  assert.ok(rows.length > 0);
  return {
    ...Object.fromEntries(rows.map(([, code = '', claimed, supported]) => [code, pair(claimed, supported)])),
    whole: pair(figure('自报得分'), figure('有据得分')),
  };
}

/** The export carries the result unrounded; its items tell which area has which code. */
function fromJson(text: string): ShownNumbers {
  const { result, items } = reportDocumentSchema.parse(JSON.parse(text));
  const codes = new Map(items.map(({ area, code }) => [area, code.replace(/\d.*$/, '')]));
  return numbersOf(result, codes);
}

function fromCsv(bytes: Buffer): ShownNumbers {
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  assert.ok(rows.length > 0);
  const areas = rows.map(row => [row.领域编号, pair(row.领域自报得分, row.领域有据得分)]);
  return { ...Object.fromEntries(areas), whole: pair(rows[0]?.总自报得分, rows[0]?.总有据得分) };
}

const score = '([0-9]+\\.[0-9]|—)';
const range = '(?:[0-9]+\\.[0-9]–[0-9]+\\.[0-9]|—)';

/** The text has no spaces: in the table of areas, title, weight, coverage, claimed, range and supported follow one another; the whole stands in the summary. */
function fromPdf(text: string, areas: NamedArea[]): ShownNumbers {
  const read = (before: string) => {
    const [, claimed, supported] = new RegExp(`${before}${score}${range}${score}`).exec(text) ?? [];
    return claimed === undefined ? [] : [pair(claimed, supported)];
  };
  const rows = areas.flatMap(({ code, title }) =>
    read(`${code}${title.zh.replace(/\s/g, '')}[0-9.]+(?:%|—)`).map(figures => [code, figures]),
  );
  const [whole] = read('自报得分区间有据得分覆盖率离上一等次');
  assert.ok(whole);
  return { ...Object.fromEntries(rows), whole };
}

/** The rows of the table of areas, by the title in their first cell, and the table of the summary. */
function fromDocx(xml: string, areas: NamedArea[]): ShownNumbers {
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr [^>]*>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text = '']) => text).join(''),
    ),
  );
  const found = areas.flatMap(({ code, title }) => {
    const row = rows.find(cells => cells.length === 6 && cells[0] === `${code} ${title.zh}`);
    return row ? [[code, pair(row[3], row[5])]] : [];
  });
  const summary = rows[rows.findIndex(([first]) => first === '自报得分') + 1];
  return { ...Object.fromEntries(found), whole: pair(summary?.[0], summary?.[2]) };
}

type ValueAt = (sheet: Sheet, row: number, column: number) => unknown;

function fromSheets(sheets: Sheet[], valueAt: ValueAt): ShownNumbers {
  const sheet = sheets.find(({ name }) => name === '领域');
  assert.ok(sheet);
  const at = (row: number, column: (typeof areaColumns)[number]) =>
    valueAt(sheet, row, areaColumns.indexOf(column) + 1);
  const rows = sheet.rows.map((_, index) => index + 1).slice(4);
  return Object.fromEntries(
    rows.map(row => [String(at(row, 'code') ?? 'whole'), pair(at(row, 'score'), at(row, 'supported'))]),
  );
}

function storedValue(sheet: Sheet, row: number, column: number): unknown {
  const value = sheet.rows[row - 1]?.cells[column - 1]?.value;
  return typeof value === 'object' && value !== null && 'formula' in value ? value.result : value;
}
