import type { Checklist } from '../checklist-schema.ts';
import { type Finding, finding, type Path, type Wording } from './finding.ts';
import { textsIn } from './texts.ts';

const habits = {
  zh: [
    {
      pattern: /(?<=\p{Script=Han}[”’）》]?)[,;:?!.()]|[,;:?!.()](?=[“‘（《]?\p{Script=Han})/gu,
      message: { zh: '中文里用全角标点', en: 'Chinese takes full-width punctuation' },
    },
    { pattern: /\d\s+%/g, message: { zh: '百分号前不空格', en: 'no space before % in Chinese' } },
  ],
  en: [
    {
      pattern: /[，；：。？！、（）]/g,
      message: { zh: '英文里用半角标点', en: 'English takes half-width punctuation' },
    },
    { pattern: /\d%/g, message: { zh: '英文的百分号前空一格', en: 'a space before % in English' } },
  ],
};

export function findPunctuation(checklist: Checklist): Finding[] {
  return textsIn(checklist).flatMap(({ text, path }) =>
    (['zh', 'en'] as const).flatMap(language =>
      habits[language].flatMap(({ pattern, message }) =>
        (text[language]?.match(pattern) ?? []).slice(0, 1).map(found => wrongMark(found, [...path, language], message)),
      ),
    ),
  );
}

function wrongMark(found: string, path: Path, message: Wording): Finding {
  return finding('punctuation', path, { zh: `“${found}”：${message.zh}`, en: `"${found}": ${message.en}` });
}
