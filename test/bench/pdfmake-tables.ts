import { createRequire } from 'node:module';
import { notoSansSc } from '#publish/fonts/noto-sans-sc.ts';
import type { PrintedReport, PrintedTable } from '#report/printed-report.ts';

// Required, because its types bring those of the browser with them, which change what fetch takes everywhere.
const pdfmake = createRequire(import.meta.url)('pdfmake');

const [normal = '', bold = ''] = notoSansSc.files;
pdfmake.setFonts({ Noto: { normal, bold, italics: normal, bolditalics: bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file: string) => notoSansSc.files.includes(file));

/** The tables of a report set by pdfmake, with the same widths and repeated heads; no contents, charts or tags. */
export function pdfmakeTables({ title, parts, annexes }: PrintedReport): Promise<Buffer> {
  const blocks = [...parts, ...annexes].flatMap(part => part.blocks);
  const content = [title, ...blocks.flatMap(block => (block.kind === 'table' ? [tableOf(block.table)] : []))];
  return pdfmake
    .createPdf({
      content,
      pageOrientation: 'landscape',
      defaultStyle: { font: 'Noto', fontSize: 9 },
    })
    .getBuffer();
}

function tableOf({ columns, rows }: PrintedTable) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return {
    table: {
      headerRows: 1,
      widths: columns.map(({ share }) => `${(88 * share) / shares}%`),
      body: [
        columns.map(({ title }) => ({ text: title, bold: true })),
        ...rows.map(row => row.map(({ text }) => text)),
      ],
    },
  };
}
