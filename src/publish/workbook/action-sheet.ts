import type { ActionContent } from '#assessment/action.ts';
import type { PlannedAction } from '#report/action-plan.ts';
import { orderActions } from '#report/order-actions.ts';
import { cell, headingCell, headingRow, headRows } from './cells.ts';
import { targetWords } from './item-words.ts';
import type { Book } from './open-book.ts';
import type { Cell, CellStyle, Row, Sheet } from './sheet.ts';
import { type SheetLanguage, say } from './workbook-wording.ts';
import { areaOf } from './write-workbook.ts';

const columns = [
  ...(['code', 'item', 'bottom-line', 'measure', 'target', 'evidence', 'lead', 'support'] as const),
  ...(['deadline', 'cost', 'estimate', 'funding', 'status', 'acceptance', 'low', 'supported'] as const),
];
type Column = (typeof columns)[number];
const widths = [8, 26, 8, 46, 18, 18, 18, 22, 12, 16, 10, 16, 10, 26, 10, 10];

/** The plan, failing bottom lines first; left out where nothing is planned. */
export function actionSheet(book: Book): Sheet | undefined {
  const { report, languages, names } = book;
  const departments = (report.checklist.departments ?? []).map(({ id }) => id);
  const actions = orderActions(report.plan.actions, 'bottom', { aim: 'low', departments });
  if (actions.length === 0) return undefined;
  return {
    name: names.actions,
    widths,
    rows: [
      ...headRows(names.actions, ({ t }) => t('workbook.action.about'), { languages }),
      { cells: columns.map(column => headingCell(languages, `action.${column}`)), height: 32 },
      ...actions.map(planned => actionRow(planned, book)),
    ],
    frozen: { rows: headingRow, columns: 2 },
    orientation: 'landscape',
    filter: areaOf({ row: headingRow, column: 1 }, { row: headingRow + actions.length, column: columns.length }),
    checks: [],
    colours: [],
  };
}

function actionRow({ action, place, gain, isBottomLine }: PlannedAction, book: Book): Row {
  const { languages } = book;
  const { content } = action;
  const words = (wording: (language: SheetLanguage) => string, style: CellStyle = 'text') =>
    cell(say(languages, wording), style);
  const cells: Record<Column, Cell> = {
    code: cell(place?.item.code ?? content.item, 'strong'),
    item: words(({ t, text }) => (place ? text(place.item.title) : t('actions.out-of-scope')), 'strong'),
    'bottom-line': words(({ t }) => (isBottomLine ? t('actions.csv.yes') : ''), 'centred'),
    measure: cell(content.measure, 'text'),
    target: words(language => (place ? targetWords(content.target, place.item, language) : '')),
    evidence: words(({ t, list }) => list(content.evidence.map(kind => t(`assessment.evidence.${kind}`)))),
    lead: words(({ text }) => departmentName(content.lead, book, text)),
    support: words(({ text, list }) => list(content.support.map(id => departmentName(id, book, text)))),
    deadline: cell(content.deadline === undefined ? null : { day: content.deadline }, 'day'),
    cost: words(({ t }) => (content.cost ? t(`actions.cost.${content.cost.band}`) : '')),
    estimate: cell(content.cost?.estimate, 'share'),
    funding: cell(content.funding, 'text'),
    status: words(({ t }) => t(`actions.status.${content.status}`)),
    acceptance: words(language => acceptanceWords(content, language)),
    low: cell(gain.low, 'score'),
    supported: cell(gain.supported, 'score'),
  };
  return { cells: columns.map(column => cells[column]) };
}

function departmentName(id: string | undefined, { report }: Book, text: SheetLanguage['text']): string {
  const department = report.wholeChecklist.departments?.find(department => department.id === id);
  return department ? text(department.name) : (id ?? '');
}

function acceptanceWords({ acceptance }: ActionContent, { t }: SheetLanguage): string {
  return acceptance
    ? t('actions.acceptance.words', { by: acceptance.by, day: acceptance.on, against: acceptance.against })
    : '';
}
