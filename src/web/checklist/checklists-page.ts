import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { PinnedVersion } from '#checklist/checklist-store.ts';
import type { Draft } from '#checklist/draft.ts';
import type { UnusableChecklist } from '#checklist/draft-store.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

export type ListedChecklists = {
  builtIn: readonly PinnedVersion[];
  /** The newest of each, and the numbers of all of its versions. */
  city: readonly (PinnedVersion & { versions: string[] })[];
  drafts: readonly Draft[];
  unusable: readonly UnusableChecklist[];
};

/** The checklists of the program, and what the city has made of them or beside them. */
export function checklistsPage({ builtIn, city, drafts, unusable }: ListedChecklists, format: Format): Page {
  const { t, text, list } = format;
  const drafted = new Set(drafts.map(({ id }) => id));
  return {
    template: 'checklist/checklists',
    title: t('checklist.heading'),
    section: 'checklists',
    view: {
      checklists: builtIn.map(({ pin, checklist }) => ({
        ...entry(checklist, format),
        copyHref: `/new-checklist?from=${pin.id}/${pin.version}`,
      })),
      city: city.map(({ pin, checklist, versions }) => ({
        ...entry(checklist, format),
        versions: t('editor.city.versions', { versions: list(versions) }),
        editAction: `/checklists/${pin.id}/edit`,
        drafted: drafted.has(pin.id),
      })),
      drafts: drafts.map(({ id, checklist, at }) => ({
        href: `/checklist-drafts/${id}`,
        title: text(checklist.title),
        facts: t('editor.draft.facts', {
          ...{ id, areas: checklist.areas.length, items: itemsOf(checklist).length },
          at: format.dayAndTime(at),
        }),
      })),
      noneOfCity: city.length === 0 && drafts.length === 0,
      unusable: unusable.map(({ file, faults }) => ({
        file,
        faults: faults
          .slice(0, faultsShown)
          .map(({ path, message }) => [path.join('.'), text(message)].filter(Boolean).join(' ')),
      })),
    },
  };
}

const faultsShown = 20;

function entry(checklist: Checklist, { t, text }: Format) {
  return {
    href: `/checklists/${checklist.id}`,
    title: text(checklist.title),
    facts: t('checklist.facts', {
      version: checklist.version,
      areas: checklist.areas.length,
      items: itemsOf(checklist).length,
    }),
    about: checklist.about ? text(checklist.about) : '',
    newHref: `/assessments/new?checklist=${checklist.id}`,
  };
}
