/** A reference to a sheet, for formulas. */
export function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
