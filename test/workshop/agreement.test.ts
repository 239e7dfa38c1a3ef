import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agreementOf } from '#workshop/agreement.ts';
import { consensusIndex } from '#workshop/consensus-index.ts';
import { totalOf } from '#workshop/counts.ts';
import { measuresOf } from '#workshop/measures.ts';
import { quantile } from '#workshop/quantile.ts';
import { holdsFor } from '../scoring/holds-for.ts';

const countsOf = (levels: number, most = 40) =>
  fc.array(fc.nat(most), { minLength: levels, maxLength: levels }).filter(counts => totalOf(counts) > 0);
const anyCounts = fc.integer({ min: 2, max: 11 }).chain(levels => countsOf(levels));

const close = (a: number, b: number) => Math.abs(a - b) < 1e-9;

test('without a vote there are no measures, and nothing is said', () => {
  assert.deepEqual(agreementOf([0, 0, 0, 0, 0, 0]), { measures: null, verdict: 'too-few', badges: [] });
  assert.equal(consensusIndex([0, 0]), null);
});

test('a quantile is that of the sorted votes by the rule of Excel, and lies between the least and the most', () => {
  const property = fc.tuple(anyCounts, fc.double({ min: 0, max: 1, noNaN: true }));
  holdsFor(property, ([counts, share]) => {
    const votes = counts.flatMap((count, level) => Array.from({ length: count }, () => level));
    const place = (votes.length - 1) * share;
    const [low, high] = [votes[Math.floor(place)] ?? 0, votes[Math.ceil(place)] ?? 0];
    assert.ok(close(quantile(counts, share), low + (place % 1) * (high - low)));
    assert.ok(quantile(counts, share) >= (votes[0] ?? 0) && quantile(counts, share) <= (votes.at(-1) ?? 0));
  });
});

test('a larger share never has a smaller quantile', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  holdsFor(fc.tuple(anyCounts, share, share), ([counts, a, b]) => {
    const [less, more] = a < b ? [a, b] : [b, a];
    assert.ok(quantile(counts, less) <= quantile(counts, more) + 1e-9);
  });
});

test('the mirrored room agrees exactly as much', () => {
  holdsFor(anyCounts, counts => {
    const [one, other] = [agreementOf(counts), agreementOf(counts.toReversed())];
    assert.equal(one.verdict, other.verdict);
    assert.deepEqual(one.badges, other.badges);
    const width = counts.length - 1;
    assert.ok(close((one.measures?.median ?? 0) + (other.measures?.median ?? 0), width));
    for (const name of ['iqr', 'within1', 'far', 'di', 'ipras'] as const)
      assert.ok(close(one.measures?.[name] ?? 0, other.measures?.[name] ?? 0), name);
    assert.ok(close(consensusIndex(counts) ?? 0, consensusIndex(counts.toReversed()) ?? 0));
  });
});

test('the consensus index does not depend on how many of each there are, only on the shares', () => {
  holdsFor(fc.tuple(anyCounts, fc.integer({ min: 2, max: 9 })), ([counts, factor]) => {
    const scaled = counts.map(count => count * factor);
    assert.ok(close(consensusIndex(counts) ?? 0, consensusIndex(scaled) ?? 0));
  });
});

test('the consensus index is 1 where all are of one mind, 0 where half stand at each end, and in between otherwise', () => {
  assert.equal(consensusIndex([0, 0, 7, 0, 0, 0]), 1);
  assert.equal(consensusIndex([5, 0, 0, 0, 0, 5]), 0);
  holdsFor(anyCounts, counts => {
    const index = consensusIndex(counts) ?? -1;
    assert.ok(index >= 0 && index <= 1);
  });
});

test('shares are between 0 and 1 and nobody is both near the median and far from it', () => {
  holdsFor(anyCounts, counts => {
    const measures = measuresOf(counts);
    assert.ok(measures);
    assert.ok(measures.within1 >= 0 && measures.far >= 0 && measures.within1 + measures.far <= 1 + 1e-9);
    assert.ok(measures.farVotes >= measures.extremeVotes);
    assert.ok(measures.ipras > 0 && measures.iqr >= 0);
  });
});

