import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import type { ArchivePart } from '../app-dependencies.ts';
import type { ArchiveContext } from './archive-context.ts';
import { evidenceParts } from './evidence-parts.ts';
import { historyParts } from './history-parts.ts';
import { chartParts, reportParts } from './report-parts.ts';

/** What may be left out of an archive, in the order in which it stands there. */
const groups = {
  report: reportParts,
  history: historyParts,
  evidence: evidenceParts,
  charts: chartParts,
} satisfies Record<string, (context: ArchiveContext) => ArchivePart[]>;
type Group = keyof typeof groups;

/** `?parts=report,evidence`; without it all. Throws AppError `faulty-input`. */
export function archiveGroups(asked: unknown): ReadonlySet<Group> {
  if (asked === undefined || asked === '') return new Set(names());
  const wanted = typeof asked === 'string' ? asked.split(',') : [''];
  const known = names().filter(name => wanted.includes(name));
  if (known.length === new Set(wanted).size) return new Set(known);
  const list = names().join();
  throw new AppError('faulty-input', [fault(['parts'], `只能从 ${list} 中选，用逗号隔开`, `choose from ${list}`)]);
}

export function partsOf(chosen: ReadonlySet<Group>, context: ArchiveContext): ArchivePart[] {
  return names().flatMap(name => (chosen.has(name) ? groups[name](context) : []));
}

function names(): Group[] {
  return ['report', 'history', 'evidence', 'charts'];
}
