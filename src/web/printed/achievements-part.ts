import { strongestEvidence } from '#report/achievement-findings.ts';
import { findItemReport } from '#report/item-index.ts';
import type { Report } from '#report/report.ts';
import { itemTitle } from '../assessment/item-names.ts';
import { departmentName } from '../checklist/item-words.ts';
import { evidenceWords } from '../evidence/evidence-line.ts';
import type { Format } from '../format.ts';
import { findingsOf, findingWords } from '../report/report-words.ts';
import { list, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder } from './printed-part.ts';
import { shortText } from './short-text.ts';

/** 主要成效: only what evidence shows. */
export const achievementsBuilder: PartBuilder = {
  id: 'achievements',
  build: ({ report, format }) => {
    const { t } = format;
    const findings = findingsOf(report, 'achievements');
    const items = findings.filter(({ code }) => code === 'achievements.item');
    const others = findings.filter(finding => !items.includes(finding));
    return [
      ...paragraph(t('printed.achievements.lead')),
      ...list(others.map(finding => findingWords(finding, report, format))),
      ...table({
        caption: t('printed.achievements.items'),
        columns: [
          ...[words(t('report.item'), 3), words(t('printed.lead'), 2), words(t('printed.reached'), 2)],
          words(t('printed.strongest'), 4),
        ],
        rows: items.map(finding => [
          ...itemCells(finding.params.item, report, format),
          { text: findingWords(finding, report, format), mark: 'ok' as const },
          evidenceOf(finding.params.item, report, format),
        ]),
      }),
    ];
  },
};

/** The item with its title, and the department that leads it. */
export function itemCells(id: string | undefined, report: Report, format: Format): [string, string] {
  const item = findItemReport(report.items, id);
  if (!item) return [id ?? '', ''];
  return [itemTitle(item, format), departmentName(item.item.lead, report.wholeChecklist, format) || '—'];
}

function evidenceOf(id: string | undefined, report: Report, format: Format): string {
  const item = findItemReport(report.items, id);
  const evidence = item && strongestEvidence(item);
  return evidence ? shortText(evidenceWords(evidence, format), 120, format) : '—';
}
