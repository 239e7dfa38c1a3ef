import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';

export type AreaParts = { weight?: number; items: Record<string, object> };

/** A valid checklist from what a test is about: areas and items by id, a maturity item where no kind is given. */
export function buildChecklist(areas: Record<string, AreaParts>, overrides: object = {}): Checklist {
  const parsed = parseChecklist({
    ...frame,
    areas: Object.entries(areas).map(([id, { weight = 1, items }]) => ({
      ...described(id),
      weight,
      items: Object.entries(items).map(([itemId, fields]) => ({ ...described(itemId), kind: 'maturity', ...fields })),
    })),
    ...overrides,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

const described = (id: string) => ({ id, code: id, title: { zh: id } });
const band = (id: string, from: number) => ({ id, from, label: { zh: id } });

const frame = {
  ...{ schema: 'checklist/1', id: 'built', version: '1.0.0', title: { zh: '示例' } },
  scale: { min: 0, max: 5, levels: [0, 1, 2, 3, 4, 5].map(value => ({ value, label: { zh: `${value}` } })) },
  grades: [band('A', 90), band('B', 75), band('C', 60), band('D', 0)],
  facts: [{ id: 'coast', question: { zh: '沿海？' } }],
};
