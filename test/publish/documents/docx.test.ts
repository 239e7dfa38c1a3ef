import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setDocx } from '#publish/documents/set-docx.ts';
import type { PrintedReport } from '#report/printed-report.ts';
import { demoCharts } from '../../support/demo-report.ts';
import { buildPrintedReport, buildTinyReport } from '../../support/printed-report.ts';
import { unzip } from '../../support/unzip.ts';

async function partsOf(...reports: PrintedReport[]) {
  const files = await unzip(await setDocx(reports, () => undefined));
  return { names: [...files.keys()], xml: (name: string) => files.get(name)?.toString('utf8') ?? '' };
}

/** What stands behind the contents. */
const bodyOf = (xml: string) => textOf(xml.slice(xml.indexOf('</w:sdt>')));
const textOf = (xml: string) => [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');

describe('the DOCX of a report', () => {
  test('has the page of GB/T 9704: margins, 22 lines, numbers outside, letters by name with others to fall back on', async () => {
    const { xml, names } = await partsOf(buildPrintedReport('zh-CN'));
    const document = xml('word/document.xml');
    const [page = ''] = /<w:pgSz[^>]*>/.exec(document) ?? [];
    assert.ok(page.includes('w:w="11906"') && page.includes('w:h="16838"'), page);
    for (const margin of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1588"', 'w:right="1474"'])
      assert.ok(document.includes(margin), margin);
    assert.ok(/<w:docGrid w:type="lines" w:linePitch="579"\/>/.test(document), 'document');
    assert.ok(/<w:evenAndOddHeaders/.test(xml('word/settings.xml')), 'word/settings.xml');
    const footers = names.filter(name => /footer\d+\.xml$/.test(name)).map(xml);
    assert.deepEqual(footers.map(footer => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort(), ['left', 'right']);
    assert.ok(footers.every(footer => footer.includes('PAGE') && textOf(footer).includes('—')));
    const styles = xml('word/styles.xml');
    for (const font of ['仿宋', '黑体', '楷体', '方正小标宋简体']) {
      assert.ok(styles.includes(`w:eastAsia="${font}"`), font);
      assert.match(xml('word/fontTable.xml'), new RegExp(`w:name="${font}"><w:altName`));
    }
    assert.ok(/w:styleId="ReportBody"[\s\S]*?w:line="579" w:lineRule="exact"/.test(styles), 'styles');
    assert.ok(![...styles.matchAll(/w:(?:line|before|after)="([^"]*)"/g)].some(([, size]) => size?.includes('.')));
  });

  test('has real headings with real numbers, a table of contents and tables whose heads are repeated', async () => {
    const { xml } = await partsOf(buildPrintedReport('zh-CN'));
    const document = xml('word/document.xml');
    const numbering = xml('word/numbering.xml');
    assert.ok(/TOC \\b &quot;report_1&quot; \\h \\o &quot;1-2&quot;/.test(document), 'document');
    assert.ok(/<w:pStyle w:val="Heading1"\/>[\s\S]*?<w:numPr>/.test(document), 'document');
    assert.ok(/<w:pStyle w:val="Heading3"\/>/.test(document), 'document');
    for (const text of ['%1、', '（%2）', '%3.', '（%4）', '附件 %1　'])
      assert.ok(numbering.includes(`w:val="${text}"`), text);
    assert.ok(/chineseCountingThousand/.test(numbering), 'numbering');
    const tables = document.match(/<w:tbl>/g)?.length ?? 0;
    assert.equal(document.match(/<w:tblHeader\/>/g)?.length, tables - 1, 'all but the lines to sign on');
    assert.ok((document.match(/<w:cantSplit\/>/g)?.length ?? 0) > 93);
    assert.ok(/w:orient="landscape"/.test(document), 'document');
    assert.ok(!bodyOf(document).includes('一、评价范围'), 'Word writes the numbers');
    assert.ok(!document.includes('txbxContent'), 'no text boxes');
  });

  test('lists every heading with its number and a link, and no page number that only Word can know', async () => {
    const { xml } = await partsOf(buildPrintedReport('zh-CN'));
    const [contents = ''] = /<w:sdt>[\s\S]*?<\/w:sdt>/.exec(xml('word/document.xml')) ?? [];
    for (const words of ['摘要', '一、评价范围与依据', '（一）评价依据', '附件 1　评分明细表'])
      assert.ok(textOf(contents).includes(words), words);
    assert.ok(!contents.includes('<w:tab/>'), 'dots that lead nowhere');
    const anchors = [...contents.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    assert.ok(anchors.length > 10, `${anchors.length} entries`);
    for (const anchor of anchors)
      assert.equal(xml('word/document.xml').split(`w:name="${anchor}"`).length, 2, `one bookmark ${anchor}`);
  });

  test('keeps the lines of tables off the lines of the page', async () => {
    const { xml } = await partsOf(buildTinyReport('zh-CN'));
    const styles = xml('word/styles.xml');
    assert.match(styles, /w:styleId="ReportOffGrid"[\s\S]*?<w:snapToGrid w:val="0"\/>/);
    assert.match(styles, /w:styleId="ReportTableText"[\s\S]*?<w:basedOn w:val="ReportOffGrid"\/>/);
    assert.match(styles, /w:styleId="Heading1"[\s\S]*?w:eastAsia="黑体"/);
  });

  test('has charts as pictures with a description, properties and the language of its texts', async () => {
    const charts = await demoCharts('en');
    const { xml, names } = await partsOf(buildPrintedReport('en', { charts }));
    const document = xml('word/document.xml');
    assert.equal(names.filter(name => /^word\/media\/.*\.png$/.test(name)).length, charts.length);
    assert.equal(document.match(/<wp:docPr [^>]*descr="Claimed and supported scores by area"/g)?.length, charts.length);
    assert.ok(/<w:lang w:val="en-GB"/.test(document), 'document');
    assert.ok(/Self-assessment of resilience, Shili City/.test(xml('docProps/core.xml')), 'docProps/core.xml');
    assert.ok(/w:val="%1\.%2\.%3"/.test(xml('word/numbering.xml')), 'word/numbering.xml');
  });

  test('holds both languages, each with contents of its own', async () => {
    const { xml } = await partsOf(buildPrintedReport('zh-CN'), buildPrintedReport('en'));
    const document = xml('word/document.xml');
    for (const range of ['report_1', 'report_2']) {
      assert.ok(document.includes(`TOC \\b &quot;${range}&quot;`), range);
      assert.ok(document.includes(`w:name="${range}"`), range);
    }
  });

  test('leaves fields, templates and markup as the text that they are', async () => {
    const texts = ['{{title}}', '{ HYPERLINK "http://x" }', '=1+1', '<w:p/>', '&amp;', ']]>', '«MERGEFIELD»', '𠮷田'];
    const blocks = texts.map(text => ({ kind: 'paragraph' as const, text }));
    const { xml } = await partsOf({ ...buildTinyReport('zh-CN'), parts: [{ id: 't', title: '文字', blocks }] });
    const document = xml('word/document.xml');
    const text = textOf(document)
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    for (const typed of texts) assert.ok(text.includes(typed), typed);
    const fields = [...document.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field]) => field?.split(' ', 1)[0]);
    assert.deepEqual([...new Set(fields)].sort(), ['TOC']);
  });

  test('survives controls, half characters, line breaks and nothing at all', async () => {
    const texts = ['a\u0000b\u0008c', 'half \ud800 pair', '', 'one\ntwo', '\ufffe'];
    const blocks = texts.map(text => ({ kind: 'note' as const, tone: 'warn' as const, text }));
    const { xml } = await partsOf({ ...buildTinyReport('zh-CN'), parts: [{ id: 't', title: '', blocks }] });
    const document = xml('word/document.xml');
    assert.ok(textOf(document).includes('abc'));
    assert.ok(textOf(document).includes('half \ufffd pair'));
    assert.ok(/one<\/w:t>[\s\S]*?<w:br\/>/.test(document), 'document');
    assert.ok(!/[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(document.replace(/\n/g, '')));
  });
});
