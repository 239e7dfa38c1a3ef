import type { Format } from '../format.ts';
import { personName } from './person-name.ts';
import type { Others } from './save-answer.ts';

/** Who saved what this was joined with, and when. */
export function othersWords({ by, at }: Others, format: Format) {
  return { who: format.list(by.map(person => personName(person, format))), when: format.time(at) };
}
