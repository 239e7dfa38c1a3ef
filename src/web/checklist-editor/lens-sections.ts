import type { Checklist, Lens } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { bilingual, choice, field, hinted } from './inputs.ts';
import type { Section } from './part-sections.ts';

/** A lens has groups of its own, or is crossed of two others. */
export type LensKind = 'groups' | 'crossed';

/** `stored`: the groups of a stored lens may have pictures, which only a file can change. */
export function lensSections(
  kind: LensKind,
  { checklist: { lenses }, stored }: { checklist: Checklist; stored: Lens | undefined },
  format: Format,
): Section[] {
  const { t, text } = format;
  const head: Section = {
    id: 'section-lens',
    title: t('editor.section.lens'),
    inputs: [
      ...bilingual('title', 'line', format),
      hinted('position', 'number', format),
      hinted('id', 'line', { ...format, t: key => t(key.replace('field.id.hint', 'field.lens-id.hint')) }),
    ],
  };
  if (kind === 'groups') return [head, groupSection(stored, format)];
  const titles = new Map(lenses.flatMap(lens => ('groups' in lens ? [[lens.id, text(lens.title)] as const] : [])));
  const side = (name: 'rows' | 'columns') =>
    choice(name, [...titles.keys()], { word: id => titles.get(id) ?? id, format, empty: true });
  return [
    head,
    {
      ...{ id: 'section-crossed', title: t('editor.section.crossed'), hint: t('editor.section.crossed.hint') },
      inputs: [side('rows'), side('columns')],
    },
  ];
}

/** `was`: under which id a group is stored, so that it stays itself wherever it moves and whatever it is called. */
function groupSection(stored: Lens | undefined, format: Format): Section {
  const { t } = format;
  const pictures = picturedGroups(stored, format);
  const hint = t('editor.section.groups.hint');
  return {
    id: 'section-groups',
    title: t('editor.section.groups'),
    hint: pictures.length === 0 ? hint : t('editor.section.groups.pictures', { hint, pictures: format.list(pictures) }),
    rows: {
      name: 'groups',
      columns: [
        ...bilingual('label', 'line', format),
        field('id', 'line', { ...format, t: () => t('editor.field.group-id') }),
        { ...field('was', 'hidden', { ...format, t: () => '' }) },
      ],
      spare: 3,
      isOrdered: true,
    },
  };
}

function picturedGroups(lens: Lens | undefined, { t, text }: Format): string[] {
  return (lens && 'groups' in lens ? lens.groups : []).flatMap(({ label, picture }) =>
    picture ? [t('editor.group.picture', { group: text(label), title: text(picture.title) })] : [],
  );
}
