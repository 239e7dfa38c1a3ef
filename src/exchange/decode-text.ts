import { refusedFile } from './refused-file.ts';

/** The text of a file: UTF-8 with or without its mark, UTF-16 with it, otherwise GB18030, as Chinese spreadsheets save it. Throws AppError `faulty-input`. */
export function decodeText(bytes: Buffer): string {
  const text = decoded(bytes);
  if (text === undefined || text.includes('\u0000'))
    throw refusedFile(
      '文件读不出文字；请存为 xlsx，或 UTF-8、GB18030 编码的 CSV',
      'no text can be read from the file; save it as xlsx, or as CSV in UTF-8 or GB18030',
    );
  return text;
}

function decoded(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, 'utf-16le');
  return attempt(bytes, 'utf-8') ?? attempt(bytes, 'gb18030');
}

function attempt(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
