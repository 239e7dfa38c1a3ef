import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseChecklist } from '#checklist/check-checklist.ts';

const text = { zh: '文字' };
const scale = {
  min: 0,
  max: 2,
  levels: [0, 1, 2].map(value => ({ value, label: text })),
};
const lens = { id: 'gaps', title: text, groups: [{ id: 'risk', label: text, tags: ['gap:risk'] }] };
const grade = { id: 'A', from: 0, label: text };
const entry = { id: 'housing', name: text };
const item = { id: 'one', code: 'A1', kind: 'maturity', title: text };
const metric = {
  ...item,
  kind: 'metric',
  unit: '%',
  direction: 'higher-is-better',
  bands: [
    { at: 50, level: 1 },
    { at: 80, level: 2 },
  ],
};
const levels = { 0: { zh: '无' }, 1: { zh: '一' }, 2: { zh: '二' } };
const area = { id: 'area', code: 'A', title: text, weight: 1, items: [item] };
const checklist = {
  schema: 'checklist/1',
  id: 'small',
  version: '1.0.0',
  title: text,
  scale,
  grades: [grade],
  departments: [entry],
  lenses: [lens],
  areas: [area],
};
const withItems = (...items: object[]) => ({ areas: [{ ...area, items }] });
const withBands = (...bands: [number, number][]) =>
  withItems({ ...metric, bands: bands.map(([at, level]) => ({ at, level })) });

const cases: [string, object, string[]][] = [
  ['an unknown key', { colour: 'blue' }, ['colour']],
  ['a missing key', { version: undefined }, ['version']],
  ['an area twice', { areas: [area, { ...area, items: [] }] }, ['areas.1.id', 'areas.1.code']],
  ['an item twice', withItems(item, item), ['areas.0.items.1.id', 'areas.0.items.1.code']],
  ['a grade twice', { grades: [{ ...grade, from: 50 }, grade] }, ['grades.1.id']],
  ['a department twice', { departments: [entry, entry] }, ['departments.1.id']],
  ['bounds without room between', withItems({ ...metric, min: 90, max: 90 }), ['areas.0.items.0.max']],
  ['a band above the most', withItems({ ...metric, max: 79 }), ['areas.0.items.0.bands.1.at']],
  ['a band below the least', withItems({ ...metric, min: 51, max: 100 }), ['areas.0.items.0.bands.0.at']],
  ['a scale of one level', { scale: { ...scale, max: 0 } }, ['scale.max']],
  ['scale levels with a hole', { scale: { ...scale, max: 3 } }, ['scale.levels']],
  ['grades that rise', { grades: [grade, { ...grade, id: 'B', from: 60 }] }, ['grades.1.from', 'grades.1.from']],
  ['grades that do not reach 0', { grades: [{ ...grade, from: 10 }] }, ['grades.0.from']],
  ['a cap that is no grade', { bottomLine: { cap: 'Z' } }, ['bottomLine.cap']],
  ['areas that weigh nothing', { areas: [{ ...area, weight: 0 }] }, ['areas']],
  [
    'a crossed lens of no lens',
    { lenses: [{ id: 'x', title: text, rows: 'a', columns: 'b' }] },
    ['lenses.0.rows', 'lenses.0.columns'],
  ],
  [
    'an unknown department',
    withItems({ ...item, lead: 'x', support: ['housing', 'y'] }),
    ['areas.0.items.0.lead', 'areas.0.items.0.support.1'],
  ],
  [
    'an unknown source',
    withItems({ ...item, sources: [{ source: 'x', at: '1' }] }),
    ['areas.0.items.0.sources.0.source'],
  ],
  ['an unknown fact', withItems({ ...item, conditional: { fact: 'x' } }), ['areas.0.items.0.conditional.fact']],
  ['an unknown tag', withItems({ ...item, tags: ['gap:risk', 'gap:x'] }), ['areas.0.items.0.tags.1']],
  [
    'a level beyond the scale',
    withItems({ ...item, levels: { ...levels, 3: { zh: '三' } } }),
    ['areas.0.items.0.levels.3'],
  ],
  ['a level left out', withItems({ ...item, levels: { 0: text, 2: { zh: '二' } } }), ['areas.0.items.0.levels']],
  ['two levels alike', withItems({ ...item, levels: { ...levels, 2: { zh: '一' } } }), ['areas.0.items.0.levels.2.zh']],
  [
    'a faulty scale of an item',
    withItems({ ...item, scale: { min: 1, max: 1 }, levels }),
    ['areas.0.items.0.scale.max'],
  ],
  ['bands out of order', withBands([50, 0], [80, 1], [60, 2]), ['areas.0.items.0.bands.2.at']],
  ['a better band with a lower level', withBands([50, 2], [80, 1]), ['areas.0.items.0.bands.1.level']],
  ['a band beyond the scale', withBands([50, 1], [80, 9]), ['areas.0.items.0.bands.1.level']],
  [
    'a matrix with a row twice and a text too few',
    withItems({ ...item, kind: 'matrix', rows: ['a', 'a'], columns: ['b'], cellMax: 2, cells: [text, text] }),
    ['areas.0.items.0.rows.1.id', 'areas.0.items.0.cells'],
  ],
];

