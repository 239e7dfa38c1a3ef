import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { type Answer, checkAnswer } from '#assessment/answer.ts';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { scoreAssessment } from '#scoring/score.ts';
import type { Checked } from '#shared/fault.ts';
import { assertClose } from './assert-close.ts';

const vectorSchema = z.strictObject({
  name: z.string(),
  checklist: z.unknown(),
  referenceDate: z.string(),
  profile: z.record(z.string(), z.boolean()),
  answers: z.record(z.string(), z.unknown()),
  expect: z.unknown(),
});

const folder = path.join(import.meta.dirname, 'vectors');
const files = readdirSync(folder).filter(file => file.endsWith('.json'));

test('the conformance cases are there', () => {
  assert.ok(files.length >= 15, `only ${files.length} found`);
});

for (const file of files) {
  test(`conformance case ${file} gives the expected result`, () => {
    const vector = vectorSchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
    const checklist = valid(parseChecklist(vector.checklist));
    const answers = parseAnswers(vector.answers, checklist);
    const { referenceDate, profile } = vector;
    assertClose(scoreAssessment({ checklist, answers, referenceDate, profile }), vector.expect);
  });
}

function parseAnswers(answers: Record<string, unknown>, checklist: Checklist): Map<string, Answer> {
  return new Map(
    Object.entries(answers).map(([id, answer]) => {
      const item = findItem(checklist, id);
      assert.ok(item, id);
      return [id, valid(checkAnswer(answer, item, checklist, 'any'))];
    }),
  );
}

function valid<T>(checked: Checked<T>): T {
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.value;
}
