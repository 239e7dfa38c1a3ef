import type { Report } from '#report/report.ts';
import { sheetName } from '#shared/sheet-name.ts';
import { headingRow } from './cells.ts';
import type { TablePlace } from './formulas.ts';
import { type GroupKeys, groupKeys } from './group-keys.ts';
import { type MatrixPlace, matrixPlaces } from './matrix-places.ts';
import { type Languages, sayInLine } from './workbook-wording.ts';

const sheetIds = [
  ...(['summary', 'scores', 'areas', 'lenses', 'heatmaps', 'matrices', 'actions', 'evidence', 'method'] as const),
] as const;
type SheetId = (typeof sheetIds)[number];

/** What every sheet needs to know of the others, because formulas lead from one to the next. */
export type Book = {
  report: Report;
  languages: Languages;
  names: Record<SheetId, string>;
  scores: TablePlace;
  areas: TablePlace;
  /** By item id. */
  matrices: ReadonlyMap<string, MatrixPlace>;
  keys: GroupKeys;
};

export function openBook(report: Report, languages: Languages): Book {
  const names = namesIn(languages);
  return {
    ...{ report, languages, names },
    scores: placeOf(names.scores, report.items.length),
    areas: placeOf(names.areas, report.areas.length),
    matrices: matrixPlaces(report.matrices, names.matrices),
    keys: groupKeys(report.checklist.lenses),
  };
}

/** A table without rows keeps one empty row, so that formulas have something to lead to. */
function placeOf(sheet: string, rows: number): TablePlace {
  const first = headingRow + 1;
  return { sheet, first, last: first + Math.max(1, rows) - 1 };
}

function namesIn(languages: Languages): Record<SheetId, string> {
  const names: Record<SheetId, string> = {
    ...{
      summary: '',
      scores: '',
      areas: '',
      lenses: '',
      heatmaps: '',
      matrices: '',
      actions: '',
      evidence: '',
      method: '',
    },
  };
  for (const id of sheetIds) {
    const wanted = sayInLine(languages, ({ t }) => t(`workbook.sheet.${id}`));
    names[id] = sheetName(wanted, Object.values(names));
  }
  return names;
}
