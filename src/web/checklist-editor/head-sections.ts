import type { Checklist } from '#checklist/checklist-schema.ts';
import type { HeadPart } from '#checklist/draft.ts';
import type { Format } from '../format.ts';
import { bilingual, choice, field } from './inputs.ts';
import type { Section } from './part-sections.ts';

/** What is asked on each page of a checklist's head. */
export function headSections(part: HeadPart, checklist: Checklist, format: Format): Section[] {
  return builders[part](format, checklist);
}

const sourceKinds = ['article', 'policy', 'law', 'standard', 'practice', 'proposal'];
const seenKinds = ['full', 'excerpt', 'second-hand'];

const builders = {
  about: (format: Format): Section[] => [
    {
      ...titled('about', format),
      inputs: [...bilingual('title', 'line', format), ...bilingual('about', 'lines', format)],
    },
    { ...titled('rules', format), rows: { name: 'readingRules', columns: texts('', format), spare: 2 } },
    {
      ...titled('counting', format),
      inputs: [
        choice('headline', ['claimed', 'supported'], { word: value => format.t(`editor.headline.${value}`), format }),
        field('minimumCoverage', 'number', format),
        field('maximumExcluded', 'number', format),
      ],
    },
  ],
  scale: (format: Format): Section[] => [
    {
      ...titled('scale', format),
      inputs: [field('scale.min', 'number', format), field('scale.max', 'number', format)],
    },
    {
      ...titled('scale-levels', format),
      rows: {
        name: 'scale.levels',
        columns: [field('value', 'number', format), ...texts('label', format), ...texts('meaning', format)],
        spare: 2,
      },
    },
  ],
  grades: (format: Format, { grades }: Checklist): Section[] => [
    {
      ...titled('grades', format),
      rows: {
        name: 'grades',
        columns: [
          field('id', 'line', format),
          { ...field('from', 'number', format), label: format.t('editor.field.grade-from') },
          ...texts('label', format),
        ],
        spare: 2,
      },
    },
    {
      ...titled('cap', format),
      inputs: [
        {
          ...field('bottomLine.cap', 'choice', format),
          options: [
            { value: '', label: format.t('editor.cap.none') },
            ...grades.map(({ id, label }) => ({ value: id, label: `${id} ${format.text(label)}` })),
          ],
        },
      ],
    },
  ],
  departments: (format: Format): Section[] => [
    {
      ...titled('departments', format),
      rows: { name: 'departments', columns: [field('id', 'line', format), ...texts('name', format)], spare: 4 },
    },
  ],
  sources: (format: Format): Section[] => [
    {
      ...titled('sources', format),
      rows: {
        name: 'sources',
        columns: [
          field('id', 'line', format),
          choice('kind', sourceKinds, { word: value => format.t(`checklist.source.${value}`), format, empty: true }),
          ...texts('title', format),
          ...texts('author', format),
          field('number', 'line', format),
          field('date', 'line', format),
          choice('seen', seenKinds, { word: value => format.t(`editor.seen.${value}`), format, empty: true }),
        ],
        spare: 2,
      },
    },
  ],
  facts: (format: Format): Section[] => [
    {
      ...titled('facts', format),
      rows: { name: 'facts', columns: [field('id', 'line', format), ...texts('question', format)], spare: 2 },
    },
  ],
} satisfies Record<HeadPart, (format: Format, checklist: Checklist) => Section[]>;

function titled(id: string, { t }: Format) {
  return { id: `section-${id}`, title: t(`editor.section.${id}`), hint: t(`editor.section.${id}.hint`) };
}

/** Both languages of a text in a row; without a name the row itself is the text. */
function texts(name: string, format: Format) {
  return bilingual(name, 'lines', format);
}
