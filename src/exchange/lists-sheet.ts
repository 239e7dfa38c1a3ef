import type { DataValidation, Workbook } from '@cj-tech-master/excelts';

/** Adds the entries of a drop-down and gives the rule for its cells. The same entries are written once. */
export type AddList = (entries: string[], strictness: 'only-these' | 'suggested') => DataValidation;

type Messages = { title: string; text: string };

/** Lists stand in a hidden sheet, because a rule itself has room for 255 characters only. */
export function listsSheet(workbook: Workbook, { title, text }: Messages): AddList {
  const sheet = workbook.addWorksheet('lists', { state: 'veryHidden' });
  const known = new Map<string, string>();
  let rows = 0;
  return (entries, strictness) => {
    const key = JSON.stringify(entries);
    const range = known.get(key) ?? `lists!$A$${rows + 1}:$A$${rows + entries.length}`;
    if (!known.has(key)) {
      known.set(key, range);
      for (const entry of entries) sheet.getCell(`A${++rows}`).value = entry;
    }
    return {
      type: 'list',
      allowBlank: true,
      formulae: [range],
      showErrorMessage: strictness === 'only-these',
      errorStyle: 'stop',
      errorTitle: title,
      error: text,
    };
  };
}
