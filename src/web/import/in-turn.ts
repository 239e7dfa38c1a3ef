import { takeTurns } from '#shared/take-turns.ts';

/** Packages are taken one after another: the same one twice at once arrives once, and the second finds it there. */
export const inTurn = takeTurns();
