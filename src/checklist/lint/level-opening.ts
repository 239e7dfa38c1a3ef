const openings = { zh: /^达到\s*-?\d+\s*级[，,]?且?/, en: /^Level\s+-?\d+,?\s*(?:and\b)?\s*/i };

/** “达到 N 级，且”, "Level N, and" and misspelt ones. */
export function hasOpening(text: string, language: 'zh' | 'en'): boolean {
  return openings[language].test(text);
}

export function withoutOpening(text: string, language: 'zh' | 'en'): string {
  return text.replace(openings[language], '');
}
