import { z } from 'zod';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item, Scale } from '#checklist/checklist-schema.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { lineSchema, linesSchema } from '#shared/plain-text.ts';
import { evidenceSchema } from './evidence.ts';

export const answerKindSchema = z.enum(['scored', 'unknown', 'withheld', 'not-applicable', 'not-our-mandate']);

/** Reasons for `withheld`; never details. */
export const withheldReasonSchema = z.enum(['state-secret', 'work-secret', 'trade-secret', 'personal-data']);

const cellsSchema = z.record(z.string(), z.record(z.string(), z.int()));
export const valueSchema = z.union([z.boolean(), z.number(), cellsSchema]);
export type AnswerValue = z.infer<typeof valueSchema>;

export const limits = { note: 50_000, reason: 500, evidence: 50 };

/** One answer to one item as it is typed or sent; what the value may be depends on the item: `checkAnswer`. */
export const answerSchema = z.strictObject({
  answer: answerKindSchema,
  value: valueSchema.optional(),
  reason: lineSchema(limits.reason).optional(),
  note: linesSchema(limits.note).optional(),
  evidence: z.array(evidenceSchema).max(limits.evidence).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** The rules that depend on the item. A stateless score takes any reason for `withheld`; an assessment only one of the list. */
export function checkAnswer(
  input: unknown,
  item: Item,
  checklist: Checklist,
  withheldReasons: 'listed' | 'any',
): Checked<Answer> {
  const scale = scaleOf(item, checklist);
  const parsed = check(answerSchema, input);
  if (!parsed.ok)
    return { ok: false, faults: parsed.faults.flatMap(one => (isOfValue(one) ? noValue(item, scale) : [one])) };
  const faults = [
    ...checkPresence(parsed.value, item),
    ...checkValue(parsed.value, item, scale),
    ...checkReason(parsed.value, withheldReasons),
    ...checkEvidenceIds(parsed.value),
  ];
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

function isOfValue({ path }: Fault): boolean {
  return path.length === 1 && path[0] === 'value';
}

/** What the item asks for, of something that is no value at all. */
function noValue(item: Item, scale: Scale): Fault[] {
  return checkValue({ answer: 'scored', value: Number.NaN }, item, scale);
}

function checkPresence({ answer }: Answer, item: Item): Fault[] {
  const excludes = answer === 'not-applicable' || answer === 'not-our-mandate';
  return excludes && !item.conditional
    ? [
        fault(
          ['answer'],
          '本项不是条件项，不能填“不适用”或“非本级事权”',
          'this item is not conditional: "not applicable" and "not our mandate" are not possible',
        ),
      ]
    : [];
}

/** A record is told from another by its id. */
function checkEvidenceIds({ evidence = [] }: Answer): Fault[] {
  const seen = new Set<string>();
  return evidence.flatMap(({ id }, index) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    return [fault(['evidence', index, 'id'], '佐证编号重复', 'two records have this id')];
  });
}

function checkReason({ answer, reason }: Answer, withheldReasons: 'listed' | 'any'): Fault[] {
  if (answer === 'scored' || answer === 'unknown') return [];
  if (reason === undefined) return [fault(['reason'], '请填写理由', 'give a reason')];
  return answer === 'withheld' && withheldReasons === 'listed' && !withheldReasonSchema.safeParse(reason).success
    ? [fault(['reason'], '请从列表中选择理由，不写详情', 'choose a reason from the list; no details')]
    : [];
}

function checkValue({ answer, value }: Answer, item: Item, scale: Scale): Fault[] {
  if (answer !== 'scored')
    return value === undefined ? [] : [fault(['value'], '只有评分才填值', 'only a scored answer has a value')];
  if (value === undefined) return [fault(['value'], '请选择等级或填写数值', 'choose a level or enter a value')];
  switch (item.kind) {
    case 'maturity':
      return isInteger(value, scale.min, scale.max)
        ? []
        : [
            fault(
              ['value'],
              `须为 ${scale.min} 到 ${scale.max} 的整数等级`,
              `must be a whole level from ${scale.min} to ${scale.max}`,
            ),
          ];
    case 'metric':
      return checkFigure(value, item);
    case 'deduction':
      return isInteger(value, 0, Number.MAX_SAFE_INTEGER)
        ? []
        : [fault(['value'], '须为不小于 0 的整数', 'must be a whole number, 0 or more')];
    case 'yes-no':
      return typeof value === 'boolean' ? [] : [fault(['value'], '须为是或否', 'must be true or false')];
    case 'matrix':
      return checkCells(value, item);
  }
}

function checkFigure(value: AnswerValue, item: Extract<Item, { kind: 'metric' }>): Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [fault(['value'], '须为数字', 'must be a number')];
  const { min, max } = item;
  if (min !== undefined && value < min) return [fault(['value'], `须不小于 ${min}`, `must be ${min} or more`)];
  if (max !== undefined && value > max) return [fault(['value'], `须不大于 ${max}`, `must be ${max} or less`)];
  return [];
}

function isInteger(value: AnswerValue, min: number, max: number): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}

function checkCells(value: AnswerValue, item: Extract<Item, { kind: 'matrix' }>): Fault[] {
  if (typeof value !== 'object') return [fault(['value'], '须为表格', 'must be a table of cells')];
  const rows = new Set(item.rows.map(row => row.id));
  const columns = new Set(item.columns.map(column => column.id));
  return Object.entries(value).flatMap(([row, cells]) =>
    rows.has(row)
      ? Object.entries(cells).flatMap(([column, cell]) =>
          checkCell(['value', row, column], columns, cell, item.cellMax),
        )
      : [fault(['value', row], `没有行“${row}”`, `there is no row "${row}"`)],
  );
}

function checkCell(path: string[], columns: Set<string>, cell: number, cellMax: number): Fault[] {
  if (!columns.has(path.at(-1) ?? '')) return [fault(path, '没有这一列', 'there is no such column')];
  return isInteger(cell, 0, cellMax)
    ? []
    : [fault(path, `须为 0 到 ${cellMax} 的整数`, `must be a whole number from 0 to ${cellMax}`)];
}
