import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import { fractionOf } from '#scoring/fraction.ts';
import type { ScoringInput } from '#scoring/item-score.ts';
import type { Result } from '#scoring/result.ts';
import { scoreAssessment, scoreDetails } from '#scoring/score.ts';
import { changeItem, everythingScored, scoredWith } from './alter-case.ts';
import { type Case, caseArbitrary, evidenceArbitrary, type ItemCase, inputOf } from './arbitrary-case.ts';
import { assertClose } from './assert-close.ts';
import { assertNoLower, assertRising, figuresOf, groupsOf, noise } from './figures-of.ts';
import { holdsFor } from './holds-for.ts';

test('supported ≤ low ≤ score ≤ high, all within 0 and 100, coverage within 0 and 1', () => {
  holdsFor(caseArbitrary, random => {
    for (const { claimed, supported } of groupsOf(scoreAssessment(inputOf(random)))) {
      const { score, coverage, low, high } = claimed;
      if (low === null || high === null || coverage === null) {
        assert.deepEqual([score, coverage, low, high, supported], [null, null, null, null, null]);
        continue;
      }
      assert.ok(supported !== null);
      assertRising([0, supported, low, ...(score === null ? [] : [score]), high, 100]);
      assertRising([0, coverage, 1]);
      assert.equal(score === null, coverage === 0);
    }
  });
});

test('with full coverage low, score and high are one', () => {
  holdsFor(caseArbitrary, random => {
    for (const { claimed } of groupsOf(scoreAssessment(inputOf(everythingScored(random))))) {
      assert.equal(claimed.low, claimed.score);
      assert.equal(claimed.high, claimed.score);
    }
  });
});

test('with full coverage the overall score is the weighted mean of the areas', () => {
  holdsFor(caseArbitrary, random => {
    const { checklist, ...input } = inputOf(everythingScored(random));
    const { overall, areas } = scoreAssessment({ checklist, ...input }).claimed;
    const parts = checklist.areas.flatMap(({ id, weight }) => {
      const score = areas[id]?.score ?? null;
      return score === null ? [] : [{ score, weight }];
    });
    const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
    const mean = parts.reduce((sum, { weight, score }) => sum + weight * score, 0) / weights;
    assertClose(overall.score, weights === 0 ? null : mean);
  });
});

test('raising an answer lowers no figure and no grade', () => {
  holdsFor(fc.tuple(caseArbitrary, fc.nat()), ([random, at]) => {
    const [before, after] = [scoredWith(random, at, 'value'), scoredWith(random, at, 'otherValue')]
      .map(inputOf)
      .sort((a, b) => fractionAt(a, at) - fractionAt(b, at))
      .map(scoreAssessment);
    assert.ok(before && after);
    assertNoLower(figuresOf(before), figuresOf(after));
    assertNoWorseGrades(before, after, random);
  });
});

test('scoring an open item lowers no low, no coverage, no supported score and no grade', () => {
  holdsFor(fc.tuple(caseArbitrary, fc.nat()), ([random, at]) => {
    const before = scoreAssessment(inputOf(changeItem(random, at, { answered: 'unknown' })));
    const after = scoreAssessment(inputOf(changeItem(random, at, { answered: 'scored' })));
    const lows = (result: Result) =>
      groupsOf(result).flatMap(({ claimed: { low, coverage }, supported }) => [low, coverage, supported]);
    assertNoLower(lows(before), lows(after));
    assertNoWorseGrades(before, after, random);
  });
});

test('leaving an item open in whatever way gives the same result', () => {
  holdsFor(fc.tuple(caseArbitrary, fc.nat()), ([random, at]) => {
    const ways = (['unknown', 'withheld', 'not at all'] as const).map(answered =>
      scoreAssessment(inputOf(changeItem(random, at, { answered }))),
    );
    assert.deepEqual(ways[0], ways[1]);
    assert.deepEqual(ways[0], ways[2]);
  });
});

test('more evidence lowers no supported score and no supported grade, and changes nothing that is claimed', () => {
  holdsFor(fc.tuple(caseArbitrary, fc.nat(), evidenceArbitrary), ([random, at, more]) => {
    const before = scoreAssessment(inputOf(random));
    const after = scoreAssessment(
      inputOf(changeItem(random, at, ({ evidence }) => ({ evidence: [...evidence, more] }))),
    );
    const supported = (result: Result) => groupsOf(result).map(group => group.supported);
    assertNoLower(supported(before), supported(after));
    assertNoWorseGrades(before, after, random);
    assert.deepEqual(before.claimed, after.claimed);
  });
});

