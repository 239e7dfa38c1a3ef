import type { Format } from '../format.ts';
import type { Others } from './answer-shown.ts';
import type { OpenAssessment } from './open-assessment.ts';
import { personName } from './person-name.ts';

/** Who saved what this was joined with, and when. */
export function othersWords({ by, at }: Others, open: OpenAssessment, format: Format) {
  return { who: format.list(by.map(person => personName(person, open, format))), when: format.time(at) };
}
