import type { KeptMilestone } from '#assessment/milestone.ts';
import { milestoneContent } from '#report/milestone-content.ts';
import { AppError } from '#shared/app-error.ts';
import type { ArchivePart } from '../app-dependencies.ts';
import type { ArchiveContext } from './archive-context.ts';

/** Where the data folder has them; each by itself can be held against the hash that the trail names and the report prints. */
export function milestoneParts(context: ArchiveContext): ArchivePart[] {
  const { milestones = [] } = context.opened.open.assessment;
  return milestones.map(milestone => milestonePart(milestone, context));
}

function milestonePart(entry: KeptMilestone, { site, opened }: ArchiveContext): ArchivePart {
  const assessment = opened.open.assessment.id;
  return {
    ...{ path: `milestones/${assessment}/${entry.id}.json`, kind: `milestone:${entry.name}` },
    content: async () => {
      const bytes = await site.milestones.read({ assessment, id: entry.id });
      if (!bytes) throw new AppError('milestone-missing');
      const content = milestoneContent(bytes, { ...entry, assessment });
      if (content === undefined) throw new AppError('milestone-altered');
      return content;
    },
  };
}
