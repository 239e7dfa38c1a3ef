/** The words of "Writing an item" that stand where something countable is wanted. What follows or precedes them in a term with a fixed meaning is excluded. */
const chineseWords = [
  '一些',
  '(?<!组成|全)部分',
  '多数',
  '主要(?!负责人)',
  '(?<!消防安全)重点',
  '较好',
  '健全',
  '完善',
  '有效(?!期)',
  '(?<!技术|设计|标准|工程|国家|行业|操作|施工|验收)规范',
  '良好',
  '充分',
  '适当',
  '及时(?!率)',
  '快速(?!路)',
  '(?<!不)定期|不定期',
  '常态化',
  '不断(?![电水气])',
  '基本(?!农田|风压)',
  '初步',
  '逐步',
  '加强',
  '推进',
  '提升(?!泵)',
  '进一步',
  '相关',
  '有关',
  '(?<![同平相中高对初均上下优特一二三四五])等(?![级同于值分待效候量温压次])',
  '联动',
  '协同',
  '统筹',
  '全覆盖',
  '应接尽接',
  '突破',
];

const englishWords = [
  'some',
  '(?<!at )most(?! recent)',
  'key',
  'partial(?:ly)?',
  'generally',
  'adequate(?:ly)?',
  'effective(?:ly)?',
  'robust',
  'comprehensive(?:ly)?',
  'timely',
  'prompt(?:ly)?',
  'regular(?:ly)?',
  'ongoing',
  'in place',
  '(?:well )?established',
  'strengthen\\w*',
  'improv\\w*',
  'ensur\\w*',
  'relevant',
  'appropriate(?:ly)?',
  'sufficient(?:ly)?',
  'etc',
  'coordinat\\w*',
  'integrat\\w*',
  'full coverage',
];

const vague = {
  zh: new RegExp(chineseWords.join('|'), 'g'),
  en: new RegExp(`\\b(?:${englishWords.join('|')})\\b`, 'gi'),
};

const quoted = { zh: /“[^”]*”|《[^》]*》/g, en: /“[^”]*”|"[^"]*"/g };

/** A name in quotation marks is not the item's own word. */
export function vagueWordsIn(text: string, language: 'zh' | 'en'): string[] {
  return text.replace(quoted[language], '').match(vague[language]) ?? [];
}

export function withoutVagueWords(text: string, language: 'zh' | 'en'): string {
  return text.replace(vague[language], '');
}
