import type { Text } from '#shared/text.ts';
import { fileChunks } from './file-chunks.ts';

const markup = /<(?:!doctype|\?xml|\?php|html|head|body|svg|script|iframe|style|object|embed|img|a\s)/i;
const scriptStart = /^\s*(?:#!|@echo\s+off|<)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
const neverInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** As much of the text before as markup could have begun in. */
const overlap = 16;

/** `binary`: it may well be something else than text, whatever its name says. */
export type TextFault = 'binary' | 'utf-16' | 'markup';

export const textFaults = {
  binary: { zh: '文件不是 UTF-8 或 GB18030 编码的纯文本', en: 'the file is not plain text in UTF-8 or GB18030' },
  'utf-16': {
    zh: '文件是 UTF-16 编码，请另存为 UTF-8 或 GB18030（ANSI）',
    en: 'the file is text in UTF-16; save it as UTF-8',
  },
  markup: {
    zh: '文件里有网页代码或脚本，不能作为附件',
    en: 'the file holds web page code or a script, which is not accepted',
  },
} satisfies Record<TextFault, Required<Text>>;

/** What speaks against keeping the file as plain text; undefined for text in UTF-8 or GB18030 without markup. */
export async function findTextFault(file: string): Promise<TextFault | undefined> {
  const asUtf8 = await faultIn(file, 'utf-8');
  if (asUtf8 !== 'encoding') return asUtf8;
  const asGb = await faultIn(file, 'gb18030');
  return asGb === 'encoding' ? 'binary' : asGb;
}

async function faultIn(file: string, encoding: string): Promise<TextFault | 'encoding' | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let before: string | undefined;
  try {
    for await (const chunk of fileChunks(file, 65_536)) {
      if (before === undefined && isUtf16(chunk)) return 'utf-16';
      const text = decoder.decode(chunk, { stream: true });
      if (neverInText.test(text)) return 'binary';
      if (before === undefined && scriptStart.test(text)) return 'markup';
      const joined = (before ?? '') + text;
      if (markup.test(joined)) return 'markup';
      before = joined.slice(-overlap);
    }
    decoder.decode();
    return undefined;
  } catch (error) {
    if (error instanceof TypeError) return 'encoding';
    throw error;
  }
}

/** By its byte order mark. */
function isUtf16(start: Buffer): boolean {
  return (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
}
