export type Box = { x: number; y: number; width: number; height: number };

/** Between the lines of the two lowest bands: the lower, the denser. */
const spacings: Record<number, number> = { 1: 7, 2: 11 };

/** Rising lines over a box of heat band 1 or 2, as a path; nothing for the other bands. */
export function hatchPath({ x, y, width, height }: Box, band: number): string {
  const spacing = spacings[band];
  if (spacing === undefined) return '';
  const lines: string[] = [];
  for (let start = spacing; start < width + height; start += spacing) {
    const from = start <= height ? [x, y + start] : [x + start - height, y + height];
    const to = start <= width ? [x + start, y] : [x + width, y + start - width];
    lines.push(`M${from.map(short).join(' ')}L${to.map(short).join(' ')}`);
  }
  return lines.join('');
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
