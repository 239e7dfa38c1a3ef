import type { MatrixItem } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { stepOfLevel } from '#report/step.ts';
import { cellMeaning, cellStep } from '../assessment/matrix-words.ts';
import type { Format } from '../format.ts';

export type LevelRow = { value: string; classes: string; name: string; text: string };

/** The steps of an item in words, lowest first; metric items carry their bands in their level texts, a table what its numerals mean. */
export function levelRows(item: Item, checklist: Checklist, format: Format): LevelRow[] {
  if (item.kind === 'matrix') return cellRows(item, format);
  const scale = scaleOf(item, checklist);
  const names = new Map(
    (scale.levels ?? checklist.scale.levels).map(({ value, label }) => [value, format.text(label)]),
  );
  return Object.entries(item.levels ?? {})
    .map(([value, text]) => ({ value: Number(value), text: format.text(text) }))
    .sort((a, b) => a.value - b.value)
    .map(({ value, text }) => ({
      value: String(value),
      classes: `level-${stepOfLevel(value, scale)}`,
      name: names.get(value) ?? '',
      text,
    }));
}

function cellRows(item: MatrixItem, format: Format): LevelRow[] {
  return Array.from({ length: item.cellMax + 1 }, (_, points) => ({
    value: String(points),
    classes: `level-${cellStep(item, points)}`,
    name: '',
    text: cellMeaning(item, points, format),
  }));
}

/** "牵头 住房城乡建设；配合 水务、交通运输", empty without a lead. */
export function departmentWords(item: Item, checklist: Checklist, format: Format): string {
  const lead = departmentName(item.lead, checklist, format);
  const support = (item.support ?? []).map(id => departmentName(id, checklist, format)).filter(Boolean);
  if (lead === '') return '';
  return support.length > 0
    ? format.t('checklist.departments', { lead, support: format.list(support) })
    : format.t('checklist.lead', { lead });
}

export function departmentName(id: string | undefined, { departments }: Checklist, format: Format): string {
  const department = departments?.find(one => one.id === id);
  return department ? format.text(department.name) : '';
}

/** Each source with the place in it; our own proposals say so. */
export function sourceWords(item: Item, { sources }: Checklist, format: Format): string[] {
  return (item.sources ?? []).flatMap(({ source: id, at }) => {
    const source = sources?.find(one => one.id === id);
    if (!source) return [];
    const title = format.text(source.title);
    // What stands at a proposal is the list of our own numbers, for the author and the linter.
    return [source.kind === 'proposal' ? title : format.t('checklist.source', { title, at })];
  });
}
