import { levelNumbers } from '#checklist/check-scale.ts';
import { type Checklist, evidenceKindSchema, type Item, type Scale } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { floorInput } from './floor-input.ts';
import { bilingual, choice, field, hinted } from './inputs.ts';
import { kindSections } from './kind-sections.ts';
import type { Input, Section } from './part-sections.ts';

/** What the form depends on: the kind, the scale and, of a stored item, tags and departments that are not defined any more. */
export type ItemForm = { kind: Item['kind']; scale: Scale; isNew: boolean; stored: Item | undefined };

export function itemSections(form: ItemForm, checklist: Checklist, format: Format): Section[] {
  const { t } = format;
  return [
    { id: 'section-question', title: t('editor.section.question'), inputs: questionInputs(form, checklist, format) },
    ...kindSections(form.kind, format),
    ...(hasLevels(form) ? [levelSection(form, format)] : []),
    {
      id: 'section-counting',
      title: t('editor.section.item-counting'),
      inputs: countingInputs(form, checklist, format),
    },
    evidenceSection(format),
    ...departmentSections(form, checklist, format),
    sourceSection(checklist, format),
    ...tagSections(form, checklist, format),
  ];
}

function questionInputs({ isNew }: ItemForm, { areas }: Checklist, format: Format): Input[] {
  const options = areas.map(({ id, code, title }) => ({ value: id, label: `${code} ${format.text(title)}` }));
  return [
    ...bilingual('title', 'line', format),
    ...bilingual('question', 'lines', format),
    ...bilingual('guidance', 'lines', format),
    hinted('code', 'line', format),
    hinted('id', 'line', format),
    ...(isNew ? [] : [{ ...hinted('area', 'choice', format), options }]),
    hinted('position', 'number', format),
  ];
}

/** Yes or no has no levels; texts that came with a file stay, so that they can be taken out. */
function hasLevels({ kind, stored }: ItemForm): boolean {
  if (kind === 'matrix') return false;
  return kind !== 'yes-no' || stored?.levels !== undefined;
}

function levelSection({ scale, kind }: ItemForm, format: Format): Section {
  const { t } = format;
  return {
    id: 'section-levels',
    title: t('editor.section.levels'),
    hint: t(kind === 'maturity' ? 'editor.section.levels.hint' : 'editor.section.levels.hint-optional'),
    lines: levelNumbers(scale).map(level => ({
      head: String(level),
      classes: `level-${Math.floor(((level - scale.min) / (scale.max - scale.min)) * 5 + 1e-9)}`,
      inputs: bilingual(`levels.${level}`, 'lines', { ...format, t: () => t('editor.level', { level }) }).map(
        (input, index) => ({ ...input, label: t(index === 0 ? 'editor.level.zh' : 'editor.level.en', { level }) }),
      ),
    })),
  };
}

function countingInputs(form: ItemForm, { facts }: Checklist, format: Format): Input[] {
  const { t, text } = format;
  return [
    hinted('weight', 'number', format),
    {
      ...hinted('condition', 'choice', format),
      options: [
        { value: '', label: t('editor.condition.none') },
        { value: 'city', label: t('editor.condition.city') },
        ...(facts ?? []).map(({ id, question }) => ({
          value: `fact:${id}`,
          label: t('editor.condition.fact', { question: text(question) }),
        })),
      ],
    },
    field('core', 'check', format),
    field('isBottomLine', 'check', format),
    floorInput(form, format),
    ...(form.isNew ? [] : [hinted('meaningChanged', 'check', format)]),
    field('scale.min', 'number', format),
    { ...field('scale.max', 'number', format), hint: t('editor.field.own-scale.hint') },
  ];
}

function evidenceSection(format: Format): Section {
  return {
    id: 'section-evidence',
    title: format.t('editor.section.evidence'),
    hint: format.t('editor.section.evidence.hint'),
    rows: {
      name: 'evidence',
      columns: [
        choice('kind', evidenceKindSchema.options, {
          word: value => format.t(`assessment.evidence.${value}`),
          format,
          empty: true,
        }),
        ...bilingual('example', 'lines', format),
      ],
      spare: 2,
    },
  };
}

function departmentSections({ stored }: ItemForm, { departments = [] }: Checklist, format: Format): Section[] {
  const { t, text } = format;
  const known = departments.map(({ id, name }) => ({ value: id, label: text(name) }));
  const used = [stored?.lead, ...(stored?.support ?? [])].filter(id => id !== undefined);
  const options = withUndefined(known, used, format);
  if (options.length === 0) return [];
  const lead = {
    ...field('lead', 'choice', format),
    options: [{ value: '', label: t('editor.lead.none') }, ...options],
  };
  const title = t('editor.section.item-departments');
  return [
    {
      id: 'section-departments',
      title,
      inputs: [lead],
      checks: { name: 'support', groups: [{ label: t('editor.field.support'), options }] },
    },
  ];
}

function sourceSection({ sources = [] }: Checklist, format: Format): Section {
  const options = sources.map(({ id, title }) => ({ value: id, label: format.text(title) }));
  return {
    id: 'section-sources',
    title: format.t('editor.section.item-sources'),
    hint: format.t('editor.section.item-sources.hint'),
    rows: {
      name: 'sources',
      columns: [
        {
          ...field('source', 'choice', format),
          options: [{ value: '', label: format.t('editor.choose') }, ...options],
        },
        field('at', 'line', format),
      ],
      spare: 2,
    },
  };
}

function tagSections({ stored }: ItemForm, { lenses }: Checklist, format: Format): Section[] {
  const { t } = format;
  const groups = tagGroups(lenses, format);
  const known = groups.flatMap(({ options }) => options);
  const others = withUndefined(known, stored?.tags ?? [], format).slice(known.length);
  const all = others.length > 0 ? [...groups, { label: t('editor.tags.undefined'), options: others }] : groups;
  if (all.length === 0) return [];
  const title = t('editor.section.tags');
  return [{ id: 'section-tags', title, hint: t('editor.section.tags.hint'), checks: { name: 'tags', groups: all } }];
}

/** One box a tag: a group that shares its tag with one above names it and has no box. */
function tagGroups(lenses: Checklist['lenses'], { t, text, list }: Format) {
  const seen = new Set<string>();
  const isFirst = (tag: string) => !seen.has(tag) && seen.add(tag).has(tag);
  return lenses.flatMap(lens => {
    if (!('groups' in lens)) return [];
    const rows = lens.groups.map(({ label, tags }) => ({ label: text(label), own: tags.filter(isFirst) }));
    const shared = rows.filter(({ own }) => own.length === 0).map(({ label }) => label);
    return [
      {
        label: text(lens.title),
        options: rows.flatMap(({ label, own }) => own.map(value => ({ value, label }))),
        note: shared.length > 0 ? t('editor.tags.shared', { groups: list(shared) }) : '',
      },
    ];
  });
}

/** What the item names although the checklist does not have it stays visible, so that it can be taken out. */
function withUndefined(known: { value: string; label: string }[], used: string[], { t }: Format) {
  const values = new Set(known.map(({ value }) => value));
  const others = [...new Set(used)].filter(id => !values.has(id));
  return [...known, ...others.map(value => ({ value, label: t('editor.undefined', { id: value }) }))];
}
