import { test } from 'node:test';
import type { ScoringInput } from '#scoring/item-score.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { caseArbitrary, inputOf } from './arbitrary-case.ts';
import { assertClose } from './assert-close.ts';
import { holdsFor } from './holds-for.ts';

test('the ranges are the extremes of scoring under every corner of the weights', () => {
  holdsFor(caseArbitrary, random => {
    const input = inputOf(random);
    const corners = cornersOf(input).map(corner => scoreAssessment(corner).claimed.overall);
    const { scoreRange, lowRange } = scoreAssessment(input).claimed.robustness;
    assertClose(scoreRange, endsOf(corners.map(({ score }) => score)));
    assertClose(lowRange, endsOf(corners.map(({ low }) => low)));
  });
});

test('equal areas are the overall score with every positive weight set to 1', () => {
  holdsFor(caseArbitrary, random => {
    const input = inputOf(random);
    const equal = scoreAssessment(reweighed(input, weight => (weight > 0 ? 1 : 0)));
    assertClose(scoreAssessment(input).claimed.robustness.equalAreas, equal.claimed.overall.score);
  });
});

function cornersOf(input: ScoringInput): ScoringInput[] {
  const count = input.checklist.areas.length;
  return Array.from({ length: 2 ** count }, (_, corner) =>
    reweighed(input, (weight, index) => weight * ((corner >> index) & 1 ? 1.2 : 0.8)),
  );
}

function reweighed(input: ScoringInput, weigh: (weight: number, index: number) => number): ScoringInput {
  const areas = input.checklist.areas.map((area, index) => ({ ...area, weight: weigh(area.weight, index) }));
  return { ...input, checklist: { ...input.checklist, areas } };
}

function endsOf(values: (number | null)[]): [number | null, number | null] {
  const numbers = values.flatMap(value => (value === null ? [] : [value]));
  return numbers.length === 0 ? [null, null] : [Math.min(...numbers), Math.max(...numbers)];
}
