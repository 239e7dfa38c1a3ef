import { type Checklist, type ChecklistInput, checklistSchema } from '#checklist/checklist-schema.ts';

export type ItemInput = ChecklistInput['areas'][number]['items'][number];

/** A maturity item; the code is the id in capitals. */
export function buildItem(id: string, overrides: Partial<Extract<ItemInput, { kind: 'maturity' }>> = {}): ItemInput {
  return {
    id,
    code: id.toUpperCase(),
    kind: 'maturity',
    title: { zh: `检查项 ${id}`, en: `Item ${id}` },
    ...overrides,
  };
}

/** An area with items `a1`, `a2`, … unless they are given. */
export function buildArea(
  id: string,
  { weight = 1, items = [buildItem(`${id}1`), buildItem(`${id}2`)] }: { weight?: number; items?: ItemInput[] } = {},
): ChecklistInput['areas'][number] {
  return { id, code: id.toUpperCase(), title: { zh: `领域 ${id}`, en: `Area ${id}` }, weight, items };
}

/** Two areas of two maturity items on 0–5, grades A 90, B 75, C 60, D. */
export function buildChecklist(overrides: Partial<ChecklistInput> = {}): Checklist {
  return checklistSchema.parse({
    schema: 'checklist/1',
    id: 'example',
    version: '1.2.3',
    title: { zh: '示例检查表', en: 'Example checklist' },
    scale: {
      min: 0,
      max: 5,
      levels: [0, 1, 2, 3, 4, 5].map(value => ({ value, label: { zh: `${value}`, en: `${value}` } })),
    },
    grades: [
      { id: 'A', from: 90, label: { zh: '优', en: 'Excellent' } },
      { id: 'B', from: 75, label: { zh: '良', en: 'Good' } },
      { id: 'C', from: 60, label: { zh: '中', en: 'Fair' } },
      { id: 'D', from: 0, label: { zh: '待提升', en: 'Needs improvement' } },
    ],
    areas: [buildArea('a'), buildArea('b')],
    ...overrides,
  });
}
