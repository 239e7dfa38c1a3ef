import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { loadBuiltInChecklists, loadChecklistFolder } from '#store/checklist-files.ts';
import { FaultyChecklists } from '#store/faulty-checklists.ts';
import { describeFileFault } from '#store/file-fault.ts';

const head = `schema: checklist/1
id: small
version: 1.0.0
title: {zh: 小表}
scale:
  min: 0
  max: 1
  levels:
    - {value: 0, label: {zh: 无}}
    - {value: 1, label: {zh: 有}}
grades: [{id: A, from: 0, label: {zh: 优}}]
departments:
  - {id: housing, name: {zh: 住建}}
areas: [water, gas]
`;
const water = `id: water
code: W
weight: 1
title: {zh: 供水}
items:
  - id: water-log
    code: W1
    kind: yes-no
    title: {zh: 台账}
    lead: housing
`;
const gas = `id: gas
code: G
weight: 2
title: {zh: 燃气}
items: []
`;
const good = { 'checklist.yaml': head, 'areas/water.yaml': water, 'areas/gas.yaml': gas };
type Files = Record<string, string | Buffer>;

test('a folder becomes a checklist with its areas in the listed order, and knows where everything stands', async t => {
  const folder = await write(t, good);
  const loaded = await loadChecklistFolder(folder);
  assert.ok(loaded.ok);
  assert.deepEqual(
    loaded.checklist.areas.map(area => area.id),
    ['water', 'gas'],
  );
  const message = { zh: '', en: '' };
  const { file, line, column } = loaded.place({ path: ['areas', 0, 'items', 0, 'title', 'zh'], message });
  assert.deepEqual({ file, line, column }, { file: path.join(folder, 'areas/water.yaml'), line: 9, column: 17 });
  assert.equal(loaded.place({ path: ['grades', 0], message }).line, 11);
});

