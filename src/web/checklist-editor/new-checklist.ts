import type { Checklist } from '#checklist/checklist-schema.ts';

/** A first state that has everything but areas: the scale 0 to 5 and four grades, to be changed as the city likes. */
export function newChecklist(id: string, title: { zh: string; en?: string }): Checklist {
  return {
    schema: 'checklist/1',
    id,
    version: '1.0.0',
    title,
    scale: { min: 0, max: 5, levels: levels.map(([zh, en], value) => ({ value, label: { zh, en } })) },
    headline: 'claimed',
    minimumCoverage: 0.8,
    maximumExcluded: 0.2,
    grades: [
      { id: 'A', from: 90, label: { zh: '优秀', en: 'Excellent' } },
      { id: 'B', from: 75, label: { zh: '良好', en: 'Good' } },
      { id: 'C', from: 60, label: { zh: '一般', en: 'Fair' } },
      { id: 'D', from: 0, label: { zh: '待提升', en: 'Needs improvement' } },
    ],
    lenses: [],
    areas: [],
  };
}

const levels = [
  ['未开展', 'Not started'],
  ['起步', 'First steps'],
  ['建章', 'On paper'],
  ['运行', 'Running'],
  ['协同', 'Coordinated'],
  ['引领', 'Leading'],
] as const;
