import type { ComparedSide } from '#report/comparison-document.ts';
import type { Format } from '../format.ts';

type Sides = { before: ComparedSide; after: ComparedSide };

/** The scores after the move in large, with those before beside them. */
export function versionFigures({ before, after }: Sides, format: Format) {
  const { t, score } = format;
  const figure = (key: string, from: string, to: string, isSupported: boolean) => ({
    label: t(`version.figure.${key}`),
    value: to,
    note: from === to ? t('version.figure.same') : t('version.figure.from-to', { from, to }),
    isSupported,
  });
  return [
    figure('claimed', score(before.shown.score), score(after.shown.score), false),
    figure('supported', score(before.supported), score(after.supported), true),
    figure('grade', gradeOf(before, format), gradeOf(after, format), false),
    figure('coverage', percentOf(before, format), percentOf(after, format), false),
  ];
}

function gradeOf({ grade }: ComparedSide, { text }: Format): string {
  return grade ? text(grade.label) : '—';
}

function percentOf({ shown }: ComparedSide, { percent }: Format): string {
  return percent(shown.coverage);
}
