import { hash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Assessment } from './assessment.ts';

/** Tells one state of an assessment from another; keeping a milestone does not change it. */
export function stateMark({ checklist, setup, state, answers, actions = [], moves = [] }: Assessment): string {
  return hash('sha256', canonicalJson({ checklist, setup, state, answers, actions, moves })).slice(0, 16);
}
