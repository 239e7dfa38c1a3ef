import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatIn } from '#web/format.ts';
import { wallOf } from '#web/start/wall.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { buildOpen } from '../../support/build-open.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const format = formatIn({
  ...{ language: 'en', t: words.translate('en'), timeZone: 'Asia/Shanghai' },
  now: () => new Date(0),
});

function wall(areas: number, items: number) {
  const checklist = buildChecklist({
    areas: Array.from({ length: areas }, (_, area) =>
      buildArea(`x${area}`, { items: Array.from({ length: items }, (_, item) => buildItem(`x${area}i${item}`)) }),
    ),
  });
  const open = buildOpen(buildAssessment(), checklist);
  return wallOf(open, format);
}

for (const [areas, items] of [
  [1, 11],
  [1, 1],
  [2, 9],
  [3, 9],
  [4, 11],
  [5, 8],
  [6, 8],
  [7, 8],
  [12, 11],
] as const)
  test(`with ${areas} areas of ${items} items bricks have the shape of bricks, lie inside and apart`, () => {
    const { columns, brickWidth, brickHeight, viewBox, baseline } = wall(areas, items);
    const [, , width = 0, height = 0] = viewBox.split(' ').map(Number);
    const bricks = columns.flatMap(column => column.bricks);
    assert.equal(bricks.length, areas * items);
    assert.ok(brickWidth / brickHeight > 1.5 && brickWidth / brickHeight < 8, `${brickWidth} × ${brickHeight}`);
    for (const { x, y } of bricks) {
      assert.ok(x >= 0 && x + brickWidth <= width && y >= 0 && y + brickHeight < baseline - 12);
      const near = bricks.filter(other => Math.abs(other.x - x) < brickWidth && Math.abs(other.y - y) < brickHeight);
      assert.equal(near.length, 1);
    }
    assert.ok(height <= 200);
  });
