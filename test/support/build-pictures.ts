import type { ChecklistInput } from '#checklist/checklist-schema.ts';
import { buildArea, buildItem } from './build-checklist.ts';

const line = (id: string) => ({ id, label: { zh: `${id} 环`, en: `Step ${id}` } });

export const chain = {
  ...{
    kind: 'chain' as const,
    title: { zh: '链条图', en: 'Chain' },
    about: { zh: '有的环节不问。', en: 'Some are not asked.' },
  },
  steps: [line('list'), line('assess'), line('use')],
  rows: [
    {
      ...line('city'),
      cells: [
        { step: 'list', item: 'a1', level: 2 },
        { step: 'assess', item: 'a2', level: 3 },
        { step: 'use', item: 'a1', level: 4 },
      ],
    },
    { ...line('share'), cells: [{ step: 'use', item: 'm1', level: 1 }] },
  ],
};
export const register = {
  kind: 'register' as const,
  title: { zh: '登记册', en: 'Register' },
  items: ['a1', 'a2', 'b1'],
};
export const panel = {
  ...{ kind: 'panel' as const, title: { zh: '面板', en: 'Panel' } },
  groups: [
    { ...line('figures'), items: ['m1', 'd1', 't1'] },
    { ...line('levels'), items: ['a1', 'b1'] },
  ],
};

const group = (id: string, picture?: typeof chain | typeof register | typeof panel) => ({
  ...{ id, label: { zh: `组 ${id}`, en: `Group ${id}` }, tags: ['gap:one'] },
  ...(picture ? { picture } : {}),
});
const texts = (id: string) =>
  Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map(level => [level, { zh: `${id} 的 ${level} 级文字`, en: `${id} at ${level}` }]),
  );

/** One lens with a picture of each kind and a group without one, over items of five kinds in two areas. */
export const pictureChecklist = {
  departments: [{ id: 'fire', name: { zh: '消防救援', en: 'Fire and rescue' } }],
  facts: [{ id: 'coast', question: { zh: '临海？', en: 'On the coast?' } }],
  lenses: [
    {
      ...{ id: 'gaps', title: { zh: '缺口', en: 'Gaps' } },
      groups: [group('chain', chain), group('register', register), group('panel', panel), group('plain')],
    },
  ],
  areas: [
    buildArea('a', {
      items: [
        buildItem('a1', { tags: ['gap:one'], lead: 'fire', levels: texts('a1') }),
        buildItem('a2', { conditional: true, levels: texts('a2') }),
        {
          ...{ id: 'm1', code: 'M1', kind: 'metric', title: { zh: '比例', en: 'Share' }, unit: '%' },
          direction: 'higher-is-better',
          bands: [
            { at: 50, level: 1 },
            { at: 90, level: 5 },
          ],
        },
        { id: 'd1', code: 'D1', kind: 'deduction', points: 20, per: 4, title: { zh: '扣分', en: 'Deduction' } },
        {
          ...{ id: 't1', code: 'T1', kind: 'matrix', weight: 0, title: { zh: '表', en: 'Table' }, cellMax: 2 },
          ...{ rows: ['x'], columns: ['y'] },
        },
      ],
    }),
    buildArea('b', { items: [buildItem('b1', { conditional: { fact: 'coast' } })] }),
  ],
} satisfies Partial<ChecklistInput>;
