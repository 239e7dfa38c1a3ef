import { progressOf } from '#assessment/progress.ts';
import { findRecord } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Area } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { brickOf } from './brick.ts';
import type { OpenAssessment } from './open-assessment.ts';

/** How far an area is: the sticky strip above the form. */
export function areaProgress(area: Area, open: OpenAssessment, format: Format) {
  const { t } = format;
  const { assessment, checklist } = open;
  const { answered, total, nextItem } = progressOf(assessment, { ...checklist, areas: [area] });
  const next = nextItem?.state === 'unanswered' ? area.items.find(({ id }) => id === nextItem.id) : undefined;
  const where = { assessment, checklist, areaId: area.id, nextItemId: next?.id };
  const savedAt = area.items
    .flatMap(item => findRecord(assessment, item.id)?.at ?? [])
    .sort()
    .at(-1);
  return {
    nextItemId: next?.id,
    strip: {
      answered: String(answered),
      total: t('area.progress', { total }),
      bricks: area.items.map(item => brickOf(item, where, format)),
      saved: savedAt === undefined ? null : t('area.saved', { when: format.time(savedAt) }),
      nextCode: next?.code ?? '',
      next: next ? { href: `#${next.code}`, label: t('area.next', { code: next.code }) } : nextAnywhere(open, format),
    },
  };
}

/** Where this area is complete: the first open item of the others, or the first table with open cells. */
function nextAnywhere({ assessment, checklist }: OpenAssessment, format: Format) {
  const { nextItem } = progressOf(assessment, checklist);
  const item = nextItem && findItem(checklist, nextItem.id);
  return item
    ? {
        href: `/assessments/${assessment.id}/areas/${nextItem.areaId}#${item.code}`,
        label: format.t(nextItem.state === 'unfinished' ? 'area.next.unfinished' : 'area.next', { code: item.code }),
      }
    : null;
}

/** All areas with how many items of each are answered. */
export function areaNav(current: Area, { assessment, checklist }: OpenAssessment, format: Format) {
  return checklist.areas.map(area => {
    const { answered, total } = progressOf(assessment, { ...checklist, areas: [area] });
    return {
      code: area.code,
      title: format.text(area.title),
      href: `/assessments/${assessment.id}/areas/${area.id}`,
      current: area.id === current.id,
      complete: total > 0 && answered === total,
      count: `${answered}/${total}`,
    };
  });
}
