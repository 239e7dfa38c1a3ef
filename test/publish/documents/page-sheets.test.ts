import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chineseNumeral } from '#publish/documents/chinese-numeral.ts';
import { numberHeadings } from '#publish/documents/number-headings.ts';
import { pageSheets } from '#publish/documents/page-sheets.ts';
import type { PrintedBlock, PrintedReport } from '#report/printed-report.ts';
import { buildTinyReport } from '../../support/printed-report.ts';

const heading = (level: 2 | 3 | 4): PrintedBlock => ({ kind: 'heading', level, text: 'h' });
const paragraph = (text = 'p'): PrintedBlock => ({ kind: 'paragraph', text });
const table = (isWide: boolean): PrintedBlock => ({
  kind: 'table',
  table: { caption: '', columns: [], rows: [], isWide },
});

function reportOf(language: 'zh-CN' | 'en', blocks: PrintedBlock[]): PrintedReport {
  const part = { id: 'p', title: 't', blocks };
  return { ...buildTinyReport(language), parts: [part, part], annexes: [part] };
}

const numbersOf = (language: 'zh-CN' | 'en', blocks: PrintedBlock[]) => {
  const { summary, parts, annexes } = numberHeadings(reportOf(language, blocks));
  const shown = [summary, ...parts, ...annexes].flatMap(part => [part.title, ...part.blocks]);
  return shown.flatMap(block => (block.kind === 'heading' ? [block.number.trim()] : []));
};

describe('numbers of headings', () => {
  test('are 一、（一）1. in Chinese and 1 1.1 1.1.1 in English, anew in each part', () => {
    const blocks = [heading(2), heading(3), heading(3), heading(2), heading(3)];
    assert.deepEqual(numbersOf('zh-CN', blocks), [
      '',
      ...['一、', '（一）', '1.', '2.', '（二）', '1.'],
      ...['二、', '（一）', '1.', '2.', '（二）', '1.'],
      ...['附件 1', '（一）', '1.', '2.', '（二）', '1.'],
    ]);
    assert.deepEqual(numbersOf('en', blocks), [
      '',
      ...['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1'],
      ...['2', '2.1', '2.1.1', '2.1.2', '2.2', '2.2.1'],
      ...['Annex 1', '1', '1.1', '1.2', '2', '2.1'],
    ]);
  });

  test('go one deeper for what belongs to a third heading, anew below each', () => {
    const blocks = [heading(2), heading(3), heading(4), heading(4), heading(3), heading(4)];
    assert.deepEqual(numbersOf('zh-CN', blocks).slice(1, 8), ['一、', '（一）', '1.', '（1）', '（2）', '2.', '（1）']);
    assert.deepEqual(
      ['1', '1.1', '1.1.1', '1.1.1.1', '1.1.1.2', '1.1.2', '1.1.2.1'],
      numbersOf('en', blocks).slice(1, 8),
    );
  });

  test('are read as people count', () => {
    assert.deepEqual([1, 10, 11, 20, 21, 99, 100].map(chineseNumeral), [
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '100',
    ]);
  });
});

describe('sheets', () => {
  const sheetsOf = (blocks: PrintedBlock[]) => {
    const report = { ...buildTinyReport('zh-CN'), annexes: [{ id: 'a', title: 't', blocks }] };
    const [, ...sheets] = pageSheets(numberHeadings(report));
    return sheets.map(
      ({ isWide, blocks }) => `${isWide ? 'wide' : 'upright'} ${blocks.map(({ kind }) => kind).join(' ')}`,
    );
  };

  test('turn for a wide table and take its heading and a few words along', () => {
    const list: PrintedBlock = { kind: 'list', items: ['l'] };
    assert.deepEqual(sheetsOf([list, heading(2), paragraph(), table(true), paragraph(), table(false)]), [
      'upright heading list',
      'wide heading paragraph table',
      'upright paragraph table',
    ]);
  });

  test('never leave an upright page with headings and a few words only', () => {
    assert.deepEqual(sheetsOf([paragraph(), heading(2), table(true)]), ['wide heading paragraph heading table']);
  });

  test('stay turned from one wide table to the next', () => {
    assert.deepEqual(sheetsOf([heading(2), table(true), heading(2), table(true)]), [
      'wide heading heading table heading table',
    ]);
  });

  test('leave a long text before a wide table upright', () => {
    assert.deepEqual(sheetsOf([heading(2), paragraph('长'.repeat(600)), table(true)]), [
      'upright heading heading paragraph',
      'wide table',
    ]);
  });

  test('are the summary alone, the parts one behind the other and each annex', () => {
    const sheets = pageSheets(numberHeadings(reportOf('zh-CN', [paragraph()])));
    assert.deepEqual(
      sheets.map(({ blocks }) => blocks.length),
      [1, 4, 2],
    );
  });
});
