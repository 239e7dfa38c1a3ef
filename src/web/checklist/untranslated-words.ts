import type { Checklist } from '#checklist/checklist-schema.ts';
import { missingEnglish } from '#checklist/missing-english.ts';
import type { Format } from '../format.ts';

/** In English, that and how far the checklist has none; otherwise undefined. */
export function untranslatedWords(checklist: Checklist, { language, t }: Format): string | undefined {
  if (language !== 'en') return undefined;
  const { texts, missing } = missingEnglish(checklist);
  if (missing === 0) return undefined;
  return missing === texts ? t('untranslated.all') : t('untranslated.some', { count: missing, texts });
}
