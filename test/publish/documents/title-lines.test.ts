import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { titleLines } from '#publish/documents/title-lines.ts';

describe('the lines of a title', () => {
  test('are one where it fits', () => {
    assert.deepEqual(titleLines('《城市汛前检查表》自评价报告', 20), ['《城市汛前检查表》自评价报告']);
    assert.deepEqual(titleLines('Self-assessment report: City Check', 20), ['Self-assessment report: City Check']);
  });

  test('part behind the name of the checklist, and in English behind colons', () => {
    assert.deepEqual(titleLines('《安全可靠的韧性城市自评检查表》自评价报告', 20), [
      '《安全可靠的韧性城市自评检查表》',
      '自评价报告',
    ]);
    assert.deepEqual(
      titleLines('Self-assessment report: A Safe and Reliable Resilient City: Self-Assessment Checklist', 20),
      ['Self-assessment report:', 'A Safe and Reliable Resilient City:', 'Self-Assessment Checklist'],
    );
  });

  test('lose nothing where there is no seam, and nothing is left of an empty one', () => {
    assert.deepEqual(titleLines('很'.repeat(30), 20), ['很'.repeat(30)]);
    assert.deepEqual(titleLines(`《${'长'.repeat(30)}》`, 20), [`《${'长'.repeat(30)}》`]);
    assert.deepEqual(titleLines('', 20), ['']);
  });
});
