import type { Accepting, Done } from './records-done.ts';

/** The mark of what was seen, in names that have one. */
const markPattern = /^(action:[^@]*@)\d{1,9}$|^(file:[^@]*@)(?:[0-9a-f]{64}|none)$/;

/** What was asked for by a name that the package has nothing under, or only a milestone that is here already and whole. */
export function notOffered({ ticket, chosen }: Accepting): Done[] {
  const { milestones = [], minutes = [] } = ticket.records ?? {};
  const { actions = [], files = [] } = ticket.copy ?? {};
  const offered = new Set([
    ...milestones.map(({ entry }) => `milestone:${entry.id}`),
    ...minutes.map(({ sha256 }) => `minutes:${sha256}`),
    ...actions.flatMap(({ id }) => [`action:${id}@`, `notes:${id}`]),
    ...files.map(({ record }) => `file:${record}@`),
  ]);
  return [...new Set(chosen)]
    .filter(text => !offered.has(text.replace(markPattern, '$1$2')))
    .map(name => ({ name, reason: 'not-offered' }));
}
