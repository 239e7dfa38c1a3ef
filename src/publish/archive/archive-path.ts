// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\:*?"<>|]/g;
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const longestName = 120;

/** A path that stays inside the folder it is unpacked into, on every system; `taken` are those given before, in small letters. */
export function archivePath(wanted: string, taken: Set<string>): string {
  const segments = wanted.toWellFormed().normalize('NFC').split('/').map(safeSegment);
  const path = segments.filter(segment => segment !== '').join('/') || '_';
  const free = freePath(path, taken);
  taken.add(free.toLowerCase());
  return free;
}

function safeSegment(segment: string): string {
  const plain = segment.replace(unsafe, '-').replace(/^[. ]+|[. ]+$/g, '');
  const { base, ending } = partsOf(plain);
  const short = [...base].slice(0, longestName).join('').trim() + ending;
  return devices.test(short) ? `_${short}` : short;
}

function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path.toLowerCase())) return path;
  const { base, ending } = partsOf(path);
  for (let number = 2; ; number++) {
    const candidate = `${base} (${number})${ending}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function partsOf(path: string): { base: string; ending: string } {
  const [, base = path, ending = ''] = /^(.*?[^/])(\.[^./]{1,10})$/.exec(path) ?? [];
  return { base, ending };
}
