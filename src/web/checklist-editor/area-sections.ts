import type { Format } from '../format.ts';
import { bilingual, hinted } from './inputs.ts';
import type { Section } from './part-sections.ts';

export function areaSections(format: Format): Section[] {
  return [
    {
      id: 'section-area',
      title: format.t('editor.section.area'),
      inputs: [
        ...bilingual('title', 'line', format),
        hinted('code', 'line', format),
        hinted('weight', 'number', format),
        hinted('position', 'number', format),
        hinted('id', 'line', format),
        ...bilingual('purpose', 'lines', format),
      ],
    },
  ];
}
