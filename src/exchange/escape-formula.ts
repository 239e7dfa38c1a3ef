const startsFormula = /^'*[=+\-@\t\r＝＋－＠]/;

/** A spreadsheet would take such a text for a formula; the sign in front is taken off again when it comes back. */
export function escapeFormula(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
  return text.startsWith("'") && startsFormula.test(text.slice(1)) ? text.slice(1) : text;
}
