import type { PinnedVersion } from '#checklist/checklist-store.ts';
import type { Fault } from '#shared/fault.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { field, hinted } from './inputs.ts';
import type { Section } from './part-sections.ts';
import { faultLinks, sectionViews } from './section-view.ts';
import type { TypedStart } from './start-draft.ts';

type StartPage = { versions: readonly PinnedVersion[]; typed: TypedStart; faults: Fault[] };

/** A new checklist of the city: from which one, and how it is called. */
export function startPage({ versions, typed, faults }: StartPage, format: Format): Page {
  const { t, text } = format;
  const options = versions.map(({ pin, checklist }) => ({
    value: `${pin.id}/${pin.version}`,
    label: t('editor.from.version', { title: text(checklist.title), version: pin.version }),
  }));
  const sections: Section[] = [
    {
      id: 'section-start',
      title: t('editor.section.start'),
      inputs: [
        {
          ...field('from', 'choice', format),
          options: [{ value: '', label: t('editor.from.empty') }, ...options],
        },
        hinted('id', 'line', { ...format, t: key => t(key.replace('field.id', 'field.checklist-id')) }),
        { ...field('title.zh', 'line', format), lang: 'zh-CN' },
        { ...field('title.en', 'line', format), lang: 'en' },
      ],
    },
  ];
  const filled = { typed: new Map(Object.entries(typed)), faults: faults.map(dotted), advice: [], more: undefined };
  return {
    template: 'checklist-editor/start',
    title: t('editor.new'),
    section: 'checklists',
    view: { errors: faultLinks(sections, filled, format), sections: sectionViews(sections, filled, format) },
  };
}

function dotted(fault: Fault): Fault {
  return { ...fault, path: String(fault.path[0]).split('.') };
}
