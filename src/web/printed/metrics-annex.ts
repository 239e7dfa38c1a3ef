import type { Item } from '#checklist/checklist-schema.ts';
import type { ItemReport } from '#report/item-report.ts';
import { amountWords } from '../assessment/amount-words.ts';
import { itemTitle } from '../assessment/item-names.ts';
import type { Format } from '../format.ts';
import { paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder } from './printed-part.ts';
import { levelText } from './score-sheet.ts';
import { shortText } from './short-text.ts';

type Computed = Extract<Item, { kind: 'metric' | 'deduction' }>;

const guidanceShown = 300;

/** 定量指标计算表: each figure with its bands, what it reaches and how it is worked out. */
export const metricsBuilder: PartBuilder = {
  id: 'metrics',
  build: ({ report, format }) => {
    const { t } = format;
    const rows = report.items.flatMap(each => (isComputed(each.item) ? [rowOf(each, each.item, format)] : []));
    if (rows.length === 0) return [];
    return [
      ...paragraph(t('printed.metrics.lead')),
      ...table({
        caption: t('printed.part.metrics'),
        columns: [
          ...[
            words(t('report.item'), 2.4),
            words(t('printed.metrics.value'), 1.2),
            words(t('printed.metrics.bands'), 2.6),
          ],
          ...[words(t('printed.metrics.reached'), 1), words(t('printed.metrics.how'), 6.5)],
        ],
        rows,
        isWide: true,
      }),
    ];
  },
};

function isComputed(item: Item): item is Computed {
  return item.kind === 'metric' || item.kind === 'deduction';
}

function rowOf(each: ItemReport, item: Computed, format: Format): string[] {
  const { t, text } = format;
  const value = each.answer?.value;
  const how = [item.question, item.guidance].flatMap(part => (part === undefined ? [] : [text(part)]));
  return [
    itemTitle(each, format),
    value === undefined || each.state !== 'scored'
      ? t(`report.answer.${each.state}`)
      : amountOf(item, String(value), format),
    item.kind === 'metric'
      ? bandsOf(item, format)
      : t('printed.metrics.deduction', { points: item.points, per: item.per }),
    levelText(each, each.fraction, each.claimedLevel, format),
    how.length === 0 ? '—' : shortGuidance(how.join('\n'), format),
  ];
}

function amountOf(item: Computed, value: string, format: Format): string {
  return item.kind === 'metric'
    ? amountWords(value, item.unit, format)
    : format.t('assessment.value.deduction', { value });
}

/** "95 及以上 5 级", the best first. */
function bandsOf({ bands, direction }: Extract<Item, { kind: 'metric' }>, { t, list }: Format): string {
  const sorted = [...bands].sort((a, b) => b.level - a.level);
  return list(sorted.map(({ at, level }) => t(`printed.metrics.band.${direction}`, { at, level })));
}

function shortGuidance(text: string, format: Format): string {
  const cut = shortText(text, guidanceShown, format);
  return cut === text ? text : format.t('printed.metrics.cut', { text: [...text].slice(0, guidanceShown).join('') });
}
