import type { ArchivePart } from '../app-dependencies.ts';
import { fileLanguages } from '../documents/document-kinds.ts';
import type { ArchiveContext } from './archive-context.ts';
import { evidenceParts } from './evidence-parts.ts';
import { historyParts } from './history-parts.ts';
import { milestoneParts } from './milestone-parts.ts';
import { chartParts, reportParts } from './report-parts.ts';
import { workshopParts } from './workshop-parts.ts';

/** What may be left out of an archive, in the order in which it stands there. */
const groups = {
  report: reportParts,
  history: historyParts,
  milestones: milestoneParts,
  workshops: workshopParts,
  evidence: evidenceParts,
  charts: chartParts,
} satisfies Record<string, (context: ArchiveContext) => ArchivePart[]>;
const names: readonly (keyof typeof groups)[] = ['report', 'history', 'milestones', 'workshops', 'evidence', 'charts'];

/** What an archive can be asked for. */
export const archiveOffer = { languages: fileLanguages, parts: names };

/** `chosen`: names of groups; undefined: all. */
export function partsOf(context: ArchiveContext, chosen: readonly string[] = names): ArchivePart[] {
  return names.flatMap(name => (chosen.includes(name) ? groups[name](context) : []));
}
