import { stringify } from 'csv-stringify/sync';
import { withheldReasonSchema } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { findRecord } from '#assessment/record-answer.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { answerOptions } from './answer-options.ts';
import { csvColumns, csvHeading } from './csv-columns.ts';
import { escapeFormula } from './escape-formula.ts';
import { type PackFor, packContent } from './pack-content.ts';
import type { Wording } from './wording.ts';

export type CsvPack = { assessment: Assessment; checklist: Checklist; packFor: PackFor };

/** One row an item with its present answer, without evidence and tables; opens in a spreadsheet as UTF-8. */
export function writeAnswersCsv({ assessment, checklist, packFor }: CsvPack, wording: Wording): string {
  const { areas } = packContent(assessment, checklist, packFor);
  const rows = areas.flatMap(({ items }) => items).map(item => rowOf(item, { assessment, checklist }, wording));
  const head = csvColumns.map(column => csvHeading(column, wording));
  // Left bare, a line break in a note would begin a row, and that row could begin with a formula.
  return stringify([head, ...rows], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function rowOf(item: Item, { assessment, checklist }: Omit<CsvPack, 'packFor'>, wording: Wording): (string | number)[] {
  const record = findRecord(assessment, item.id);
  const answer = record?.answer;
  const option = answerOptions(item, checklist, wording).find(
    ({ answer: kind, value }) => kind === answer?.answer && (value === undefined || value === answer.value),
  );
  const { reason = '', note = '' } = answer ?? {};
  const listed = answer?.answer === 'withheld' ? withheldReasonSchema.safeParse(reason).data : undefined;
  return [
    ...[item.code, wording.text(item.title), option?.text ?? ''].map(escapeFormula),
    typeof answer?.value === 'number' && option?.value === undefined ? answer.value : '',
    escapeFormula(listed ? wording.t(`assessment.withheld.${listed}`) : reason),
    escapeFormula(note),
    record?.rev ?? 0,
  ];
}
