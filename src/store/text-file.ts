import type { Text } from '#shared/text.ts';
import { fileChunks } from './file-chunks.ts';

const markup = /<(?:!doctype|\?xml|\?php|html|head|body|svg|script|iframe|style|object|embed|img|a\s)/i;
const scriptStart = /^\s*(?:#!|@echo\s+off|<)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
const neverInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** As much of the text before as markup could have begun in. */
const overlap = 16;

/** What speaks against keeping the file as plain text; undefined for text in UTF-8 or GB18030 without markup. */
export async function findTextFault(file: string): Promise<Required<Text> | undefined> {
  const asUtf8 = await faultIn(file, 'utf-8');
  return words(asUtf8 === 'encoding' ? await faultIn(file, 'gb18030') : asUtf8);
}

type TextFault = 'encoding' | 'binary' | 'markup';

async function faultIn(file: string, encoding: string): Promise<TextFault | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let before: string | undefined;
  try {
    for await (const chunk of fileChunks(file, 65_536)) {
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

function words(found: TextFault | undefined): Required<Text> | undefined {
  switch (found) {
    case undefined:
      return undefined;
    case 'markup':
      return {
        zh: '文件里有网页代码或脚本，不能作为附件',
        en: 'the file holds web page code or a script, which is not accepted',
      };
    default:
      return {
        zh: '文件不是 UTF-8 或 GB18030 编码的纯文本',
        en: 'the file is not plain text in UTF-8 or GB18030',
      };
  }
}
