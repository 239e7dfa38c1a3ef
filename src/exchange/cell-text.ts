// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** In a workbook `_x0041_` stands for a sign by its number. */
const looksEscaped = /_(?=x[0-9a-f]{4}_)/gi;

/** A text as a cell can hold it. */
export function cellText(text: string): string {
  return text.toWellFormed().replace(notInXml, '').replace(/\r\n?/g, '\n').replace(looksEscaped, '_x005F_');
}
