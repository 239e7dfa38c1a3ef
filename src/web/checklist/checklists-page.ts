import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

export function checklistsPage(checklists: Checklist[], format: Format): Page {
  return {
    template: 'checklist/checklists',
    title: format.t('checklist.heading'),
    section: 'checklists',
    view: {
      checklists: checklists.map(checklist => ({
        href: `/checklists/${checklist.id}`,
        title: format.text(checklist.title),
        facts: format.t('checklist.facts', {
          version: checklist.version,
          areas: checklist.areas.length,
          items: itemsOf(checklist).length,
        }),
        about: checklist.about ? format.text(checklist.about) : '',
      })),
    },
  };
}
