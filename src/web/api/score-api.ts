import { Router } from 'express';
import { z } from 'zod';
import { type Answer, checkAnswer } from '#assessment/answer.ts';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { AppError } from '#shared/app-error.ts';
import { type Fault, fault } from '#shared/fault.ts';
import { isoDaySchema } from '#shared/iso-day.ts';
import { jsonBody } from './json-body.ts';
import { parseBody } from './parse-body.ts';

/** `checklist` and `answers` are checked against each other afterwards. */
export const scoreRequestSchema = z.strictObject({
  checklist: z.unknown(),
  answers: z.record(z.string(), z.unknown()),
  referenceDate: isoDaySchema,
  profile: z.record(z.string(), z.boolean()).optional(),
});

/** Stateless: a whole checklist and its answers come in, the result goes out. */
export function scoreApi(): Router {
  return Router().post('/score', jsonBody('5mb'), (req, res) => {
    const { checklist: given, answers, referenceDate, profile = {} } = parseBody(req, scoreRequestSchema);
    const checklist = parseChecklist(given);
    if (!checklist.ok) throw new AppError('faulty-input', under(['checklist'], checklist.faults));
    res.json(
      scoreAssessment({
        checklist: checklist.value,
        answers: checkAnswers(answers, checklist.value),
        referenceDate,
        profile,
      }),
    );
  });
}

/** Throws AppError `faulty-input` with the faults of all answers at once. */
function checkAnswers(given: Record<string, unknown>, checklist: Checklist): Map<string, Answer> {
  const items = new Map(itemsOf(checklist).map(item => [item.id, item]));
  const answers = new Map<string, Answer>();
  const faults = Object.entries(given).flatMap(([id, input]) => {
    const item = items.get(id);
    if (!item) return [fault(['answers', id], '检查表没有这一项', 'the checklist has no such item')];
    const checked = checkAnswer(input, item, checklist, 'any');
    if (checked.ok) answers.set(id, checked.value);
    return checked.ok ? [] : under(['answers', id], checked.faults);
  });
  if (faults.length > 0) throw new AppError('faulty-input', faults);
  return answers;
}

function under(path: Fault['path'], faults: Fault[]): Fault[] {
  return faults.map(one => ({ ...one, path: [...path, ...one.path] }));
}
