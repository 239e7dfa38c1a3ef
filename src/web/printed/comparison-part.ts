import type { Comparison } from '#report/comparison-document.ts';
import { movedItems } from '../compare/compare-items.ts';
import { sideNames, signed } from '../compare/compare-words.ts';
import type { Format } from '../format.ts';
import { comparisonPart } from '../report/report-comparison.ts';
import { percentWords } from '../report/report-level.ts';
import { chartBlock } from './chart-block.ts';
import { factList, figures, heading, list, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder } from './printed-part.ts';

/** As many as a table on half a page holds. */
const itemsShown = 10;

/** 与上次评价比: like for like with the assessment before, by area and by the items that moved it; nothing where there is none. */
export const comparisonBuilder: PartBuilder = {
  id: 'comparison',
  build: given => {
    const { report, format } = given;
    const { comparison } = report;
    const part = comparisonPart(report, format);
    if (!comparison || !part) return [];
    const { t } = format;
    return [
      ...paragraph(part.lead),
      ...list(part.sentences),
      ...factList(
        part.figures.map(({ label, value, note }) => ({ label, value: t('printed.with-note', { value, note }) })),
      ),
      ...chartBlock('trend', given),
      ...areaTable(comparison, format),
      ...itemTable(comparison, format),
      ...otherChanges(
        part.changes.map(({ title }) => title),
        format,
      ),
    ];
  },
};

function areaTable({ areas, ...sides }: Comparison, format: Format) {
  const { t, text, score } = format;
  const [before = '', after = ''] = sideNames([sides.old, sides.new], format);
  const side = (name: string, kind: 'claimed' | 'supported') =>
    t('printed.comparison.side', { name, score: t(`report.${kind}.short`) });
  return table({
    caption: t('printed.comparison.areas'),
    columns: [
      words(t('report.area'), 3),
      ...(['claimed', 'supported'] as const).flatMap(kind => [
        ...[figures(side(before, kind), 1.3), figures(side(after, kind), 1.3), figures(t('compare.change'), 1.1)],
      ]),
      figures(t('compare.contribution'), 1.3),
    ],
    rows: areas.map(({ code, title, claimed, supported, contribution }) => [
      `${code} ${text(title)}`,
      ...[claimed, supported].flatMap(pair => [score(pair.old), score(pair.new), signed(pair.change, format)]),
      signed(contribution.claimed, format),
    ]),
  });
}

/** Those whose contribution shows, the largest first. */
function itemTable(comparison: Comparison, format: Format) {
  const { t, text } = format;
  const names = sideNames([comparison.old, comparison.new], format);
  const moved = movedItems(comparison).slice(0, itemsShown);
  if (moved.length === 0) return [];
  const level = ({ fraction, level: reached }: Comparison['items'][number]['old']) =>
    reached !== null && Number.isInteger(reached)
      ? t('report.level', { level: String(reached) })
      : percentWords(fraction, format);
  return [
    heading(t('compare.contributions')),
    ...table({
      caption: t('compare.contributions'),
      columns: [
        ...[words(t('report.item'), 4), ...names.map(name => words(name, 1.6))],
        ...[figures(t('compare.contribution.claimed'), 1.3), figures(t('compare.contribution.supported'), 1.3)],
      ],
      rows: moved.map(({ code, title, contribution, ...item }) => [
        ...[`${code} ${text(title)}`, level(item.old), level(item.new)],
        ...[signed(contribution.claimed, format), signed(contribution.supported, format)],
      ]),
    }),
  ];
}

function otherChanges(titles: string[], { t }: Format) {
  return titles.length === 0 ? [] : [heading(t('compare.part.others')), ...list(titles)];
}
