import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { bilingual, choice, field, hinted } from './inputs.ts';
import type { Section } from './part-sections.ts';

/** What only items of one kind have. */
export function kindSections(kind: Item['kind'], format: Format): Section[] {
  switch (kind) {
    case 'metric':
      return metricSections(format);
    case 'deduction':
      return deductionSections(format);
    case 'matrix':
      return matrixSections(format);
    default:
      return [];
  }
}

function metricSections(format: Format): Section[] {
  const { t } = format;
  return [
    {
      id: 'section-metric',
      title: t('editor.section.metric'),
      inputs: [
        ...bilingual('unit', 'line', format),
        choice('direction', ['higher-is-better', 'lower-is-better'], {
          word: value => format.t(`editor.direction.${value}`),
          format,
        }),
        hinted('min', 'number', format),
        hinted('max', 'number', format),
      ],
    },
    {
      id: 'section-bands',
      title: t('editor.section.bands'),
      hint: t('editor.section.bands.hint'),
      rows: {
        name: 'bands',
        columns: [
          field('at', 'number', { ...format, t: () => t('editor.field.band-at') }),
          field('level', 'number', format),
        ],
        spare: 2,
      },
    },
  ];
}

function deductionSections(format: Format): Section[] {
  return [
    {
      id: 'section-deduction',
      title: format.t('editor.section.deduction'),
      inputs: [
        hinted('points', 'number', format),
        hinted('per', 'number', format),
        ...bilingual('shortcoming', 'line', format),
      ],
    },
  ];
}

function matrixSections(format: Format): Section[] {
  const { t } = format;
  const lines = (name: 'rows' | 'columns') => ({
    id: `section-${name}`,
    title: t(`editor.section.${name}`),
    rows: { name, columns: [field('id', 'line', format), ...bilingual('label', 'line', format)], spare: 2 },
  });
  return [
    lines('rows'),
    lines('columns'),
    {
      id: 'section-cells',
      title: t('editor.section.cells'),
      hint: t('editor.section.cells.hint'),
      inputs: [field('cellMax', 'number', format)],
      rows: { name: 'cells', columns: bilingual('', 'lines', format), spare: 2 },
    },
  ];
}
