const most = 160;
/** Signs that move the cursor, turn the text around or cannot be seen. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Values and places out of a file that anybody may have written, as they may be shown or printed: short, on one line, nothing hidden. */
export const plainJson = {
  value: (value: unknown): string => shorten(escaped(JSON.stringify(value) ?? '')),
  path: (path: string): string => shorten(escaped(path)),
};

function escaped(text: string): string {
  return text.replace(unprintable, sign => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

function shorten(text: string): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
