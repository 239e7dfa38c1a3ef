import type { Answer } from '#assessment/answer.ts';
import type { Setup } from '#assessment/assessment.ts';
import type { ChecklistInput } from '#checklist/checklist-schema.ts';
import type { Meeting } from '#report/discussion-report.ts';
import { buildReport, type Report } from '#report/report.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

const group = (id: string, tag: string) => ({ id, label: { zh: id, en: id }, tags: [tag] });

/** Two hazards by two steps, two gaps of which one has no item, a table of two departments, and departments that share. */
export const contentChecklist: Partial<ChecklistInput> = {
  departments: ['fire', 'water'].map(id => ({ id, name: { zh: id, en: id } })),
  bottomLine: { cap: 'C' },
  lenses: [
    { id: 'gaps', title: { zh: '缺口' }, groups: [group('coordination', 'gap:one'), group('risk', 'gap:two')] },
    { id: 'hazards', title: { zh: '风险' }, groups: [group('gas', 'hazard:gas'), group('flood', 'hazard:flood')] },
    { id: 'loop', title: { zh: '环节' }, groups: [group('warn', 'loop:warn'), group('respond', 'loop:respond')] },
    { id: 'grid', title: { zh: '风险的环节' }, rows: 'hazards', columns: 'loop' },
  ],
  areas: [
    buildArea('a', {
      items: [
        buildItem('a1', { bottomLine: true, lead: 'fire', tags: ['gap:one', 'hazard:gas', 'loop:warn'] }),
        buildItem('a2', { lead: 'fire', support: ['water'], tags: ['hazard:gas', 'loop:respond'] }),
      ],
    }),
    buildArea('b', {
      items: [
        buildItem('b1', { lead: 'water', tags: ['hazard:flood', 'loop:warn'] }),
        buildItem('b2', { tags: ['hazard:flood', 'loop:respond'] }),
      ],
    }),
  ],
};

/** The same with a table of two departments by two columns. */
export const withTable: Partial<ChecklistInput> = {
  ...contentChecklist,
  areas: [
    ...(contentChecklist.areas ?? []),
    buildArea('m', {
      items: [
        {
          ...{ id: 'm1', code: 'M1', kind: 'matrix', weight: 0, title: { zh: '表' }, cellMax: 3 },
          rows: [
            { id: 'fire', label: { zh: '消防' } },
            { id: 'water', label: { zh: '水务' } },
          ],
          columns: [
            { id: 'gas', label: { zh: '燃气' } },
            { id: 'flood', label: { zh: '内涝' } },
          ],
        },
      ],
    }),
  ],
};

export type ContentCase = {
  answers?: Record<string, Answer>;
  checklist?: Partial<ChecklistInput>;
  setup?: Partial<Setup>;
  minutes?: Meeting;
};

export const generatedAt = '2026-11-18T06:40:00.000Z';

export function contentReport({
  answers = {},
  checklist = contentChecklist,
  setup = {},
  minutes,
}: ContentCase): Report {
  const workshops = minutes ? [minutes] : [];
  return buildReport(buildAssessment(answers, setup), buildChecklist(checklist), generatedAt, workshops);
}
