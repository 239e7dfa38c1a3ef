import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { buildReport } from '#report/report.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

const items = [...Array(12).keys()].map(index => buildItem(`i${index}`, { weight: index % 4 }));
const checklist = buildChecklist({ areas: [buildArea('a', { items })] });
const level = fc.record({
  value: fc.integer({ min: 0, max: 5 }),
  kind: fc.option(fc.constantFrom(...evidenceKindSchema.options)),
});

test('every scored item with a weight is counted once, and no support stands above its claim', () => {
  fc.assert(
    fc.property(fc.array(fc.option(level), { minLength: 12, maxLength: 12 }), levels => {
      const given = levels.flatMap((one, index) =>
        one ? [[`i${index}`, scored(one.value, one.kind ?? undefined)] as const] : [],
      );
      const report = buildReport(buildAssessment(Object.fromEntries(given)), checklist, '2026-11-18T06:40:00.000Z');
      const counted = report.supportGrid.flatMap(cell => cell.items.map(({ id }) => id));
      const weighed = given.map(([id]) => id).filter(id => Number(id.slice(1)) % 4 > 0);
      assert.deepEqual(counted.toSorted(), weighed.toSorted());
      for (const { claimed, supported, items: own } of report.supportGrid) {
        assert.ok(supported <= claimed);
        for (const { claimedLevel, supportedLevel } of own)
          assert.deepEqual([claimedLevel, supportedLevel], [claimed, supported]);
      }
      const distances = report.supportGrid.map(({ claimed, supported }) => claimed - supported);
      assert.deepEqual(
        distances,
        distances.toSorted((a, b) => b - a),
      );
    }),
    { numRuns: 200 },
  );
});