test('one more vote at a median that is a level never lowers the share near it', () => {
  const withLevelAsMedian = countsOf(6).filter(counts => Number.isInteger(measuresOf(counts)?.median));
  holdsFor(withLevelAsMedian, counts => {
    const before = measuresOf(counts);
    const after = measuresOf(counts.map((count, level) => (level === before?.median ? count + 1 : count)));
    assert.ok((after?.within1 ?? 0) >= (before?.within1 ?? 1) - 1e-9);
  });
});

test('fewer than five votes get no verdict, whatever they are', () => {
  const few = fc.array(fc.nat(5), { minLength: 1, maxLength: 4 });
  holdsFor(few, votes => {
    const counts = [0, 1, 2, 3, 4, 5].map(level => votes.filter(vote => vote === level).length);
    assert.equal(agreementOf(counts).verdict, 'too-few');
  });
});

test('a room of one mind agrees and has no badge', () => {
  holdsFor(fc.tuple(fc.nat(5), fc.integer({ min: 5, max: 300 })), ([level, n]) => {
    const counts = [0, 1, 2, 3, 4, 5].map(each => (each === level ? n : 0));
    assert.deepEqual([agreementOf(counts).verdict, agreementOf(counts).badges], ['consensus', []]);
  });
});

test('consensus never has a sixth of the room two levels away on the scale of six levels', () => {
  holdsFor(countsOf(6), counts => {
    const { verdict, measures } = agreementOf(counts);
    if (verdict === 'consensus') assert.ok((measures?.far ?? 1) < 0.15);
  });
});

test('on the scale of six levels no room is both a consensus and split', () => {
  holdsFor(countsOf(6), counts => {
    const { verdict, measures } = agreementOf(counts);
    if (verdict === 'consensus') assert.ok((measures?.di ?? 2) <= 1 && !(measures?.ram.isSplit && measures.n >= 8));
  });
});

const shortScales: [string, number[], string, string[]][] = [
  ['0 to 3: three quarters in two adjacent levels agree', [0, 9, 3, 0], 'consensus', []],
  ['0 to 3: exactly three quarters are enough', [1, 4, 5, 2], 'consensus', []],
  ['0 to 3: a room on the two middle levels is not split', [0, 6, 6, 0], 'consensus', []],
  ['0 to 3: without three quarters in two adjacent levels it is spread', [4, 4, 4, 0], 'spread', []],
  ['0 to 3: the ends alone count as low and high', [4, 2, 2, 4], 'split', []],
  ['0 to 3: everybody at the ends is split', [6, 0, 0, 6], 'split', []],
  ['no or yes: three quarters are needed on one side', [3, 9], 'consensus', ['minority']],
  ['no or yes: two of nine are a minority', [2, 7], 'consensus', ['minority']],
  ['no or yes: one alone is none', [5, 1], 'consensus', []],
  ['no or yes: nor are two of many', [19, 2], 'consensus', []],
  ['no or yes: a little less is no consensus', [8, 22], 'spread', ['minority']],
  ['no or yes: halves are split', [10, 10], 'split', []],
];
for (const [name, counts, verdict, badges] of shortScales)
  test(name, () => {
    const found = agreementOf(counts);
    assert.deepEqual([found.verdict, found.badges], [verdict, badges]);
  });

test('departments whose medians are two apart are a gap, one department alone is none', () => {
  const counts = [0, 0, 6, 0, 6, 0];
  assert.ok(agreementOf(counts, [2, 4]).badges.includes('department-gap'));
  assert.ok(!agreementOf(counts, [2, 3.5]).badges.includes('department-gap'));
  assert.ok(!agreementOf(counts, [4]).badges.includes('department-gap'));
});
