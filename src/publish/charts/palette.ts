/**
 * The light tokens of `rencheng.css`, as literals for files. No two are equal: on a page each becomes the class
 * `fill-<token>` or `stroke-<token>`, so that charts follow the theme. What is white twice differs by one shade.
 */
export const palette = {
  surface: '#ffffff',
  sunken: '#ebefef',
  line: '#d8dfdf',
  'line-control': '#7b8989',
  ink: '#17201f',
  'ink-2': '#435150',
  'ink-3': '#5a6867',
  accent: '#0b5c68',
  'on-accent': '#fffffe',
  'level-0': '#8a3d14',
  'level-1': '#cf8a4c',
  'level-2': '#ecd5b2',
  'level-3': '#c5dedf',
  'level-4': '#62a5ab',
  'level-5': '#12616c',
  'level-0-ink': '#fffffd',
  'level-1-ink': '#241203',
  'level-2-ink': '#2b1d0a',
  'level-3-ink': '#0d2a2c',
  'level-4-ink': '#04201f',
  'level-5-ink': '#fffffc',
} as const;

const levels = ['level-0', 'level-1', 'level-2', 'level-3', 'level-4', 'level-5'] as const;

/** Fill and ink of a step from 0 to 5. */
export function levelColours(step: number): { fill: string; ink: string } {
  const token = levels[step] ?? 'level-0';
  return { fill: palette[token], ink: palette[`${token}-ink`] };
}

const tokenOf = new Map<string, string>(Object.entries(palette).map(([token, literal]) => [literal, token]));

/** The same marks with classes in place of literal colours. */
export function colourByClass(svg: string): string {
  return svg.replace(/<[a-z]+[^>]*>/g, tag => {
    const classes: string[] = [];
    const bare = tag.replace(/ (fill|stroke)="(#[0-9a-f]{6})"/g, (attribute, kind: string, literal: string) => {
      const token = tokenOf.get(literal);
      if (token === undefined) return attribute;
      classes.push(`${kind}-${token}`);
      return '';
    });
    return classes.length === 0 ? bare : bare.replace(/^<[a-z]+/, name => `${name} class="${classes.join(' ')}"`);
  });
}
