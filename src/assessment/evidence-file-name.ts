import { type EvidenceFileType, evidenceFileTypes } from './evidence-file.ts';

/** More than this does not fit into a name on every disk, as UTF-8. */
const charactersAtMost = 80;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const neverInNames = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const refusedByWindows = /[:*?"<>|]/g;
const namesOfDevices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name as it came from outside, without path and unsafe signs, with an extension that its content deserves. */
export function evidenceFileName(given: string, type: EvidenceFileType): string {
  const [usual] = evidenceFileTypes[type];
  const { base, extension } = partsOf(given);
  const fitting = evidenceFileTypes[type].find(known => known === extension.toLowerCase());
  return `${safeBase(base)}.${fitting ?? usual}`;
}

/** In small letters, without its dot; empty where there is none. */
export function extensionOf(given: string): string {
  return partsOf(given).extension.toLowerCase();
}

function partsOf(given: string): { base: string; extension: string } {
  const name = given.toWellFormed().normalize('NFC').replace(neverInNames, '').trim().split(/[\\/]/).at(-1) ?? '';
  const [, base = name, extension = ''] = /^(.*)\.([a-z][a-z0-9]{1,4})$/i.exec(name) ?? [];
  // "方案.v2" has a version, not an extension.
  return /^v\d+$/i.test(extension) ? { base: name, extension: '' } : { base, extension };
}

function safeBase(base: string): string {
  const plain = base
    .replace(refusedByWindows, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = [...plain].slice(0, charactersAtMost).join('').trim();
  if (short === '') return '佐证';
  return namesOfDevices.test(short) ? `_${short}` : short;
}
