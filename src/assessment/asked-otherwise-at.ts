import type { Assessment } from './assessment.ts';

/** Whether the item asked something else at that time: the assessment was moved to another version of its checklist since. */
export function askedOtherwiseAt({ moves = [] }: Pick<Assessment, 'moves'>, itemId: string, at: string): boolean {
  return moves.some(move => move.at > at && move.changed.includes(itemId));
}
