import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { achievementsBuilder } from '../printed/achievements-part.ts';
import { cleanPart } from '../printed/clean-printed.ts';
import { evidenceBuilder } from '../printed/evidence-part.ts';
import { type PrintedSection, printedSections } from '../printed/printed-view.ts';
import { problemsOnPage } from '../printed/problems-part.ts';
import { processBuilder } from '../printed/process-part.ts';
import { risksBuilder } from '../printed/risks-part.ts';

const builders = [achievementsBuilder, problemsOnPage, risksBuilder, evidenceBuilder, processBuilder];

export type ContentsPart = { id: string; heading: string; sections: PrintedSection[] };

/** Parts of the page in the words of the printed report, by id; a part without content is not there. */
export function contentsParts(
  report: Report,
  headings: Record<string, string>,
  format: Format,
): Map<string, ContentsPart> {
  const parts = builders.map(({ id, build }) => {
    const { blocks } = cleanPart({ id, title: '', blocks: build({ report, format, draw: () => undefined }) });
    return [id, { id, heading: headings[id] ?? '', sections: printedSections(blocks) }] as const;
  });
  return new Map(parts.filter(([, { sections }]) => sections.length > 0));
}
