import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';

const text = (zh: string, en: string) => ({ zh, en });
const itemShape = z.looseObject({
  lead: z.string(),
  support: z.array(z.string()),
  sources: z.array(z.looseObject({ source: z.string() })),
  tags: z.array(z.string()),
});

/** The six items that others are held to, as written. */
export const exampleItems = z
  .array(itemShape)
  .parse(parse(readFileSync(path.join(import.meta.dirname, 'example-items.yaml'), 'utf8')));

/** The smallest checklist that defines what the items refer to. */
export function checklistInput(items: z.infer<typeof itemShape>[]) {
  const departments = unique(items.flatMap(({ lead, support }) => [lead, ...support]));
  const sources = unique(items.flatMap(item => item.sources.map(({ source }) => source)));
  return {
    schema: 'checklist/1',
    id: 'example',
    version: '1.0.0',
    title: text('示例检查表', 'Example checklist'),
    about: text('用于测试。', 'For tests.'),
    scale: { min: 0, max: 5, levels: scaleLevels },
    readingRules: [text('等级逐级累进。', 'Levels build on one another.')],
    grades: [{ id: 'A', from: 0, label: text('优', 'Excellent') }],
    departments: departments.map(id => ({ id, name: text('部门', 'Department') })),
    sources: sources.map(id => ({
      id,
      title: text('来源', 'Source'),
      kind: id.includes('law') ? 'law' : id === 'proposal' ? 'proposal' : 'policy',
    })),
    lenses: [
      {
        id: 'all',
        title: text('全部', 'All'),
        groups: [{ id: 'all', label: text('全部', 'All'), tags: unique(items.flatMap(({ tags }) => tags)) }],
      },
    ],
    areas: [
      { id: 'area', code: 'X', title: text('领域', 'Area'), weight: 1, purpose: text('目的。', 'Purpose.'), items },
    ],
  };
}

export function buildChecklist(input: unknown): Checklist {
  const parsed = parseChecklist(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

const scaleLevels = Array.from({ length: 6 }, (_, value) => ({
  value,
  label: text('等级', 'Level'),
  meaning: text('含义', 'Meaning'),
}));

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}
