/** Sizes of `rencheng.css`, section 11, in rem. `look`: its class. */
const densities = [
  { look: '', font: 1.3125, leading: 1.5, padding: 0.5, head: 2.75, question: 1.5, questionLeading: 1.6, top: 1.75 },
  {
    look: 'is-dense',
    font: 1.1875,
    leading: 1.42,
    padding: 0.4375,
    head: 2.75,
    question: 1.375,
    questionLeading: 1.5,
    top: 1.25,
  },
  {
    look: 'is-denser',
    font: 1.0625,
    leading: 1.38,
    padding: 0.375,
    head: 2.25,
    question: 1.375,
    questionLeading: 1.5,
    top: 1.25,
  },
  {
    look: 'is-densest',
    font: 0.9375,
    leading: 1.34,
    padding: 0.3125,
    head: 2.25,
    question: 1.25,
    questionLeading: 1.45,
    top: 1.25,
  },
  {
    ...{ look: 'is-smallest', font: 0.875, leading: 1.3, padding: 0.25 },
    ...{ head: 2, question: 1.125, questionLeading: 1.4, top: 1 },
  },
] as const;
type Density = (typeof densities)[number];

/**
 * What a screen of 16:10 leaves for the item, in rem: the narrowest and, at 16:9, the lowest that has to do without scrolling. English
 * names of levels are as wide as their font makes them.
 */
const room = { width: 48, names: { zh: 9, en: 4.75 }, nameFonts: { zh: 0, en: 7.25 }, height: 36 };

type Texts = { title: string; question: string; levels: string[]; language: 'zh' | 'en' };

/** Long texts are set smaller, so that nothing has to be scrolled. */
export function densityOf(texts: Texts): Density['look'] {
  const fitting = densities.find(density => heightOf(density, texts) <= room.height);
  return (fitting ?? densities[4]).look;
}

function heightOf(density: Density, { title, question, levels, language }: Texts): number {
  const { font, leading, padding, head, question: asked, questionLeading, top } = density;
  const width = room.width - room.names[language] - room.nameFonts[language] * font;
  const rows = levels.map(text => linesOf(text, font, width) * font * leading + 2 * padding + 0.06);
  return (
    linesOf(title, head, room.width - 2 * head) * head * 1.25 +
    0.75 +
    linesOf(question, asked, room.width) * asked * questionLeading +
    top +
    rows.reduce((sum, row) => sum + row, 0)
  );
}

/** A Chinese character is as wide as it is high, a letter a little more than half of that. */
function linesOf(text: string, font: number, width: number): number {
  const letters = Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.58), 0);
  return Math.max(1, Math.ceil((letters * font * 1.04) / width));
}
