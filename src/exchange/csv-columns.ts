import { plainWords } from './known-words.ts';
import type { Wording } from './wording.ts';

export const csvColumns = ['code', 'item', 'answer', 'value', 'reason', 'note', 'rev'] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** The heading of a column. */
export function csvHeading(column: CsvColumn, { t }: Wording): string {
  return column === 'rev' ? t('pack.csv.rev') : t(`pack.column.${column}`);
}

/** Which column a heading names, in either language or by its name in this program. */
export function findCsvColumn(heading: string, wordings: readonly Wording[]): CsvColumn | undefined {
  const wanted = plainWords(heading);
  return csvColumns.find(
    column => column === wanted || wordings.some(wording => plainWords(csvHeading(column, wording)) === wanted),
  );
}
