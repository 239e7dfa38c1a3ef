/** Two lines of 28 Chinese characters; a Latin character takes half the room. */
const roomFor = 2 * 28 * 2;

/** A line of the one-page summary: what is longer ends in "…", because the report itself has all of it. */
export function clipLine(text: string): string {
  const characters = [...text.toWellFormed().replace(/\s+/g, ' ')];
  let room = roomFor;
  for (const [index, character] of characters.entries()) {
    room -= halfWidths(character);
    if (room < 0) return `${characters.slice(0, index - 1).join('')}…`;
  }
  return characters.join('');
}

function halfWidths(character: string): number {
  return character < '\u2000' ? 1 : 2;
}
