import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { departmentWords, levelRows } from './item-words.ts';

/** The checklist on paper, to be ticked by hand: two items or so on a page. */
export function checklistBallotsPage(checklist: Checklist, format: Format): Page {
  const { t, text } = format;
  return {
    template: 'checklist/ballots',
    layout: 'print',
    title: t('browse.ballots.title', { title: text(checklist.title) }),
    section: 'none',
    view: {
      title: text(checklist.title),
      facts: t('browse.ballots.facts', { version: checklist.version }),
      back: `/checklists/${checklist.id}/${checklist.version}`,
      rules: (checklist.readingRules ?? []).map(text),
      areas: checklist.areas.map(area => ({
        title: `${area.code} ${text(area.title)}`,
        items: area.items.map(item => ballotView(item, checklist, format)),
      })),
    },
  };
}

function ballotView(item: Item, checklist: Checklist, format: Format) {
  const { t, text } = format;
  return {
    code: item.code,
    title: text(item.title),
    bottomLine: item.bottomLine !== undefined,
    question: item.question ? text(item.question) : '',
    departments: departmentWords(item, checklist, format),
    number: numberWords(item, format),
    rows: ballotRows(item, checklist, format),
    others: [
      t('assessment.answer.unknown'),
      ...(item.conditional === undefined ? [] : [t('assessment.answer.not-applicable')]),
    ],
  };
}

/** Items that are answered with a figure get a line for it; a table is filled in on the screen. */
function numberWords(item: Item, { t, text }: Format): string | null {
  switch (item.kind) {
    case 'metric':
      return t('browse.ballots.metric', { unit: text(item.unit) });
    case 'deduction':
      return t('browse.ballots.deduction');
    case 'matrix':
      return t('browse.ballots.matrix');
    default:
      return null;
  }
}

function ballotRows(item: Item, checklist: Checklist, format: Format) {
  if (item.kind === 'yes-no')
    return ['yes', 'no'].map(answer => ({ label: format.t(`browse.ballots.${answer}`), name: '', text: '' }));
  if (item.kind === 'matrix' || item.kind === 'deduction') return [];
  const rows = levelRows(item, checklist, format);
  if (rows.length > 0) return rows.map(({ value, name, text }) => ({ label: value, name, text }));
  const { min, max, levels = checklist.scale.levels } = item.scale ?? checklist.scale;
  return levels
    .filter(({ value }) => value >= min && value <= max)
    .map(({ value, label }) => ({ label: String(value), name: format.text(label), text: '' }));
}
