const longestName = 31;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const refused = /[\\/?*[\]:\u0000-\u001f]/g;

/** The name as spreadsheets accept it: 31 characters, none of `\ / ? * [ ] :`, no apostrophe at either end, not "History", each once. */
export function sheetName(wanted: string, taken: readonly string[] = []): string {
  const plain = wanted.toWellFormed().replace(refused, ' ').replace(/\s+/g, ' ');
  const name = shortened(plain, longestName) || 'Sheet';
  return isFree(name, taken) ? name : numbered(name, taken);
}

function numbered(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const candidate = shortened(name, longestName - ending.length) + ending;
    if (isFree(candidate, taken)) return candidate;
  }
}

function shortened(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^['\s]+|['\s]+$/g, '');
}

function isFree(name: string, taken: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return lower !== 'history' && !taken.some(other => other.toLowerCase() === lower);
}
