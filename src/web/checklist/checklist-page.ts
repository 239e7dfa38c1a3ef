import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Area, Checklist, Item } from '#checklist/checklist-schema.ts';
import { stepOfLevel } from '#report/step.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { type Arrival, arrivalNotice } from './arrival-notice.ts';
import { departmentWords, levelRows, sourceWords } from './item-words.ts';
import { untranslatedWords } from './untranslated-words.ts';

/** A checklist as a document to read and print; a draft can only be read. */
export function checklistPage(
  checklist: Checklist,
  format: Format,
  state: 'published' | 'draft' | Arrival = 'published',
): Page {
  const { text } = format;
  const isDraft = state === 'draft';
  return {
    template: 'checklist/checklist',
    title: text(checklist.title),
    section: 'checklists',
    view: {
      title: text(checklist.title),
      notice: typeof state === 'string' ? null : arrivalNotice(state, checklist, format),
      facts: factsOf(checklist, format),
      about: checklist.about ? text(checklist.about) : '',
      untranslated: untranslatedWords(checklist, format) ?? null,
      newHref: `/assessments/new?checklist=${checklist.id}`,
      base: isDraft ? null : `/checklists/${checklist.id}/${checklist.version}`,
      draftHref: isDraft ? `/checklist-drafts/${checklist.id}` : null,
      jsonHref: `/api/v1/checklists/${checklist.id}/${checklist.version}`,
      scale: checklist.scale.levels.map(({ value, label, meaning }) => ({
        value: String(value),
        classes: `level-${stepOfLevel(value, checklist.scale)}`,
        name: text(label),
        text: meaning ? text(meaning) : '',
      })),
      readingRules: (checklist.readingRules ?? []).map(text),
      areas: checklist.areas.map(area => areaView(area, checklist, format)),
      sources: (checklist.sources ?? []).map(source => sourceView(source, format)),
    },
  };
}

function factsOf(checklist: Checklist, { t, list, text }: Format) {
  const grades = checklist.grades.map(({ id, from, label }) => `${id} ${text(label)} ${from}`);
  return [
    { label: t('checklist.version'), value: checklist.version },
    {
      label: t('checklist.size'),
      value: t('checklist.size.value', { areas: checklist.areas.length, items: itemsOf(checklist).length }),
    },
    { label: t('checklist.grades'), value: list(grades) },
  ];
}

function areaView(area: Area, checklist: Checklist, format: Format) {
  const bottomLines = area.items.filter(item => item.bottomLine).length;
  const core = area.items.filter(item => item.core).length;
  return {
    id: `area-${area.code}`,
    title: `${area.code} ${format.text(area.title)}`,
    purpose: area.purpose ? format.text(area.purpose) : '',
    facts: format.t('checklist.area.facts', { weight: area.weight, items: area.items.length, bottomLines, core }),
    items: area.items.map(item => itemView(item, checklist, format)),
  };
}

function itemView(item: Item, checklist: Checklist, format: Format) {
  const { t, text } = format;
  const evidence = (item.evidence ?? []).map(({ kind, example }) =>
    t('checklist.evidence.example', { kind: t(`assessment.evidence.${kind}`), example: text(example) }),
  );
  return {
    anchor: item.code,
    code: item.code,
    title: text(item.title),
    bottomLine: item.bottomLine !== undefined,
    core: item.core === true,
    conditional: item.conditional !== undefined,
    question: item.question ? text(item.question) : '',
    levels: levelRows(item, checklist, format),
    meta: [
      { label: t('checklist.kind'), values: [t(`checklist.kind.${item.kind}`)] },
      ...tableMeta(item, format),
      { label: t('checklist.guidance'), values: item.guidance ? [text(item.guidance)] : [] },
      { label: t('checklist.evidence'), values: evidence },
      { label: t('checklist.departments.label'), values: [departmentWords(item, checklist, format)].filter(Boolean) },
      { label: t('checklist.basis'), values: sourceWords(item, checklist, format) },
    ].filter(({ values }) => values.length > 0),
  };
}

function tableMeta(item: Item, { t, text, list }: Format) {
  if (item.kind !== 'matrix') return [];
  const labels = (lines: (typeof item)['rows']) => [list(lines.map(line => text(line.label)))];
  return [
    { label: t('matrix.rows'), values: labels(item.rows) },
    { label: t('matrix.columns'), values: labels(item.columns) },
  ];
}

type Source = NonNullable<Checklist['sources']>[number];

/** What was read of it, and whether it is our own, is always said. */
function sourceView({ title, author, kind, number, date, seen }: Source, { t, text, list }: Format) {
  const parts = [author ? text(author) : '', number ?? '', date ?? '', t(`checklist.source.${kind}`)];
  const seenWords = seen ? [seen === 'full' ? t('browse.seen.full') : t(`checklist.seen.${seen}`)] : [];
  return {
    text: t('checklist.source.line', { title: text(title), facts: list([...parts.filter(Boolean), ...seenWords]) }),
    isProposal: kind === 'proposal',
  };
}
