import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { ItemReport } from '#report/item-report.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { roundScore } from '#scoring/rounding.ts';
import { cell, formula } from './cells.ts';
import { dash, shownScore } from './formulas.ts';
import { evidenceLines, remarkLines, valueWords } from './item-words.ts';
import type { Book } from './open-book.ts';
import { areaRange, inRow, type ScoreColumn, scoreColumns } from './score-columns.ts';
import type { Cell, Row } from './sheet.ts';
import { say } from './workbook-wording.ts';

/** One item: what was answered, what may be changed, and the formulas from there to its part of the whole. */
export function scoreRow(item: ItemReport, row: number, book: Book): Row {
  const cells: Record<ScoreColumn, Cell> = {
    ...describedCells(item, book),
    ...inputCells(item, book),
    ...worthCells(item, row),
    ...wordCells(item, book),
    ...weightCells(item, row, book),
  };
  return { cells: scoreColumns.map(column => cells[column]) };
}

export function isExcluded({ state }: ItemReport): boolean {
  return state === 'excluded-by-fact' || state === 'not-applicable' || state === 'not-our-mandate';
}

function describedCells(item: ItemReport, { report, languages }: Book) {
  const place = report.checklist.areas.findIndex(({ id }) => id === item.area);
  const area = report.checklist.areas[place];
  return {
    'area-number': cell(place + 1, 'whole'),
    area: cell(area && `${area.code} ${say(languages, ({ text }) => text(area.title))}`, 'text'),
    code: cell(item.code, 'text'),
    item: cell(
      say(languages, ({ text }) => text(item.item.title)),
      'strong',
    ),
    'bottom-line': cell(item.item.bottomLine ? say(languages, ({ t }) => t('report.csv.yes')) : null, 'centred'),
    state: cell(
      say(languages, ({ t }) => t(`report.answer.${item.state}`)),
      'text',
    ),
    value: cell(
      say(languages, language => valueWords(item, language)),
      'text',
    ),
  };
}

function inputCells(item: ItemReport, { report, matrices }: Book) {
  const { from, to } = endsOf(item.item, report);
  const level = levelOf(item);
  const table = matrices.get(item.id)?.cells;
  return {
    counts: cell(isExcluded(item) ? 0 : 1, 'input'),
    from: cell(from, 'calculated'),
    to: cell(to, 'calculated'),
    level: table === undefined ? cell(level, 'input') : formula(tableFormula(table, item), level ?? '', 'input'),
    ceiling: cell(ceilingOf(item.answer?.evidence, report.assessment.setup.referenceDate), 'input'),
    weight: cell(item.item.weight, 'input'),
  };
}

/** Both ends of what an item can be: its scale; of a deduction what one shortcoming costs, and the full marks. */
function endsOf(item: Item, { checklist }: Book['report']): { from: number; to: number } {
  switch (item.kind) {
    case 'deduction':
      return { from: item.per, to: item.points };
    case 'yes-no':
      return { from: 0, to: 1 };
    case 'matrix':
      return { from: 0, to: item.rows.length * item.columns.length * item.cellMax };
    default: {
      const { min, max } = scaleOf(item, checklist);
      return { from: min, to: max };
    }
  }
}

/** The number that stands for the answer; null unless it is scored. */
function levelOf({ item, answer, fraction, claimedLevel }: ItemReport): number | null {
  if (fraction === null || answer?.value === undefined) return null;
  if (item.kind === 'matrix') return sumOf(answer.value);
  if (item.kind === 'yes-no') return answer.value === true ? 1 : 0;
  return item.kind === 'deduction' && typeof answer.value === 'number' ? answer.value : claimedLevel;
}

function sumOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, part) => sum + sumOf(part), 0)
    : 0;
}

/** A table that was scored counts 0 where it is empty; one that was not counts once somebody fills it in. */
function tableFormula(table: string, { fraction }: ItemReport): string {
  return fraction === null ? `IF(COUNT(${table})=0,"",SUM(${table}))` : `SUM(${table})`;
}

function worthCells({ item, fraction, supported, effectiveWeight }: ItemReport, row: number) {
  const at = (column: ScoreColumn) => inRow(column, row);
  const shown = (of: ScoreColumn) => `IF(ISNUMBER(${at(of)}),${shownScore(`100*${at(of)}`)},"${dash}")`;
  const percent = (part: number | null) => (part === null ? dash : roundScore(100 * part));
  const worth =
    item.kind === 'deduction'
      ? `MAX(0,${at('to')}-${at('level')}*${at('from')})/${at('to')}`
      : `(${at('level')}-${at('from')})/(${at('to')}-${at('from')})`;
  return {
    claimed: formula(shown('fraction'), percent(fraction), 'score-strong'),
    supported: formula(shown('carried'), percent(supported), 'score-strong'),
    share: formula(`100*${at('part')}`, 100 * effectiveWeight, 'share'),
    fraction: formula(`IF(AND(${at('counts')}=1,ISNUMBER(${at('level')})),${worth},"")`, fraction ?? '', 'calculated'),
    carried: formula(
      `IF(ISNUMBER(${at('fraction')}),MIN(${at('fraction')},${at('ceiling')}/5),"")`,
      supported ?? '',
      'calculated',
    ),
  };
}

function wordCells(item: ItemReport, { report, languages, keys }: Book) {
  const lead = report.wholeChecklist.departments?.find(({ id }) => id === item.item.lead);
  return {
    remarks: cell(remarkLines(item, languages), 'text'),
    evidence: cell(evidenceLines(item, languages), 'text'),
    lead: cell(lead && say(languages, ({ text }) => text(lead.name)), 'text'),
    groups: cell(keys.ofItem(item), 'calculated'),
  };
}

function weightCells(item: ItemReport, row: number, { areas }: Book) {
  const at = (column: ScoreColumn) => inRow(column, row);
  const { weight } = item.item;
  const [f, s, e] = [item.fraction ?? 0, item.supported ?? 0, item.effectiveWeight];
  const isScored = item.fraction !== null;
  const whereScored = (expression: string) => `IF(ISNUMBER(${at('fraction')}),${expression},0)`;
  const ofArea = (column: 'part' | 'sum-all') =>
    `SUMIFS(${areaRange(areas, column)},${areaRange(areas, 'number')},${at('area-number')})`;
  const sum = (expression: string, result: number) => formula(expression, result, 'calculated');
  return {
    'weight-scored': sum(whereScored(at('weight')), isScored ? weight : 0),
    'weight-all': sum(`IF(${at('counts')}=1,${at('weight')},0)`, isExcluded(item) ? 0 : weight),
    'weight-claimed': sum(whereScored(`${at('weight')}*${at('fraction')}`), weight * f),
    'weight-supported': sum(whereScored(`${at('weight')}*${at('carried')}`), weight * s),
    part: sum(`IF(${at('weight-all')}=0,0,${ofArea('part')}*(${at('weight-all')}/${ofArea('sum-all')}))`, e),
    'part-scored': sum(whereScored(at('part')), isScored ? e : 0),
    'part-claimed': sum(whereScored(`${at('part')}*${at('fraction')}`), e * f),
    'part-supported': sum(whereScored(`${at('part')}*${at('carried')}`), e * s),
  };
}
