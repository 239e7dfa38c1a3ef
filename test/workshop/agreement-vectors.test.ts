import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { agreementOf } from '#workshop/agreement.ts';
import { consensusIndex } from '#workshop/consensus-index.ts';
import { measuresOf } from '#workshop/measures.ts';

const caseSchema = z.looseObject({
  name: z.string(),
  counts: z.array(z.int()),
  status: z.string(),
  badges: z.array(z.string()),
  ramClassic: z.boolean(),
  cns: z.number(),
});
const vectorsSchema = z.looseObject({
  cases: z.array(caseSchema),
  published: z.looseObject({
    bmjopen_2012_e001431: z.looseObject({ ratings: z.array(z.int()) }),
    agrmt_consensus: z.looseObject({ counts: z.array(z.int()), cns: z.number() }),
    ramThreshold: z.record(z.string(), z.int()),
  }),
});

const file = path.join(import.meta.dirname, 'vectors/agreement.json');
const { cases, published } = vectorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

test('the conformance cases are there', () => {
  assert.ok(cases.length >= 18, `only ${cases.length} found`);
});

for (const vector of cases)
  test(`agreement case ${vector.name} gives the expected measures, verdict and badges`, () => {
    const { measures, verdict, badges } = agreementOf(vector.counts);
    assert.ok(measures);
    const { far, extremeVotes, ram, ...rest } = measures;
    const ours = {
      ...rest,
      farShare: far,
      extremeVotes,
      ...{ ramT: ram.threshold, low: ram.low, high: ram.high },
      ipr: measures.p70 - measures.p30,
      cns: consensusIndex(vector.counts),
    };
    const expected = z.looseObject({}).parse(vector);
    const named = Object.entries(ours).filter(([name]) => name in expected);
    assert.equal(named.length, 17, 'every figure of the case that the rules name is compared');
    for (const [name, value] of named) assertAlike(value, expected[name], name);
    assert.equal(ram.isSplit, vector.ramClassic);
    assert.equal(verdict, vector.status);
    assert.deepEqual(badges, vector.badges);
  });

test('the published example of the RAND/UCLA method on 1 to 9 gives its published figures', () => {
  const example = published.bmjopen_2012_e001431;
  const counts = Array.from({ length: 9 }, (_, index) => example.ratings.filter(rating => rating === index + 1).length);
  const measures = measuresOf(counts);
  assert.ok(measures);
  const { median, p30, p70, ipras, di } = measures;
  assert.deepEqual([median + 1, p30 + 1, p70 + 1], [example.median, example.p30, example.p70]);
  assertAlike(ipras, example.ipras, 'ipras');
  assertAlike(di, example.di, 'di');
  assert.equal(di > 1, example.disagreement);
});

test('the consensus index gives the published figure of its reference implementation', () => {
  const { counts, cns } = published.agrmt_consensus;
  assert.ok(Math.abs((consensusIndex(counts) ?? 0) - cns) < 1e-7);
});

test('the classic threshold is the published one for every panel size of the table', () => {
  const sizes = Object.entries(published.ramThreshold);
  assert.equal(sizes.length, 12);
  for (const [n, threshold] of sizes)
    assert.equal(measuresOf([Number(n), 0, 0, 0, 0, 0])?.ram.threshold, threshold, `n = ${n}`);
});

/** Expected figures are rounded to four places. */
function assertAlike(value: unknown, expected: unknown, name: string): void {
  assert.ok(Math.abs(Number(value) - Number(expected)) <= 5.1e-5, `${name}: ${value}, not ${expected}`);
}
