import { brickOf } from '../assessment/brick.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';

const width = 352;
const course = { height: 11, step: 14, least: 6 };
const gap = 3;

/** The items as a wall: a column an area, a brick an item, the first at the bottom. Positions are SVG units. */
export function wallOf({ assessment, checklist }: OpenAssessment, format: Format) {
  const most = Math.max(course.least, ...checklist.areas.map(area => area.items.length));
  const foot = most * course.step;
  const column = width / checklist.areas.length;
  const columns = checklist.areas.map((area, index) => ({
    code: area.code,
    x: index * column + column / 2,
    bricks: area.items.map((item, row) => {
      const { classes } = brickOf(item, { assessment, checklist, areaId: area.id, nextItemId: undefined }, format);
      const y = foot - (row + 1) * course.step;
      return {
        classes: classes
          .replace(/^level-/, 'wall-')
          .replace(/^is-/, 'wall-')
          .split(' ')[0],
        x: index * column + gap / 2,
        y,
        // The two dark ends differ without colour, since the wall has no numerals.
        slash: /^level-[01]/.test(classes) ? `M${index * column + column / 2 - 6} ${y + 9}l12 -7` : null,
      };
    }),
  }));
  return {
    viewBox: `0 0 ${width} ${foot + 20}`,
    label: format.t('start.wall', { count: checklist.areas.reduce((sum, area) => sum + area.items.length, 0) }),
    brickWidth: column - gap,
    brickHeight: course.height,
    baseline: foot + 16,
    columns,
  };
}
