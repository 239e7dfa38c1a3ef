import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import { documentWords } from '../document-words.ts';

type Language = 'zh-CN' | 'en';

/** Lists that Word numbers by itself, so that a part put in renumbers what follows. */
export const numberingReference = (language: Language, of: 'parts' | 'annexes') => `${of}-${language}`;
export const bulletReference = 'bullets';

export const docxNumbering = {
  config: [
    { reference: numberingReference('zh-CN', 'parts'), levels: chinese('%1、', LevelFormat.CHINESE_COUNTING_THOUSAND) },
    {
      reference: numberingReference('zh-CN', 'annexes'),
      levels: chinese(`${documentWords['zh-CN'].annex} %1　`, LevelFormat.DECIMAL),
    },
    { reference: numberingReference('en', 'parts'), levels: english(['%1', '%1.%2', '%1.%2.%3', '%1.%2.%3.%4']) },
    {
      reference: numberingReference('en', 'annexes'),
      levels: english([`${documentWords.en.annex} %1 `, '%2', '%2.%3', '%2.%3.%4']),
    },
    { reference: bulletReference, levels: [bullet()] },
  ],
};

/** （一）, 1. and （1） below. */
function chinese(first: string, format: 'chineseCountingThousand' | 'decimal'): ILevelsOptions[] {
  return [
    level(0, first, format),
    level(1, '（%2）', LevelFormat.CHINESE_COUNTING_THOUSAND),
    level(2, '%3.', LevelFormat.DECIMAL),
    level(3, '（%4）', LevelFormat.DECIMAL),
  ].map(made => ({
    ...made,
    suffix: LevelSuffix.NOTHING,
    style: { paragraph: { indent: { left: 0, firstLine: 640 } } },
  }));
}

function english(texts: string[]): ILevelsOptions[] {
  return texts.map((text, index) => ({
    ...level(index, text, LevelFormat.DECIMAL),
    suffix: LevelSuffix.SPACE,
    style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
  }));
}

function level(index: number, text: string, format: ILevelsOptions['format']): ILevelsOptions {
  return { level: index, text, alignment: AlignmentType.LEFT, ...(format ? { format } : {}) };
}

function bullet(): ILevelsOptions {
  return {
    ...level(0, '•', LevelFormat.BULLET),
    style: { paragraph: { indent: { left: 960, hanging: 320 } } },
  };
}
