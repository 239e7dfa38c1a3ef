import type { Page } from '../page.ts';
import type { Translate } from '../words.ts';

/** Where the key of a role is typed, or comes out of the fragment of a link. */
export function keyPage(t: Translate, { id, wrong = false }: { id: string; wrong?: boolean }): Page {
  return {
    template: 'workshop/key',
    title: t('workshop.key.title'),
    section: 'none',
    scripts: ['workshop-key.js'],
    view: { action: `/workshops/${encodeURIComponent(id)}/enter`, wrong },
  };
}
