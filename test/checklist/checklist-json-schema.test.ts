import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { checklistJsonSchema } from '#checklist/checklist-json-schema.ts';
import { checklistInput, exampleItems } from './example-checklist.ts';

const published = z.json().parse(JSON.parse(JSON.stringify(checklistJsonSchema())));

/** Enough of JSON Schema for what zod writes here; an unknown word in the schema throws. */
const nodeSchema = z.strictObject({
  $schema: z.string().optional(),
  default: z.json().optional(),
  type: z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean']).optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  properties: z.record(z.string(), z.json()).optional(),
  required: z.array(z.string()).optional(),
  propertyNames: z.json().optional(),
  additionalProperties: z.union([z.literal(false), z.json()]).optional(),
  items: z.json().optional(),
  anyOf: z.array(z.json()).optional(),
  oneOf: z.array(z.json()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  ...Object.fromEntries(
    [...['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'], 'exclusiveMinimum'].map(word => [
      word,
      z.number().optional(),
    ]),
  ),
});

function accepts(schema: unknown, value: unknown): boolean {
  const node = nodeSchema.parse(schema);
  const branches = node.anyOf ?? node.oneOf;
  if (branches && !branches.some(branch => accepts(branch, value))) return false;
  if (node.const !== undefined && node.const !== value) return false;
  if (node.enum && !node.enum.some(option => option === value)) return false;
  if (node.pattern && typeof value === 'string' && !new RegExp(node.pattern).test(value)) return false;
  if (node.type === 'array') return Array.isArray(value) && value.every(entry => accepts(node.items, entry));
  if (node.type === 'object') return acceptsObject(node, value);
  return node.type === undefined || typeof value === (node.type === 'integer' ? 'number' : node.type);
}

function acceptsObject(node: z.infer<typeof nodeSchema>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const given = new Set(entries.map(([key]) => key));
  return (
    (node.required ?? []).every(key => given.has(key)) &&
    entries.every(([key, inner]) => {
      const known = node.properties?.[key] ?? node.additionalProperties;
      return known !== false && known !== undefined && accepts(known, inner);
    })
  );
}

test('the published schema accepts the example checklist as it is written', () => {
  assert.ok(accepts(published, checklistInput(exampleItems)));
});

test('what has a default may be left out, what a text needs may not', () => {
  const input = checklistInput(exampleItems);
  assert.ok(accepts(published, { ...input, headline: 'claimed', bottomLine: {} }));
  assert.ok(!accepts(published, { ...input, title: { en: 'No Chinese' } }));
  assert.ok(!accepts(published, { ...input, colour: 'blue' }));
  assert.ok(!accepts(published, { ...input, schema: 'checklist/2' }));
});

test('an item of an unknown kind or with a misspelt key is refused', () => {
  const [item] = exampleItems;
  for (const wrong of [{ kind: 'opinion' }, { guidence: 'x' }, { bands: [] }]) {
    const input = checklistInput(exampleItems);
    const areas = input.areas.map(area => ({ ...area, items: [{ ...item, ...wrong }] }));
    assert.ok(!accepts(published, { ...input, areas }), JSON.stringify(wrong));
  }
});
