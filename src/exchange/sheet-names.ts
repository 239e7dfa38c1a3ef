// biome-ignore lint/suspicious/noControlCharactersInRegex: no sheet may be called by these
const refused = /[[\]:*?/\\'\u0000-\u001f]/g;

/** Gives names that a workbook may have: 31 characters, without certain signs, each only once. */
export function sheetNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return wanted => {
    const plain = wanted.toWellFormed().replace(refused, '-').trim() || '-';
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`;
      const name = plain.slice(0, 31 - end.length).toWellFormed() + end;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
