import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openDocumentRenderers } from '#publish/documents/document-renderers.ts';
import { pdfContent } from '#publish/documents/pdf-content.ts';
import type { PrintedBlock, PrintedReport } from '#report/printed-report.ts';
import { demoCharts } from '../../support/demo-report.ts';
import { readPdf } from '../../support/pdf-text.ts';
import { buildPrintedReport, buildTinyReport } from '../../support/printed-report.ts';

const renderers = openDocumentRenderers();
after(() => renderers.close());

const signal = new AbortController().signal;
const pdfOf = async (...reports: PrintedReport[]) => readPdf(await renderers.pdf.render(reports, { signal }));
const squeezed = (text: string) => text.replace(/\s/g, '');

/** One paragraph after another in an otherwise empty report. */
function reportWith(texts: string[]): PrintedReport {
  return {
    ...buildTinyReport('zh-CN'),
    parts: [{ id: 'texts', title: '文字', blocks: texts.map(text => ({ kind: 'paragraph', text })) }],
  };
}

describe('the PDF of a report', () => {
  test('is tagged, in its language, with title, bookmarks, embedded fonts and a description of every chart', async () => {
    const charts = await demoCharts('zh-CN');
    const { source, pages } = await pdfOf(buildPrintedReport('zh-CN', { charts }));
    assert.ok(source.startsWith('%PDF-1.7'));
    assert.ok(pages.length > 10, `${pages.length} pages`);
    assert.match(source, /\/MarkInfo <<\s*\/Marked true/);
    assert.match(source, /<pdfuaid:part>1</);
    assert.match(source, /\/Lang \(zh-CN\)/);
    assert.match(source, /\/Type \/Outlines/);
    assert.equal(source.match(/\/FontFile2 /g)?.length, 2, 'regular and bold');
    assert.equal(source.match(/\/S \/Figure[\s\S]*?\/Alt /g)?.length, charts.length);
    assert.match(source, /\/S \/TH\b/);
    const title = Buffer.from('示例市韧性城市建设自评报告', 'utf16le').swap16().toString('hex').toUpperCase();
    assert.ok(source.includes(`/Title <FEFF${title}>`));
  });

  test('has every text, contents with page numbers, running heads and the heads of tables again on the next page', async () => {
    const { pages } = await pdfOf(buildPrintedReport('zh-CN'));
    const [front = '', summary = ''] = pages;
    for (const words of [
      '目录',
      '一、评价范围与依据',
      '（一）评价依据',
      '附件1评分明细表',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ])
      assert.ok(front.includes(words), words);
    assert.match(front, /附件2数据共享矩阵\.+\d+/);
    assert.ok(summary.includes('自报得分71.7，区间62.4–79.3，有据得分55.2'));
    assert.ok(pages.slice(1).every(page => page.startsWith('示例市2026年度韧性城市建设自评报告')));
    assert.ok(pages.every((page, index) => page.endsWith(`${index + 1}/${pages.length}`)));
    const heads = pages.filter(page => page.includes('编号检查项牵头部门填报自报等级有据等级佐证'));
    assert.ok(heads.length > 5, `${heads.length} pages with the head of the score sheet`);
    assert.equal(pages.join('').match(/城市地下市政基础设施普查与数字化建档/g)?.length, 93);
  });

  test('stands in both languages in one file, each with its own contents', async () => {
    const { pages } = await pdfOf(buildPrintedReport('zh-CN'), buildPrintedReport('en'));
    const english = pages.findIndex(page => page.includes('Contents'));
    assert.ok(english > 5);
    assert.ok(pages[0]?.includes('目录') && !pages[0].includes('Scopeandbasis'));
    assert.match(pages[english] ?? '', /1\s*Scopeandbasis/);
    assert.ok(!pages[english]?.includes('评价范围与依据'));
    assert.match(pages[english] ?? '', /Annex1Scoresheet/);
  });

  test('fills a page with what follows a chart that is too high for the rest of it, and the contents know where', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="500"><rect width="600" height="500"/></svg>';
    const chart = { kind: 'chart' as const, caption: '图', alt: '图', svg };
    const section = (text: string, lines: number): PrintedBlock[] => [
      { kind: 'heading', level: 2, text },
      ...Array.from({ length: lines }, (): PrintedBlock => ({ kind: 'paragraph', text: `${text}的一行` })),
    ];
    const blocks = [...section('前文', 20), chart, ...section('中间', 2), chart, ...section('后文', 2), chart];
    const { pages } = await pdfOf({ ...buildTinyReport('zh-CN'), parts: [{ id: 'p', title: '部分', blocks }] });
    const pageOf = (text: string) => pages.findLastIndex(page => page.includes(`${text}的一行`)) + 1;
    assert.deepEqual(['前文', '中间', '后文'].map(pageOf), [3, 3, 3]);
    for (const text of ['前文', '中间', '后文']) assert.match(pages[0] ?? '', new RegExp(`${text}[.\\u2060]+3`));
    assert.equal(pages.length, 5, 'two charts share a page');
  });

  test('leaves no page with a line or two at the end of many', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index): PrintedBlock => ({ kind: 'paragraph', text: `第${index + 1}行` }));
    const lengths = await Promise.all(
      Array.from({ length: 10 }, async (_, more) => {
        const part = { id: 'lines', title: '正文', blocks: lines(157 + more) };
        const { pages } = await pdfOf({ ...buildTinyReport('zh-CN'), parts: [part], annexes: [] });
        return pages.at(-1)?.match(/第\d+行/g)?.length ?? 0;
      }),
    );
    assert.ok(Math.max(...lengths) > 20, lengths.join());
    assert.ok(Math.min(...lengths) > 5, lengths.join());
  });

  test('keeps a short table whole', async () => {
    const row = (index: number) => [{ text: `表中第${index}行` }];
    const table = {
      caption: '',
      columns: [{ title: '表头', share: 1, align: 'start' as const }],
      rows: [1, 2, 3, 4, 5, 6].map(row),
      isWide: false,
    };
    const pagesWithRows = await Promise.all(
      Array.from({ length: 9 }, async (_, more) => {
        const texts = Array.from({ length: 24 + more }, (): PrintedBlock => ({ kind: 'paragraph', text: '一段' }));
        const part = { id: 'table', title: '正文', blocks: [...texts, { kind: 'table' as const, table }] };
        const { pages } = await pdfOf({ ...buildTinyReport('zh-CN'), parts: [part], annexes: [] });
        return pages.filter(page => page.includes('表中第')).length;
      }),
    );
    assert.deepEqual(
      pagesWithRows,
      Array.from({ length: 9 }, () => 1),
    );
  });

  test('sets English quotation marks as narrow as English has them', async () => {
    const quoted = 'The annex “Evaluation group” names them.';
    const report = { ...reportWith([quoted]), language: 'en' as const };
    const { pages } = await pdfOf(report);
    assert.ok(pages.join('').includes(squeezed(quoted)), 'the text stays whole');
  });

  test('has contents with the right pages however many charts look for a place', async () => {
    const blocks = Array.from({ length: 30 }, (_, index): PrintedBlock[] => {
      const height = 150 + ((index * 337) % 700);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${height}"><rect width="600" height="9"/></svg>`;
      return [
        { kind: 'heading', level: 2, text: `标题${index + 100}` },
        ...Array.from({ length: (index * 5) % 9 }, (): PrintedBlock => ({ kind: 'paragraph', text: '一行字' })),
        { kind: 'chart', caption: '图', alt: '图', svg },
      ];
    });
    const part = { id: 'p', title: '部分', blocks: blocks.flat() };
    const { pages } = await pdfOf({ ...buildTinyReport('zh-CN'), parts: [part] });
    const listed = [
      ...pages
        .slice(0, 2)
        .join('')
        .matchAll(/(标题1\d\d)[.\u2060]+?(\d+)(?=（|\d+\/|$)/g),
    ];
    assert.ok(listed.length >= 29, `${listed.length} listed`);
    for (const [, title = '', page] of listed)
      assert.equal(pages.findLastIndex(text => text.includes(title)) + 1, Number(page), title);
  });

  test('sets what looks like Typst as the text that it is', async () => {
    const texts = [
      '#panic("x")',
      '#import "@preview/x:1.0.0": *',
      '*fett* _kursiv_',
      '$x^2$',
      '@ref <label>',
      '// comment',
      '`raw`',
      '= heading',
      '#sys.inputs',
      '\\u{41}',
      '{{x}}',
      '"quoted"',
      '<script>alert(1)</script>',
      '- item',
      '../../etc/passwd',
    ];
    const { pages } = await pdfOf(reportWith(texts));
    const text = pages.join('');
    for (const typed of texts) assert.ok(text.includes(squeezed(typed)), typed);
  });

  test('shows characters that its font lacks as their number and names them on the first page', async () => {
    const { pages } = await pdfOf(reportWith(['负责人：𠮷田', '心❤️', '\ue000']));
    const [front = ''] = pages;
    assert.match(front, /缺少下列文字.*U\+20BB7.*U\+E000/);
    assert.ok(pages.join('').includes('负责人：〔U+20BB7〕田'));
  });

  test('survives controls, half characters, nothing at all and a note of 50,000 characters', async () => {
    const note = '韧性城市建设情况说明。'.repeat(4_546);
    const { pages } = await pdfOf(reportWith(['a\u0000b\u0007c', 'half \ud800 pair', '', ' ', '\n\n', note]));
    const text = pages.join('');
    assert.ok(text.includes('abc'));
    assert.ok(text.includes('half〔U+FFFD〕pair'));
    assert.equal(text.match(/韧性城市建设情况说明。/g)?.length, 4_546);
  });

  test('breaks a row that is longer than a page, and keeps 60-character names in their column', async () => {
    const name =
      '某市城市地下综合管廊建设运营与市政基础设施安全运行监测预警处置协调工作领导小组办公室（挂市住房和城乡建设局市政公用处）';
    assert.ok(name.length >= 55, `${name.length}`);
    const table = {
      ...{ caption: '长表', isWide: false },
      columns: [
        { title: '部门', share: 1, align: 'start' as const },
        { title: '说明', share: 2, align: 'start' as const },
      ],
      rows: [
        [{ text: name }, { text: '说明文字。'.repeat(2_000) }],
        [{ text: 'x'.repeat(80) }, { text: '完' }],
      ],
    };
    const report = {
      ...buildTinyReport('zh-CN'),
      annexes: [{ id: 't', title: '表', blocks: [{ kind: 'table' as const, table }] }],
    };
    const { pages } = await pdfOf(report);
    assert.ok(pages.join('').includes(name));
    assert.ok(pages.filter(page => page.includes('部门说明')).length > 2, 'the head is repeated');
    assert.ok(pages.join('').includes('x'.repeat(80)));
  });
});

test('a long word in the head of a table has places to break, as it has in the cells', () => {
  const word = 'StepWithAVeryLongNameThatDoesNotBreak';
  const table = { caption: '', isWide: false, columns: [{ title: word, share: 1, align: 'start' as const }], rows: [] };
  const parts = [{ id: 'p', title: 't', blocks: [{ kind: 'table' as const, table }] }];
  const { setting } = pdfContent([{ ...buildTinyReport('en'), parts }]);
  assert.ok(JSON.stringify(setting).includes('"title":"StepWithAVer\u200byLongNameTha\u200btDoesNotBreak"'));
});
