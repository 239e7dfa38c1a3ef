import type { Finding, FindingCode } from '#report/finding.ts';
import type { PrintedBlock, PrintedCell } from '#report/printed-report.ts';
import { departmentName } from '../checklist/item-words.ts';
import { findingsOf, findingWords } from '../report/report-words.ts';
import { itemCells } from './achievements-part.ts';
import { heading, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';

type Mark = NonNullable<PrintedCell['mark']>;
type Section = { name: 'bottom-lines' | 'low' | 'breaks' | 'claims'; codes: Partial<Record<FindingCode, Mark>> };

/** The kinds of problems in the order in which they are listed, and the mark of each. */
const sections: Section[] = [
  {
    name: 'bottom-lines',
    codes: { 'problems.breached': 'stop', 'problems.unverified': 'open', 'problems.unsupported': 'warn' },
  },
  { name: 'low', codes: { 'problems.low': 'warn' } },
  {
    name: 'breaks',
    codes: {
      'problems.shared': 'warn',
      'problems.table-open': 'open',
      'problems.cells-empty': 'open',
      'problems.cells-zero': 'warn',
    },
  },
  { name: 'claims', codes: { 'problems.claim': 'warn', 'problems.claim-bare': 'warn' } },
];

/** 问题清单: each problem with the department that leads, kind by kind; a kind without problems says what was looked at. */
export const problemsBuilder: PartBuilder = { id: 'problems', build: given => problemBlocks(sections, given) };

/** The page has all bottom lines in a part of their own. */
export const problemsOnPage: PartBuilder = {
  id: 'problems',
  build: given =>
    problemBlocks(
      sections.filter(({ name }) => name !== 'bottom-lines'),
      given,
    ),
};

function problemBlocks(shown: Section[], given: PrintedGiven): PrintedBlock[] {
  const { report, format } = given;
  const findings = findingsOf(report, 'problems');
  const counts = findings.filter(({ code }) => code === 'problems.counts');
  return [
    ...counts.flatMap(finding => paragraph(findingWords(finding, report, format))),
    ...shown.flatMap(section => sectionBlocks(section, findings, given)),
    heading(format.t('printed.problems.open')),
    ...openBlocks(findings, given),
  ];
}

function sectionBlocks(
  { name, codes }: Section,
  findings: Finding[],
  { report, format }: PrintedGiven,
): PrintedBlock[] {
  const { t } = format;
  const rows = findings.flatMap(finding => {
    const mark = codes[finding.code];
    if (!mark) return [];
    const text = findingWords(finding, report, format);
    return [[...itemCells(finding.params.item, report, format), { text, mark }]];
  });
  const title = t(`printed.problems.${name}`);
  if (rows.length === 0) return [heading(title), ...paragraph(noneWords(name, { report, format }))];
  return [
    heading(title),
    ...table({
      caption: title,
      columns: [words(t('report.item'), 3), words(t('printed.lead'), 1.8), words(t('printed.problem'), 6)],
      rows,
    }),
  ];
}

function openBlocks(findings: Finding[], { report, format }: PrintedGiven): PrintedBlock[] {
  const { t } = format;
  const open = findings.filter(({ code }) => code === 'problems.open');
  if (open.length === 0) return paragraph(t('printed.problems.open.none'));
  return table({
    caption: t('printed.problems.open'),
    columns: [words(t('printed.owes'), 2), words(t('printed.problem'), 7)],
    rows: open.map(finding => [
      departmentName(finding.params.department, report.wholeChecklist, format) || t('printed.no-lead'),
      { text: findingWords(finding, report, format), mark: 'open' as const },
    ]),
  });
}

/** What was looked at and found in order. */
function noneWords(name: Section['name'], { report, format: { t } }: Pick<PrintedGiven, 'report' | 'format'>): string {
  if (name !== 'bottom-lines') return t(`printed.problems.${name}.none`);
  const count = report.bottomLines.filter(({ state }) => state === 'met').length;
  return count === 0 ? t('printed.problems.bottom-lines.nothing') : t('printed.problems.bottom-lines.none', { count });
}
