import type { PrintedBlock, PrintedPart } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import { rangeWords } from '../assessment/report-bar.ts';
import { findingParagraph } from '../assessment/report-words.ts';
import type { Format } from '../format.ts';

/** Scores by area, as sentences, table and charts. */
export function areasPart(report: Report, format: Format, draw: (chart: string) => string | undefined): PrintedPart {
  const { t } = format;
  const words = findingParagraph(report, 'areas', format);
  return {
    id: 'results',
    title: t('report.part.areas'),
    blocks: [
      ...(words === '' ? [] : [{ kind: 'paragraph' as const, text: words }]),
      { kind: 'table', table: areasTable(report, format) },
      ...['areas', 'radar', 'claimed-supported'].flatMap(name => chartBlock(name, words, { draw, format })),
    ],
  };
}

function areasTable({ areas }: Report, format: Format) {
  const { t, text, score } = format;
  const columns = [
    { title: t('report.area'), share: 5, align: 'start' as const },
    { title: t('report.weight'), share: 1, align: 'end' as const },
    { title: t('report.claimed.short'), share: 1.2, align: 'end' as const },
    { title: t('report.range-head'), share: 2, align: 'end' as const },
    { title: t('report.supported.short'), share: 1.4, align: 'end' as const },
  ];
  const rows = areas.map(({ area, title, figures }) => [
    { text: `${area.code} ${text(title)}` },
    { text: String(area.weight) },
    { text: score(figures.score) },
    { text: rangeWords(figures, format) },
    { text: score(figures.supported) },
  ]);
  return { caption: '', columns, rows, isWide: false };
}

type Drawing = { draw: (chart: string) => string | undefined; format: Format };

function chartBlock(name: string, words: string, { draw, format }: Drawing): PrintedBlock[] {
  const svg = draw(name);
  const title = format.t(`charts.${name}`);
  return svg === undefined ? [] : [{ kind: 'chart', caption: title, alt: `${title} ${words}`, svg }];
}