const cases: { name: string; files: Files; expected: string[] }[] = [
  {
    name: 'a wrong value is shown at the value',
    files: { 'areas/gas.yaml': gas.replace('weight: 2', 'weight: heavy') },
    expected: ['areas/gas.yaml:3:9 weight: must be a number'],
  },
  {
    name: 'a missing key is shown at its parent, an unknown key at the key',
    files: { 'areas/water.yaml': water.replace('    code: W1', '    colour: blue') },
    expected: [
      'areas/water.yaml:6:5 items.0.code: is missing',
      'areas/water.yaml:7:5 items.0.colour: there is no such field',
    ],
  },
  {
    name: 'a reference to nothing is shown where it is made',
    files: { 'areas/water.yaml': water.replace('lead: housing', 'lead: nobody') },
    expected: ['areas/water.yaml:10:11 items.0.lead: "nobody" is not defined'],
  },
  {
    name: 'faults of several files come together',
    files: {
      'checklist.yaml': head.replace('version: 1.0.0', 'version: one'),
      'areas/gas.yaml': gas.replace('code: G', 'code: ""'),
      'areas/water.yaml': `${water}\tx: 1\n`,
    },
    expected: [
      'areas/gas.yaml:2:7 code: must not be empty',
      'areas/water.yaml:11:1: Tabs are not allowed as indentation',
      'checklist.yaml:3:10 version: has to be like 1.2.3',
    ],
  },
  {
    name: 'area files are checked even when the checklist file cannot be read',
    files: { 'checklist.yaml': 'id: [', 'areas/gas.yaml': gas.replace('weight: 2', 'weight: heavy') },
    expected: [
      'areas/gas.yaml:3:9 weight: must be a number',
      'checklist.yaml:1:6: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  },
  {
    name: 'a key that is there twice, however it is written',
    files: { 'areas/gas.yaml': `${gas}"id": gas\n` },
    expected: ['areas/gas.yaml:6:1 id: the same key is there twice'],
  },
  {
    name: 'a tab as indentation',
    files: { 'areas/gas.yaml': gas.replace('items: []', 'items:\n\t- id: x') },
    expected: ['areas/gas.yaml:6:1: Tabs are not allowed as indentation'],
  },
  {
    name: 'an alias bomb',
    files: { 'areas/gas.yaml': bomb() },
    expected: ['areas/gas.yaml:2:10: Excessive alias count indicates a resource exhaustion attack'],
  },
  {
    name: 'an alias without an anchor',
    files: { 'areas/gas.yaml': gas.replace('[]', '*nothing') },
    expected: ['areas/gas.yaml:5:8: Unresolved alias (the anchor must be set before the alias): nothing'],
  },
  {
    name: 'nesting that would exhaust the stack',
    files: { 'areas/gas.yaml': '['.repeat(100_000) },
    expected: ['areas/gas.yaml:1:1: nested too deep'],
  },
  {
    name: 'an empty file and one with nothing but a comment',
    files: { 'areas/gas.yaml': '', 'areas/water.yaml': '# later\n' },
    expected: ['areas/gas.yaml:1:1: the file is empty', 'areas/water.yaml:1:1: the file is empty'],
  },
  {
    name: 'a second document',
    files: { 'areas/gas.yaml': `${gas}---\n${gas}` },
    expected: ['areas/gas.yaml:6:1: a file may hold only one YAML document'],
  },
  {
    name: 'a tag',
    files: { 'areas/gas.yaml': gas.replace('code: G', 'code: !js G') },
    expected: ['areas/gas.yaml:2:7: Unresolved tag: !js'],
  },
  {
    name: 'an area file that is a list',
    files: { 'areas/gas.yaml': '- 1\n' },
    expected: ['areas/gas.yaml:1:1: must be a set of named values'],
  },
  {
    name: 'a file in another encoding, with the line',
    files: {
      'areas/gas.yaml': Buffer.concat([Buffer.from('id: gas\ntitle: '), Buffer.from([0xc8, 0xbc, 0xc6, 0xf8, 10])]),
    },
    expected: ['areas/gas.yaml:2:1: not UTF-8 text'],
  },
  {
    name: 'a file of 50 MB',
    files: { 'areas/gas.yaml': Buffer.alloc(50 * 1024 * 1024, '#') },
    expected: ['areas/gas.yaml:1:1: the file is larger than 2 MB'],
  },
  {
    name: 'an area without a file, a file without being listed',
    files: { 'checklist.yaml': head.replace('[water, gas]', '[water, heat]') },
    expected: [
      'areas/gas.yaml:1:1: is not listed under `areas` in checklist.yaml',
      'checklist.yaml:14:16 areas.1: there is no file areas/heat.yaml',
    ],
  },
  {
    name: 'a path in the list of areas, an area listed twice, an area written in the list',
    files: { 'checklist.yaml': head.replace('[water, gas]', '[water, gas, ../../etc, gas, {id: x}]') },
    expected: [
      'checklist.yaml:14:21 areas.2: must be the id of an area',
      'checklist.yaml:14:32 areas.3: "gas" is there twice',
      'checklist.yaml:14:37 areas.4: must be the id of an area',
    ],
  },
  {
    name: 'an area file with another id than its name',
    files: { 'areas/gas.yaml': gas.replace('id: gas', 'id: fuel') },
    expected: ['areas/gas.yaml:1:5 id: must be as the file name: "gas"'],
  },
  {
    name: 'a list of areas that is no list',
    files: { 'checklist.yaml': head.replace('[water, gas]', 'water') },
    expected: ['checklist.yaml:14:8 areas: must be a list'],
  },
];

for (const { name, files, expected } of cases) {
  test(`fault: ${name}`, async t => {
    assert.deepEqual(await faultsOf(await write(t, { ...good, ...files })), expected);
  });
}

test('a folder that does not exist is one fault', async t => {
  const folder = await write(t, {});
  assert.deepEqual(await faultsOf(path.join(folder, 'none'), folder), ['none:1:1: no such file or folder']);
});

test('a folder without area files names the folder and every area', async t => {
  assert.deepEqual(await faultsOf(await write(t, { 'checklist.yaml': head })), [
    'areas:1:1: no such file or folder',
    'checklist.yaml:14:9 areas.0: there is no file areas/water.yaml',
    'checklist.yaml:14:16 areas.1: there is no file areas/gas.yaml',
  ]);
});

test('a symbolic link and a folder in place of an area file are not followed', {
  skip: process.platform === 'win32',
}, async t => {
  const folder = await write(t, { 'checklist.yaml': head, 'areas/water.yaml': water });
  await symlink(path.join(folder, 'areas/water.yaml'), path.join(folder, 'areas/gas.yaml'));
  assert.deepEqual(await faultsOf(folder), ['areas/gas.yaml:1:1: not a regular file']);
  await rm(path.join(folder, 'areas/gas.yaml'));
  await mkdir(path.join(folder, 'areas/gas.yaml'));
  assert.deepEqual(await faultsOf(folder), ['areas/gas.yaml:1:1: not a regular file']);
});

test('faults are told in Chinese too', async t => {
  const folder = await write(t, { ...good, 'areas/gas.yaml': `${gas}\tx: 1\n` });
  assert.deepEqual(await faultsOf(folder, folder, 'zh-CN'), [
    'areas/gas.yaml:6:1: 缩进不能用制表符，请用空格（Tabs are not allowed as indentation）',
  ]);
});

test('a byte order mark and Windows line ends are read', async t => {
  const folder = await write(t, { ...good, 'areas/gas.yaml': `\ufeff${gas.replaceAll('\n', '\r\n')}` });
  assert.deepEqual(await faultsOf(folder), []);
});

test('anchors and aliases may be used with measure', async t => {
  const withAlias = `${gas.replace('title: {zh: 燃气}', 'title: &name {zh: 燃气}')}purpose: *name\n`;
  const folder = await write(t, { ...good, 'areas/gas.yaml': withAlias });
  const loaded = await loadChecklistFolder(folder);
  assert.deepEqual(loaded.ok && loaded.checklist.areas[1]?.purpose, { zh: '燃气' });
});

test('whatever an area file holds, loading gives a checklist or faults with lines', async t => {
  const folder = await write(t, good);
  const marks = fc.constantFrom(...':-[]{}#&*!|>\'"%@`,?\n\t \r\u0000燃气gas01', '\n  ', ': ', '- ', '---\n');
  await fc.assert(
    fc.asyncProperty(fc.array(marks, { maxLength: 60 }), fc.nat(gas.length), async (typed, at) => {
      await writeFile(path.join(folder, 'areas/gas.yaml'), gas.slice(0, at) + typed.join('') + gas.slice(at));
      const loaded = await loadChecklistFolder(folder);
      if (!loaded.ok)
        assert.ok(loaded.faults.length > 0 && loaded.faults.every(({ line, column }) => line * column > 0));
    }),
    { numRuns: 300 },
  );
});

test('all built-in checklists are loaded', async t => {
  const root = await write(t, under('small', good));
  assert.deepEqual(
    (await loadBuiltInChecklists(root)).map(checklist => checklist.id),
    ['small'],
  );
});

test('the checklist of the program is without faults', async () => {
  const checklists = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../checklists'));
  assert.ok(checklists.some(({ id, areas }) => id === 'resilient-city' && areas.length > 0));
});

test('faulty built-in checklists are refused with every fault of all of them, in both languages', async t => {
  const root = await write(t, {
    ...under('small', { ...good, 'areas/gas.yaml': gas.replace('weight: 2', 'weight: -1') }),
    ...under('other', good),
  });
  await assert.rejects(loadBuiltInChecklists(root), (error: unknown) => {
    assert.ok(error instanceof FaultyChecklists);
    const [other = '', small = ''] = error.message.split('\n');
    assert.match(
      other,
      /other.checklist\.yaml:2:5 id: 须与文件夹同名：“other” \(must be the name of the folder, "other"\)$/,
    );
    assert.match(small, /small.areas.gas\.yaml:3:9 weight: .+ \(must be 0 or more\)$/);
    return true;
  });
});

test('a root without checklists is refused', async t => {
  const root = await write(t, {});
  await assert.rejects(loadBuiltInChecklists(root), FaultyChecklists);
  await assert.rejects(loadBuiltInChecklists(path.join(root, 'none')), FaultyChecklists);
});

async function faultsOf(folder: string, root = folder, language: 'zh-CN' | 'en' = 'en'): Promise<string[]> {
  const loaded = await loadChecklistFolder(folder);
  const faults = loaded.ok ? [] : loaded.faults;
  return faults.map(fault =>
    describeFileFault({ ...fault, file: path.relative(root, fault.file).replaceAll('\\', '/') }, language),
  );
}

async function write(t: TestContext, files: Files): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-checklist-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

function under(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
}

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let step = 1; step < 12; step += 1)
    lines.push(`a${step}: &a${step} [${Array.from({ length: 9 }, () => `*a${step - 1}`).join(', ')}]`);
  return lines.join('\n');
}
