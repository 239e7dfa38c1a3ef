const tolerance = 1e-9;

/** Below the limit by more than binary noise. */
export function isBelow(value: number, limit: number): boolean {
  return value < limit - tolerance;
}
