import type { ItemReport } from '#report/item-report.ts';
import { columnLetter } from './formulas.ts';
import type { Book } from './open-book.ts';
import { inRow, numberOf, type ScoreColumn } from './score-columns.ts';
import type { InputCheck } from './sheet.ts';
import { sayInLine } from './workbook-wording.ts';

/** What may be typed into the score sheet: the same that an answer may be. */
export function inputChecks(book: Book): InputCheck[] {
  const { scores, languages, report } = book;
  const message = (key: string) => sayInLine(languages, ({ t }) => t(`workbook.check.${key}`));
  const down = (column: ScoreColumn, from = scores.first, to = scores.last) => {
    const letter = columnLetter(numberOf(column));
    return `${letter}${from}:${letter}${to}`;
  };
  return [
    { cells: down('counts'), least: 0, most: 1, message: message('counts') },
    { cells: down('ceiling'), least: 0, most: 5, message: message('ceiling') },
    ...runsOf(report.items, isDeduction).map(({ from, to, is }) => ({
      cells: down('level', scores.first + from, scores.first + to),
      ...(is
        ? { least: 0, most: 1_000_000, message: message('deduction') }
        : {
            least: inRow('from', scores.first + from),
            most: inRow('to', scores.first + from),
            message: message('level'),
          }),
    })),
  ];
}

function isDeduction({ item }: ItemReport): boolean {
  return item.kind === 'deduction';
}

type Run = { from: number; to: number; is: boolean };

/** Neighbours that are alike share one rule: thousands of rules make a spreadsheet slow. */
function runsOf(items: readonly ItemReport[], test: (item: ItemReport) => boolean): Run[] {
  const runs: Run[] = [];
  items.forEach((item, index) => {
    const last = runs.at(-1);
    const is = test(item);
    if (last?.is === is) last.to = index;
    else runs.push({ from: index, to: index, is });
  });
  return runs;
}
