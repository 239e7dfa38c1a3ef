/** How many words two texts have in common in the same order. */
export function commonLength(a: string[], b: string[]): number {
  const start = Array.from({ length: b.length + 1 }, () => 0);
  const last = a.reduce((before, word) => nextRow(before, word, b), start);
  return last.at(-1) ?? 0;
}

function nextRow(before: number[], word: string, b: string[]): number[] {
  const row = [0];
  for (const [index, other] of b.entries()) {
    const [diagonal = 0, above = 0] = before.slice(index, index + 2);
    row.push(word === other ? diagonal + 1 : Math.max(above, row[index] ?? 0));
  }
  return row;
}
