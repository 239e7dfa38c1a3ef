import type { AnswerChange } from '../assessment/answer-changes.ts';
import type { Format } from '../format.ts';

type Side = NonNullable<AnswerChange['before']>;

/** One side of a change as a page shows it; `whole` is folded away where only the beginning of it stands there. */
export type ShownSide = (Side & { whole: { label: string; text: string } | null }) | null;
export type ShownChange = Omit<AnswerChange, 'before' | 'after'> & { before: ShownSide; after: ShownSide };

const shown = { characters: 300, lines: 8 };

/** A note may have fifty thousand characters; a history of many such notes stays readable. */
export function foldChange(change: AnswerChange, format: Format): ShownChange {
  return { ...change, before: foldSide(change.before, format), after: foldSide(change.after, format) };
}

export function foldSide(side: AnswerChange['before'], { t }: Format): ShownSide {
  if (side === null) return null;
  const characters = [...side.part];
  const lines = side.part.split('\n');
  if (characters.length <= shown.characters && lines.length <= shown.lines) return { ...side, whole: null };
  const beginning = [...lines.slice(0, shown.lines).join('\n')].slice(0, shown.characters).join('');
  return {
    start: side.start,
    part: `${beginning.trimEnd()}…`,
    end: '',
    whole: { label: t('history.whole', { count: characters.length }), text: side.start + side.part + side.end },
  };
}
