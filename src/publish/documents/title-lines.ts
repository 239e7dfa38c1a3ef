/** Where a title may go on in the next line without parting a name: behind a closing 》 and behind an English colon. */
const seams = /(?<=》)(?=.)|(?<=: )/u;

/** A title that is longer than a line, in lines that each mean something; `characters` of full width fit in one, Latin ones count half. */
export function titleLines(title: string, characters: number): string[] {
  if (widthOf(title) <= characters) return [title];
  return title
    .split(seams)
    .map(line => line.trim())
    .filter(line => line !== '');
}

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character < firstFullWidth ? 0.5 : 1), 0);
}

/** Where signs and letters of Chinese begin. */
const firstFullWidth = '\u3000';
