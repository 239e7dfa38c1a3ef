import type { PrintedReport } from '#report/printed-report.ts';

/** What a document says of itself, beside what the report says. */
type DocumentWords = {
  contents: string;
  annex: string;
  /** `codes` as `U+20BB7`. */
  missingCharacters: (codes: string) => string;
};

export const documentWords = {
  'zh-CN': {
    contents: '目录',
    annex: '附件',
    missingCharacters: codes =>
      `本文件所用字体缺少下列文字，正文中以其统一码编号代替，例如〔U+20BB7〕：${codes}。需要原字的，请用网页或 DOCX 版本核对。`,
  },
  en: {
    contents: 'Contents',
    annex: 'Annex',
    missingCharacters: codes =>
      `The font of this file lacks these characters; in their place stands their Unicode number, such as 〔U+20BB7〕: ${codes}. The page and the DOCX version have the characters themselves.`,
  },
} satisfies Record<PrintedReport['language'], DocumentWords>;
