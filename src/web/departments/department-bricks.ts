import type { AskedItem } from '#assessment/department-work.ts';
import { type Brick, brickOf } from '../assessment/brick.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';

/** The items that one department leads, the first open one marked. */
export function departmentBricks(
  leads: AskedItem[],
  { assessment, checklist }: OpenAssessment,
  format: Format,
): Brick[] {
  const next = leads.find(({ answered }) => !answered)?.item.id;
  return leads.map(({ item, areaId }) => brickOf(item, { assessment, checklist, areaId, nextItemId: next }, format));
}
