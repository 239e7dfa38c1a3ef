/** What is not a whole number goes on as it was typed, to be refused by whoever knows what was expected. */
export function wholeNumber(text: string): number | string {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
