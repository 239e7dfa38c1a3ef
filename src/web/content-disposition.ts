/** The header that names a download (RFC 6266): the real name for today's browsers, an ASCII one for the rest. */
export function contentDisposition(name: string, asciiName: string): string {
  const safe = name.toWellFormed().replace(notInFileNames, '-');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${asciiName}"; filename*=UTF-8''${encoded}`;
}

/** Signs that Windows refuses in names of files. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const notInFileNames = /[\\/:*?"<>|\u0000-\u001f]/g;
