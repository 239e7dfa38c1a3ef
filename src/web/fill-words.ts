type Params = Record<string, string | number>;
type Piece = (params: Params) => string;

/** Words with their holes open, such as `{{name}}`, become words that are filled in: each is taken apart once. */
export function fillWords(openWord: (key: string, count: number | undefined) => string, language: string) {
  const plurals = new Intl.PluralRules(language);
  const kept = new Map<string, Piece[]>();
  return (key: string, params: Params = {}) => {
    const count = typeof params.count === 'number' ? params.count : undefined;
    const known = count === undefined ? key : `${key} ${formOf(count, plurals)}`;
    const pieces = kept.get(known) ?? piecesOf(openWord(key, count));
    kept.set(known, pieces);
    return pieces.map(piece => piece(params)).join('');
  };
}

/** Numbers of one form share a word; nothing may have a word of its own. */
function formOf(count: number, plurals: Intl.PluralRules): string {
  return count === 0 ? 'zero' : plurals.select(count);
}

/** Texts and holes in turn. What is not given stays empty; what is given is never looked through for holes again. */
function piecesOf(word: string): Piece[] {
  const parts = word.split(/{{(\w+)}}/);
  return parts.map((part, index) => (index % 2 === 0 ? () => part : params => String(params[part] ?? '')));
}