for (const [name, change, paths] of cases) {
  test(`fault: ${name}`, () => {
    const parsed = parseChecklist({ ...checklist, ...change });
    assert.ok(!parsed.ok);
    assert.deepEqual(
      parsed.faults.map(fault => fault.path.join('.')),
      paths,
    );
    for (const { message } of parsed.faults) assert.ok(message.zh && message.en);
  });
}

test('bare, with levels, with bands that fall: all are checklists', () => {
  const falling = {
    ...metric,
    direction: 'lower-is-better',
    bands: [
      { at: 10, level: 2 },
      { at: 30, level: 1 },
    ],
  };
  for (const change of [
    {},
    withItems({ ...metric, min: 50, max: 80 }),
    withItems({ ...metric, min: -1 }),
    withItems({ ...item, levels }),
    withItems(metric),
    withItems(falling),
  ])
    assert.ok(parseChecklist({ ...checklist, ...change }).ok);
});

test('the checklists of the scoring vectors are checklists', () => {
  const folder = path.join(import.meta.dirname, '../scoring/vectors');
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  assert.ok(files.length > 10);
  for (const file of files) {
    const parsed = parseChecklist(JSON.parse(readFileSync(path.join(folder, file), 'utf8')).checklist);
    assert.deepEqual(parsed.ok ? [] : parsed.faults, [], file);
  }
});

const sourced = { ...item, lead: 'x', conditional: { fact: 'f' }, sources: [{ source: 'law' }] };
const together: [string, object, string[]][] = [
  [
    'an item without a clause still refers to nothing',
    withItems(sourced),
    [
      'areas.0.items.0.sources.0.at',
      'areas.0.items.0.conditional.fact',
      'areas.0.items.0.lead',
      'areas.0.items.0.sources.0.source',
    ],
  ],
  [
    'a hole in a list hides only itself',
    withItems({ ...item, weight: -1, support: ['housing', 7, 'x'], tags: ['Gap', 'gap:x', 'gap:risk'] }),
    [...['weight', 'support.1', 'tags.0', 'support.2', 'tags.1'].map(at => `areas.0.items.0.${at}`)],
  ],
  [
    'the same id in an item that cannot be read',
    withItems(item, { id: 'one', code: 'A1' }),
    ['areas.0.items.1.kind', 'areas.0.items.1.id', 'areas.0.items.1.code'],
  ],
  [
    'a whole item beside an area that has no title',
    { areas: [{ ...area, title: undefined, items: [{ ...metric, bands: [{ at: 50, level: 9 }] }] }] },
    ['areas.0.title', 'areas.0.items.0.bands.0.level'],
  ],
  [
    'a list that is none defines nobody knows what',
    { departments: 'x', ...withItems(sourced) },
    [
      'departments',
      'areas.0.items.0.sources.0.at',
      'areas.0.items.0.conditional.fact',
      'areas.0.items.0.sources.0.source',
    ],
  ],
  [
    'a department without a name is a department',
    { departments: [{ id: 'x' }], ...withItems({ ...item, lead: 'x' }) },
    ['departments.0.name'],
  ],
  [
    'groups whose tags cannot be read may have defined any tag',
    {
      lenses: [{ ...lens, groups: [{ id: 'g', label: text, tags: 'a:b' }] }],
      ...withItems({ ...item, tags: ['c:d'] }),
    },
    ['lenses.0.groups.0.tags'],
  ],
  [
    'a lens without a title still has its tags',
    { lenses: [{ ...lens, title: undefined }], ...withItems({ ...item, tags: ['gap:risk', 'c:d'] }) },
    ['lenses.0.title', 'areas.0.items.0.tags.1'],
  ],
  [
    'levels are not held against a scale that cannot be read',
    { scale: 1, ...withItems({ ...item, levels }) },
    ['scale'],
  ],
  ['a cap is not held against grades that cannot be read', { grades: 1, bottomLine: { cap: 'Z' } }, ['grades']],
];

