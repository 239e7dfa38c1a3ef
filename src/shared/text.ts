import { z } from 'zod';

export const languageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A text of the content in both languages; Chinese is always there. */
export const textSchema = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1).optional() });
export type Text = z.infer<typeof textSchema>;

/** Falls back to Chinese where the English is missing. */
export function inLanguage(text: Text, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh;
}
