const magnitudes: Record<string, number> = {
  万: 1e4,
  亿: 1e8,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
const written = /(\d+(?:,\d{3})*(?:\.\d+)?)\s*(万|亿|thousand\b|million\b|billion\b)?\s*(%)?/g;

/** The numbers in figures, in the order of the text, as `12` or `80%`; 50 万 and 500,000 are the same. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(written)].map(([, digits = '', magnitude = '', percent = '']) => {
    const number = Number(digits.replaceAll(',', '')) * (magnitudes[magnitude] ?? 1);
    return `${number}${percent}`;
  });
}