test('the effective weights of scored and open items add up to 1, those of others are 0', () => {
  holdsFor(caseArbitrary, random => {
    const { items, result } = scoreDetails(inputOf(random));
    const effective = items.reduce((sum, item) => sum + item.effectiveWeight, 0);
    assertClose(effective, result.claimed.overall.low === null ? 0 : 1);
    for (const { state, effectiveWeight } of items)
      assert.ok(state === 'scored' || state === 'open' || effectiveWeight === 0);
    const nominal = items.reduce((sum, item) => sum + item.nominalWeight, 0);
    assert.ok(Math.abs(nominal - Math.round(nominal)) < noise && nominal < 1.5);
  });
});

test('the details of the items and the result are one calculation', () => {
  holdsFor(caseArbitrary, random => {
    const { items, result } = scoreDetails(inputOf(random));
    if (result.claimed.overall.low === null) return;
    const low = items.reduce((sum, { effectiveWeight, fraction }) => sum + effectiveWeight * (fraction ?? 0), 0);
    const supported = items.reduce((sum, item) => sum + item.effectiveWeight * item.supported, 0);
    assertClose([100 * low, 100 * supported], [result.claimed.overall.low, result.supported.overall]);
  });
});

test('the order of areas, items, bands and answers changes no figure', () => {
  holdsFor(caseArbitrary, random => {
    const input = inputOf(random);
    assertClose(withSortedLists(scoreAssessment(reversed(input))), withSortedLists(scoreAssessment(input)));
  });
});

test('what a false fact excludes leaves the result as if it were not in the checklist', () => {
  holdsFor(caseArbitrary, random => {
    const isAsked = ({ conditional }: ItemCase) => typeof conditional !== 'object';
    const areas = random.areas.map(({ weight, items }) => ({ weight, items: items.filter(isAsked) }));
    const without = scoreAssessment(inputOf({ ...random, areas })).claimed;
    const excluding = scoreAssessment(inputOf({ ...random, profile: { coast: false } })).claimed;
    assertClose(excluding.overall, without.overall);
    assertClose([excluding.areas, excluding.lenses], [without.areas, without.lenses]);
    assertClose(excluding.robustness, without.robustness);
    assert.equal(excluding.grade, without.grade);
  });
});

test('scoring changes nothing that it is given', () => {
  holdsFor(caseArbitrary, random => {
    const input = inputOf(random);
    const before = JSON.stringify([input, [...input.answers]]);
    scoreAssessment(input);
    assert.equal(JSON.stringify([input, [...input.answers]]), before);
  });
});

function assertNoWorseGrades(before: Result, after: Result, random: Case): void {
  const { grades } = inputOf(random).checklist;
  const rank = (grade: string | null) => (grade === null ? grades.length : grades.findIndex(({ id }) => id === grade));
  for (const side of ['claimed', 'supported'] as const) {
    assert.ok(rank(after[side].grade) <= rank(before[side].grade), side);
    assert.ok(rank(after[side].gradeBeforeCap) <= rank(before[side].gradeBeforeCap), side);
  }
}

function fractionAt({ checklist, answers }: ScoringInput, at: number): number {
  const items = checklist.areas.flatMap(area => area.items);
  const item = items[at % items.length];
  assert.ok(item);
  return fractionOf(item, answers.get(item.id)?.value, scaleOf(item, checklist));
}

function reversed({ checklist, answers, ...rest }: ScoringInput): ScoringInput {
  const areas = checklist.areas.toReversed().map(area => ({
    ...area,
    items: area.items
      .toReversed()
      .map(item => (item.kind === 'metric' ? { ...item, bands: item.bands.toReversed() } : item)),
  }));
  const lenses = checklist.lenses.toReversed();
  return { ...rest, checklist: { ...checklist, areas, lenses }, answers: new Map([...answers].reverse()) };
}

function withSortedLists({ claimed, supported, excludedShare }: Result): Result {
  return {
    claimed: { ...claimed, breached: claimed.breached.toSorted(), unverified: claimed.unverified.toSorted() },
    supported: { ...supported, unsupported: supported.unsupported.toSorted() },
    excludedShare,
  };
}
