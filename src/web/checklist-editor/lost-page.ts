import type { Checklist } from '#checklist/checklist-schema.ts';
import type { FormFields } from '../assessment/form-fields.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { PartForm } from './part-form.ts';
import { sectionViews } from './section-view.ts';
import { readTypedPart } from './typed-part.ts';

export type LostPart = {
  /** What the draft became; undefined where it was thrown away. */
  published: Checklist | undefined;
  /** Where the form was sent. */
  action: string;
  fields: FormFields;
  /** The same page of the published version, where it has one. */
  part: PartForm | undefined;
};

/** A part was saved whose draft is gone: everything that was typed, and the way on. */
export function lostPage({ published, action, fields, part }: LostPart, format: Format): Page {
  const { t } = format;
  const version = published?.version ?? '';
  const key = published ? 'published' : 'discarded';
  const base = published ? `/checklists/${published.id}` : '/checklists';
  return {
    template: 'checklist-editor/lost',
    title: t(`editor.lost.${key}`, { version }),
    section: 'checklists',
    view: {
      heading: t(`editor.lost.${key}`, { version }),
      what: t(`editor.lost.${published && !part ? 'published.part' : `${key}.what`}`, { version }),
      typed: part ? typedRows(part, fields, format) : namedRows(fields),
      next: part ? { action, fields: ownFields(fields) } : null,
      edit: published && !part ? `${base}/edit` : null,
      see: published
        ? { href: `${base}/${version}`, text: t('editor.lost.see', { version }) }
        : { href: base, text: t('editor.lost.list') },
    },
  };
}

type Row = { label: string; text: string };

function typedRows({ sections, names }: PartForm, fields: FormFields, { t, ...format }: Format): Row[] {
  const typed = readTypedPart(fields, sections, names);
  const views = sectionViews(sections, { typed, faults: [], advice: [], more: undefined }, { t, ...format });
  const ticked = t('editor.lost.ticked');
  const rowOf = ({ label, value, isCheck, options }: (typeof views)[number]['inputs'][number]): Row => ({
    label,
    text: isCheck && value !== '' ? ticked : (options.find(({ chosen }) => chosen)?.label ?? value),
  });
  const rows = views.flatMap(section => [
    ...[...section.inputs, ...section.lines.flatMap(({ inputs }) => inputs)].map(rowOf),
    ...section.rows.flatMap(({ legend, inputs }) =>
      inputs.map(input => {
        const label = t('editor.in-row', { section: section.title, row: legend, label: input.label });
        return rowOf({ ...input, label });
      }),
    ),
    ...section.checks.flatMap(({ boxes }) =>
      boxes.map(({ label, checked }) => ({ label, text: checked ? ticked : '' })),
    ),
  ]);
  return rows.filter(({ text }) => text.trim() !== '');
}

/** Without the page nobody knows what the fields are called. */
function namedRows(fields: FormFields): Row[] {
  return ownFields(fields)
    .filter(({ name, value }) => !['seen', 'kind'].includes(name) && value.trim() !== '')
    .map(({ name, value }) => ({ label: name, text: value }));
}

/** What makes up the part, without what was pressed. */
function ownFields(fields: FormFields): { name: string; value: string }[] {
  return [...fields].filter(([name]) => name !== 'more' && name !== 'next').map(([name, value]) => ({ name, value }));
}
