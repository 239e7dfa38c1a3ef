/**
 * JSON as RFC 8785 (JCS) writes it: no spaces, keys sorted by UTF-16 units, numbers and strings as ECMAScript writes them (so 1e2 is 100
 * and −0 is 0). What is alike has the same bytes. Keys that are undefined are left out; what came out of a JSON file has neither those
 * nor numbers that JSON does not know.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join()}}`;
}
