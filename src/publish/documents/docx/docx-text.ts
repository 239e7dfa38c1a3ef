import { type IRunOptions, TextRun } from 'docx';
import { cleanText } from '../printable-text.ts';

/** A text as runs, with its line breaks; the language tells Word how to check and break it. */
export function runsOf(text: string, language: 'zh-CN' | 'en', options: IRunOptions = {}): TextRun[] {
  const spoken = language === 'en' ? { language: { value: 'en-GB', eastAsia: 'zh-CN' } } : {};
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...options, ...spoken, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}
