import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { type EvidenceUse, evidenceUses } from '#report/evidence-uses.ts';
import type { PrintedBlock } from '#report/printed-report.ts';
import { ceilings } from '#scoring/evidence-ceiling.ts';
import { namedItems } from '../assessment/item-names.ts';
import { evidenceWords } from '../evidence/evidence-line.ts';
import { findingsOf, findingWords } from '../report/report-words.ts';
import { figures, heading, list, note, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';
import { shortText } from './short-text.ts';

/** 佐证与复核说明: what stands behind the answers, which records do not count, and who has looked at it. */
export const evidenceBuilder: PartBuilder = {
  id: 'evidence',
  build: given => {
    const { report, format } = given;
    const { t } = format;
    const uses = evidenceUses(report);
    return [
      heading(t('printed.evidence.stand')),
      ...list(findingsOf(report, 'evidence').map(finding => findingWords(finding, report, format))),
      ...kindTable(uses, given),
      ...doubtful(uses, given),
      heading(t('printed.evidence.review')),
      note(t('printed.evidence.no-review'), 'warn'),
      note(t('printed.evidence.no-secrets')),
    ];
  },
};

function kindTable(uses: EvidenceUse[], { format: { t, percent } }: PrintedGiven): PrintedBlock[] {
  const counted = uses.filter(({ counts }) => counts);
  return table({
    caption: t('printed.evidence.kinds'),
    columns: [
      words(t('printed.evidence.kind'), 2),
      words(t('printed.evidence.ceiling'), 2),
      figures(t('printed.evidence.count')),
    ],
    rows: evidenceKindSchema.options
      .map(kind => ({ kind, count: counted.filter(({ record }) => record.kind === kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => [
        t(`assessment.evidence.${kind}`),
        t('printed.evidence.ceiling.level', { share: percent(20 * ceilings[kind]) }),
        String(count),
      ]),
  });
}

const marks = { expired: 'stop', later: 'stop', never: 'stop', expiring: 'warn', undated: 'open' } as const;

/** The records that do not count on the reference date, soon will not or have no date. */
function doubtful(uses: EvidenceUse[], { report, format }: PrintedGiven): PrintedBlock[] {
  const { t } = format;
  return table({
    caption: t('printed.evidence.doubtful'),
    columns: [
      words(t('printed.evidence.record'), 4),
      words(t('printed.evidence.validity'), 2),
      words(t('report.items'), 3),
    ],
    rows: uses.flatMap(({ record, validity, items }) =>
      validity === 'in-force'
        ? []
        : [
            [
              shortText(evidenceWords(record, format), 160, format),
              { text: t(`printed.validity.${validity}`), mark: marks[validity] },
              namedItems(items, report, format),
            ],
          ],
    ),
  });
}
