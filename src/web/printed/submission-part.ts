import type { DepartmentWork } from '#assessment/department-work.ts';
import { findCell } from '#assessment/matrix-cells.ts';
import { findItemReport } from '#report/item-index.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { PrintedBlock, PrintedPart } from '#report/printed-report.ts';
import { namedItems } from '../assessment/item-names.ts';
import { factList, heading, note, paragraph, table, words } from './printed-blocks.ts';
import type { PrintedGiven } from './printed-part.ts';
import { itemTable } from './score-sheet.ts';

type Given = Pick<PrintedGiven, 'report' | 'format'>;

/** 报送单: what one department answers for, to be signed and sealed. `name` is the department's. */
export function submissionPart(work: DepartmentWork, name: string, given: Given): PrintedPart {
  const { report, format } = given;
  const { t } = format;
  const { city, period } = report.assessment.setup;
  const items = work.leads.flatMap(({ item }) => findItemReport(report.items, item.id) ?? []);
  return {
    id: 'submission',
    title: t('printed.submission.heading', { city, period }),
    blocks: [
      ...factList(factsOf(name, given)),
      ...paragraph(leadOf(items, given)),
      ...itemBlocks(items, given),
      ...rowBlocks(work, given),
      ...supportBlocks(work, given),
      note(t('printed.submission.secrets')),
      {
        kind: 'signatures',
        labels: (['filled', 'checked', 'leader', 'seal', 'day'] as const).map(line => t(`printed.sign.${line}`)),
      },
    ],
  };
}

function factsOf(name: string, { report, format }: Given) {
  const { t, day, dayAndTime, text } = format;
  const { period, referenceDate } = report.assessment.setup;
  const { title, version } = report.wholeChecklist;
  return [
    { label: t('printed.submission.department'), value: name },
    { label: t('report.scope.period'), value: period },
    { label: t('report.scope.reference-date'), value: day(referenceDate) },
    { label: t('report.scope.checklist'), value: t('report.scope.checklist.value', { title: text(title), version }) },
    { label: t('report.scope.generated'), value: dayAndTime(report.generatedAt) },
  ];
}

function leadOf(items: ItemReport[], { format: { t } }: Given): string {
  if (items.length === 0) return t('printed.submission.none');
  const open = items.filter(({ state }) => state === 'unanswered').length;
  return t('printed.submission.lead', { count: items.length, answered: items.length - open, open });
}

function itemBlocks(items: ItemReport[], given: Given): PrintedBlock[] {
  const caption = given.format.t('printed.submission.items');
  return items.length === 0
    ? []
    : [
        heading(caption),
        ...itemTable({ caption, items, columns: ['item', 'answer', 'claimed', 'supported', 'evidence'] }, given),
      ];
}

/** Its row of every table by department, as filled in. */
function rowBlocks({ rows, departmentId = '' }: DepartmentWork, { report, format }: Given): PrintedBlock[] {
  const { t, text, list } = format;
  if (rows.length === 0) return [];
  return [
    heading(t('printed.submission.rows')),
    ...table({
      caption: t('printed.submission.rows'),
      columns: [words(t('printed.submission.table'), 3), words(t('printed.submission.cells'), 5)],
      rows: rows.map(({ item }) => {
        const value = findItemReport(report.items, item.id)?.answer?.value;
        const cells = item.columns.map(({ id, label }) => {
          const points = findCell(value, { row: departmentId, column: id });
          return t('printed.submission.cell', { column: text(label), value: points ?? '—' });
        });
        return [`${item.code} ${text(item.title)}`, list(cells)];
      }),
    }),
  ];
}

function supportBlocks({ supports }: DepartmentWork, { report, format }: Given): PrintedBlock[] {
  const ids = supports.map(({ item }) => item.id);
  return ids.length === 0
    ? []
    : paragraph(format.t('printed.submission.supports', { items: namedItems(ids, report, format) }));
}
