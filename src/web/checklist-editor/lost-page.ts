import type { Checklist } from '#checklist/checklist-schema.ts';
import type { FormFields } from '../assessment/form-fields.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { PartForm } from './part-form.ts';
import { sectionViews } from './section-view.ts';
import { readTypedPart } from './typed-part.ts';

export type LostPart = {
  /** What became of the draft: published as this, thrown away; or it is there without the part. */
  fate: { published: Checklist } | { removedFrom: string } | 'discarded';
  /** Where the form was sent, or where a part that was removed is added again. */
  action: string;
  fields: FormFields;
  /** The same page of the published version, or of a new part, where there is one; of a draft that is gone wholly only for its labels. */
  part: PartForm | undefined;
};

/** A part was saved that is gone, or its draft: everything that was typed, and the way on. */
export function lostPage({ fate, action, fields, part }: LostPart, format: Format): Page {
  const { t } = format;
  const { heading, what, next, edit, see } = wayOn(fate, part !== undefined, format);
  return {
    template: 'checklist-editor/lost',
    title: heading,
    section: 'checklists',
    view: {
      ...{ heading, what, edit, see },
      typed: part ? typedRows(part, fields, format) : namedRows(fields),
      next: part && fate !== 'discarded' ? { action, text: t(next), fields: ownFields(fields) } : null,
    },
  };
}

type WayOn = { heading: string; what: string; next: string; edit: string | null; see: { href: string; text: string } };

function wayOn(fate: LostPart['fate'], hasPart: boolean, { t }: Format): WayOn {
  if (fate === 'discarded')
    return {
      heading: t('editor.lost.discarded'),
      what: t('editor.lost.discarded.what'),
      ...{ next: 'editor.lost.next', edit: null },
      see: { href: '/checklists', text: t('editor.lost.list') },
    };
  if ('removedFrom' in fate)
    return {
      heading: t('editor.lost.removed'),
      what: t(hasPart ? 'editor.lost.removed.what' : 'editor.lost.removed.gone'),
      ...{ next: 'editor.lost.again', edit: null },
      see: { href: `/checklist-drafts/${fate.removedFrom}`, text: t('editor.lost.draft') },
    };
  const { id, version } = fate.published;
  return {
    heading: t('editor.lost.published', { version }),
    what: t(hasPart ? 'editor.lost.published.what' : 'editor.lost.published.part', { version }),
    next: 'editor.lost.next',
    edit: hasPart ? null : `/checklists/${id}/edit`,
    see: { href: `/checklists/${id}/${version}`, text: t('editor.lost.see', { version }) },
  };
}

type Row = { label: string; text: string };

function typedRows({ sections, names }: PartForm, fields: FormFields, { t, ...format }: Format): Row[] {
  const typed = readTypedPart(fields, sections, names);
  const views = sectionViews(sections, { typed, faults: [], advice: [], more: undefined }, { t, ...format });
  const ticked = t('editor.lost.ticked');
  const rowOf = ({ label, value, isCheck, options }: (typeof views)[number]['inputs'][number]): Row => ({
    label,
    // A choice that was left at its first line was never made.
    text: value === '' ? '' : isCheck ? ticked : (options.find(({ chosen }) => chosen)?.label ?? value),
  });
  const rows = views.flatMap(section => [
    ...[...section.inputs, ...section.lines.flatMap(({ inputs }) => inputs)].map(rowOf),
    ...section.rows.flatMap(({ legend, inputs }) =>
      inputs
        .filter(({ isHidden }) => !isHidden)
        .map(input => {
          const label = t('editor.in-row', { section: section.title, row: legend, label: input.label });
          return rowOf({ ...input, label });
        }),
    ),
    ...section.checks.flatMap(({ boxes }) =>
      boxes.map(({ label, checked }) => ({ label, text: checked ? ticked : '' })),
    ),
  ]);
  const shown = new Set(views.flatMap(namesIn));
  return [...rows.filter(({ text }) => text.trim() !== ''), ...namedRows(fields, shown)];
}

function namesIn({ inputs, lines, rows, checks }: ReturnType<typeof sectionViews>[number]): string[] {
  const all = [
    ...inputs,
    ...[...lines, ...rows].flatMap(group => group.inputs),
    ...checks.flatMap(({ boxes }) => boxes),
  ];
  return all.map(({ name }) => name);
}

/** What the page has no field for: nobody knows what it is called. */
function namedRows(fields: FormFields, shown: ReadonlySet<string> = new Set()): Row[] {
  return ownFields(fields)
    .filter(({ name, value }) => !['seen', 'kind'].includes(name) && !shown.has(name) && value.trim() !== '')
    .map(({ name, value }) => ({ label: name, text: value }));
}

/** What makes up the part, without what was pressed. */
function ownFields(fields: FormFields): { name: string; value: string }[] {
  return [...fields]
    .filter(([name]) => !['more', 'next', 'row', 'confirmed'].includes(name))
    .map(([name, value]) => ({ name, value }));
}
