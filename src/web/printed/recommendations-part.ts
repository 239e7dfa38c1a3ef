import { actionsPart } from '../report/report-actions.ts';
import { findingsOf, findingWords } from '../report/report-words.ts';
import { heading, list, note, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';
import { shortText } from './short-text.ts';

/** 整改建议: what is planned with owner, deadline and measure of success, and gaps about which nothing is planned yet. */
export const recommendationsBuilder: PartBuilder = {
  id: 'recommendations',
  build: given => {
    const { report, format } = given;
    const { rows, suggestions, cost } = actionsPart(report, format);
    const findings = findingsOf(report, 'actions').map(finding => findingWords(finding, report, format));
    if (rows.length + suggestions.length === 0) return list(findings);
    return [
      ...list([...findings, ...(cost === '' ? [] : [cost])]),
      ...planned(rows, given),
      ...suggested(suggestions, given),
      note(format.t('printed.recommendations.hint')),
    ];
  },
};

type Parts = ReturnType<typeof actionsPart>;
const measureRoom = 400;

function planned(rows: Parts['rows'], { format }: PrintedGiven) {
  const { t } = format;
  if (rows.length === 0) return [];
  return [
    heading(t('actions.plan')),
    ...table({
      caption: t('actions.plan'),
      columns: [
        ...[words(t('report.item'), 2.2), words(t('actions.measure'), 3.3), words(t('actions.owner'), 2.2)],
        ...[words(t('printed.recommendations.when'), 2.6), words(t('actions.success'), 2.2)],
        words(t('printed.recommendations.gain'), 1.6),
      ],
      rows: rows.map(row => [
        itemCell(row),
        ...[shortText(row.wholeMeasure, measureRoom, format), lines(row.lead, row.support)],
        row.isOverdue
          ? { text: lines(row.deadline, t('actions.overdue'), row.status.text, row.cost), mark: 'stop' as const }
          : lines(row.deadline, row.status.text, row.cost),
        ...[lines(row.success, row.evidence), gainLines(row, format)],
      ]),
    }),
  ];
}

function suggested(rows: Parts['suggestions'], { format }: PrintedGiven) {
  const { t } = format;
  if (rows.length === 0) return [];
  return [
    heading(t('actions.report.suggestions')),
    ...table({
      caption: t('actions.report.suggestions'),
      columns: [
        ...[words(t('report.item'), 2.4), words(t('actions.measure'), 4.4), words(t('actions.owner'), 3.2)],
        ...[words(t('actions.success'), 2), words(t('printed.recommendations.gain'), 1.6)],
      ],
      rows: rows.map(row => [
        itemCell(row),
        ...[shortText(row.wholeMeasure, measureRoom, format), lines(row.lead, row.support)],
        ...[row.success, gainLines(row, format)],
      ]),
    }),
  ];
}

/** A failing bottom line is marked. */
function itemCell({ title, isBottomLine }: { title: string; isBottomLine: boolean }) {
  return isBottomLine ? { text: title, mark: 'stop' as const } : title;
}

function gainLines({ low, supported }: { low: string; supported: string }, { t }: PrintedGiven['format']): string {
  return t('printed.recommendations.gains', { low, supported });
}

function lines(...texts: string[]): string {
  return texts.filter(text => text !== '').join('\n');
}
