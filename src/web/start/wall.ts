import type { Item } from '#checklist/checklist-schema.ts';
import { brickOf } from '../assessment/brick.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';

const width = 352;
const leastHeight = 110;
const step = { least: 14, most: 24 };
const gap = 3;

/** The items as a wall: a stretch an area, a brick an item, the first at the bottom. Positions are SVG units. */
export function wallOf({ assessment, checklist }: OpenAssessment, format: Format) {
  const { areas } = checklist;
  const measures = measure(areas);
  const { foot, column, brickWidth, brickHeight } = measures;
  const columns = areas.map((area, index) => ({
    code: area.code,
    x: index * column + column / 2,
    bricks: area.items.map((item, place) => {
      const { x, y } = placeOf(place, index, measures);
      const { classes } = brickOf(item, { assessment, checklist, areaId: area.id, nextItemId: undefined }, format);
      return {
        classes: wallClass(classes),
        ...{ x, y },
        // The two dark ends differ without colour, since the wall has no numerals.
        slash: /^level-[01]/.test(classes) ? `M${x + brickWidth / 2 - 6} ${y + brickHeight / 2 + 3.5}l12 -7` : null,
      };
    }),
  }));
  return {
    // From -1: half of a line lies outside its brick.
    viewBox: `0 -1 ${width} ${foot + 21}`,
    label: format.t('start.wall', { count: areas.reduce((sum, area) => sum + area.items.length, 0) }),
    ...{ brickWidth, brickHeight, columns },
    baseline: foot + 16,
  };
}

type Measures = ReturnType<typeof measure>;

/** Few areas have several bricks in a course, so that bricks keep the shape of bricks. */
function measure(areas: { items: Item[] }[]) {
  const perCourse = bricksPerCourse(areas.length);
  const courses = Math.max(1, ...areas.map(area => Math.ceil(area.items.length / perCourse)));
  const height = Math.min(step.most, Math.max(step.least, Math.floor(leastHeight / courses)));
  const column = width / areas.length;
  const margin = perCourse === 1 ? gap : 4 * gap;
  return {
    ...{ perCourse, column, margin, height },
    foot: Math.max(leastHeight, courses * height),
    brickWidth: (column - margin + gap) / perCourse - gap,
    brickHeight: height - gap,
  };
}

function bricksPerCourse(areas: number): number {
  if (areas > 4) return 1;
  return areas > 2 ? 2 : 5 - areas;
}

function placeOf(place: number, area: number, { perCourse, column, margin, height, foot, brickWidth }: Measures) {
  return {
    x: area * column + margin / 2 + (place % perCourse) * (brickWidth + gap),
    y: foot - (Math.floor(place / perCourse) + 1) * height,
  };
}

function wallClass(classes: string): string | undefined {
  return classes
    .replace(/^level-/, 'wall-')
    .replace(/^is-/, 'wall-')
    .split(' ')[0];
}
