/** Controls, marks that turn the reading direction around, and what XML does not know. */
const unwanted = /[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;

/** A text of the content as it may stand in a picture: one line, well-formed, without invisible signs. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').replace(unwanted, '').trim();
}
