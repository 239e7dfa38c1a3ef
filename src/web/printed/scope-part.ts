import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { scopePart } from '../report/report-scope.ts';
import { findingsOf, findingWords } from '../report/report-words.ts';
import { factList, heading, list, note, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder } from './printed-part.ts';

/** 总体情况: what was assessed, on what basis, and how the answers came about. */
export const scopeBuilder: PartBuilder = {
  id: 'scope',
  build: ({ report, format }) => {
    const { facts, city } = scopePart(report, format);
    const { t } = format;
    return [
      heading(t('printed.scope.object')),
      ...factList(facts.map(({ label, value }) => ({ label, value }))),
      ...table({
        caption: t('report.scope.facts'),
        columns: [words(t('printed.scope.question'), 8), words(t('printed.scope.answer'))],
        rows: city.map(({ question, answer }) => [question, answer]),
      }),
      heading(t('printed.scope.basis')),
      ...paragraph(t('printed.scope.basis.lead')),
      ...list(sourceLines(report, format)),
      heading(t('printed.scope.process')),
      ...list(processLines(report, format)),
      ...(report.trail ? paragraph(t('printed.scope.trail', { count: report.trail.seq })) : []),
      note(t('printed.scope.group')),
    ];
  },
};

/** How the answers came about. */
export function processLines(report: Report, format: Format): string[] {
  return findingsOf(report, 'process').map(finding => findingWords(finding, report, format));
}

/** The sources that the items in scope cite, but not the tool's own proposals; those not seen in full say so. */
function sourceLines({ checklist, wholeChecklist }: Report, { t, text }: Format): string[] {
  const cited = new Set(itemsOf(checklist).flatMap(({ sources = [] }) => sources.map(({ source }) => source)));
  return (wholeChecklist.sources ?? [])
    .filter(({ id, kind }) => cited.has(id) && kind !== 'proposal')
    .map(({ title, number, seen }) => {
      const name = number === undefined ? text(title) : t('printed.source.number', { title: text(title), number });
      return seen === undefined || seen === 'full' ? name : t(`printed.source.${seen}`, { source: name });
    });
}