for (const [name, change, paths] of together) {
  test(`faults of form and of reference together: ${name}`, () => {
    const parsed = parseChecklist({ ...checklist, ...change });
    assert.ok(!parsed.ok);
    assert.deepEqual(
      parsed.faults.map(fault => fault.path.join('.')),
      paths,
    );
  });
}

test('one number out of place among many bands is one fault', () => {
  const bands = [60, 50, 70, 80, 90, 95].map((at, level) => ({ at, level }));
  const wide = { min: 0, max: 5 };
  const parsed = parseChecklist({ ...checklist, ...withItems({ ...metric, scale: wide, bands }) });
  assert.deepEqual(parsed.ok ? [] : parsed.faults.map(({ path }) => path.join('.')), ['areas.0.items.0.bands.1.at']);
});

test('a fault of form takes no time for the rest of it', { timeout: 20_000 }, () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    id: `i${index}`,
    code: 'A',
    lead: 'x',
    support: [1, 'y'],
  }));
  const parsed = parseChecklist({ ...checklist, areas: [{ ...area, items: many }] });
  assert.ok(!parsed.ok && parsed.faults.length > 4_000);
});

test('whatever JSON comes in, it is a checklist or has faults', () => {
  fc.assert(
    fc.property(fc.json(), json => {
      const parsed = parseChecklist(JSON.parse(json));
      assert.ok(parsed.ok || parsed.faults.length > 0);
    }),
  );
});

test('whatever JSON stands in the place of a part, it is a checklist or has faults', () => {
  const full = {
    ...checklist,
    ...withItems({ ...metric, levels, tags: ['gap:risk'], scale: { min: 0, max: 2 }, conditional: { fact: 'x' } }),
    bottomLine: { cap: 'A' },
    facts: [{ id: 'x', question: text }],
  };
  const places = placesIn(full);
  assert.ok(places.length > 60);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
      const parsed = parseChecklist(replaced(full, place, value));
      assert.ok(parsed.ok || parsed.faults.length > 0);
    }),
    { numRuns: 1000 },
  );
});

function placesIn(value: unknown, place: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...place, key]))];
}

function replaced(whole: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((inner, index) => (String(index) === step ? replaced(inner, rest, value) : inner));
  if (typeof whole !== 'object' || whole === null) return whole;
  return Object.fromEntries(
    Object.entries(whole).map(([key, inner]) => [key, key === step ? replaced(inner, rest, value) : inner]),
  );
}

test('the time it takes grows with items and sources, not with their product', { timeout: 20_000 }, () => {
  const many = Array.from({ length: 5_000 }, (_, index) => ({ ...item, id: `i${index}`, code: `${index}` }));
  const sources = Array.from({ length: 40_000 }, (_, index) => ({ id: `s${index}`, title: text, kind: 'law' }));
  assert.equal(parseChecklist({ ...checklist, ...withItems(...many), sources }).ok, true);
});
