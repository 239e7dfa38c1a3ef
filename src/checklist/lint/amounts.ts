const counters = '类个项种处次家条件起座份台辆区县户栋所支人名遍轮级环步张';
const chineseAmount = new RegExp(
  `\\d+(?:\\.\\d+)?\\s*%?|[一二两三四五六七八九十百]+(?=[${counters}])|每(?:半年|年|季度?|月|周|[天日])`,
  'g',
);
const englishAmount =
  /\d+(?:\.\d+)?(?:\s*%)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|half)\b|\b(?:every|each) (?:six months|year|quarter|month|week|day)\b/gi;

/** How many, how much, how often, in figures or in words. */
export function amountsIn(text: string, language: 'zh' | 'en'): string[] {
  return text.match(amountPattern[language]) ?? [];
}

/** The text with every amount taken for the same. */
export function withoutAmounts(text: string, language: 'zh' | 'en'): string {
  return text.replace(amountPattern[language], '#').replace(/\s/g, '');
}

const amountPattern = { zh: chineseAmount, en: englishAmount };
