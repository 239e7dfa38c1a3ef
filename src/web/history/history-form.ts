import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import { formerItems } from './former-items.ts';
import { changeKinds, type HistoryField, type HistoryQuery, historyFields } from './history-query.ts';
import type { OpenHistory } from './open-history.ts';

type Option = { value: string; label: string; chosen: boolean };

/** The fields by which the history is filtered, with what was typed and what is wrong with it. */
export function historyForm(history: OpenHistory, query: HistoryQuery, format: Format) {
  const { t, text } = format;
  const { open, entries } = history;
  const { typed, wrong } = query;
  const former = formerItems(history).map(({ id, item }) =>
    option('item', id, item ? `${item.code} ${text(item.title)}` : id),
  );
  const { areas } = open.wholeChecklist;
  const people = [...new Set(entries.map(({ change }) => change.by))];
  const base = `/assessments/${open.assessment.id}/history`;
  return {
    action: base,
    clear: historyFields.some(field => typed[field] !== '') ? base : null,
    errors: Object.fromEntries(historyFields.map(field => [field, wrong.has(field) ? errorOf(field, query, t) : null])),
    areas: areas.map(({ id, code, title }) => option('area', id, `${code} ${text(title)}`)),
    items: [
      ...areas.map(area => ({
        label: `${area.code} ${text(area.title)}`,
        options: area.items.map(({ id, code, title }) => option('item', id, `${code} ${text(title)}`)),
      })),
      ...(former.length > 0 ? [{ label: t('changes.filter.former'), options: former }] : []),
    ],
    kinds: changeKinds.map(kind => option('kind', kind, t(`changes.kind.${kind}`))),
    people: people.map(by => option('by', by, personName(by, open, format))),
    from: typed.from,
    to: typed.to,
    q: typed.q,
  };

  function option(field: HistoryField, value: string, label: string): Option {
    return { value, label, chosen: typed[field] === value };
  }
}

/** Days in the wrong order are told apart from days that do not exist. */
function errorOf(field: HistoryField, { filter, typed }: HistoryQuery, t: Format['t']): string {
  const words = field === 'to' && filter.from !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(typed.to) ? 'order' : field;
  return t(`changes.wrong.${words}`, { typed: shortened(typed[field]) });
}

function shortened(typed: string): string {
  return typed.length > 40 ? `${[...typed].slice(0, 40).join('')}…` : typed;
}
