import type { ComparedSide } from '#report/comparison-document.ts';
import type { LineUp } from '#report/line-up.ts';
import type { Format } from '../format.ts';
import { type CompareCell, type CompareTable, numberCell } from './compare-table.ts';

type SideWords = { name: string; side: ComparedSide; common: LineUp['figures'][number] | undefined };

/** What each assessment is and comes to by itself, one column an assessment. */
export function sidesTable({ sides, figures, common }: LineUp, names: string[], format: Format): CompareTable {
  const { t, score, percent, day } = format;
  const all = sides.map((side, index): SideWords => ({ name: names[index] ?? '', side, common: figures[index] }));
  const row = (key: string, cellOf: (words: SideWords) => CompareCell, note: string | null = null) => ({
    ...{ code: null, title: t(`compare.side.${key}`), note },
    cells: all.map(cellOf),
  });
  return {
    corner: t('compare.side'),
    heads: names.map(label => ({ label, classes: 'number' })),
    rows: [
      row('day', ({ name, side }) => numberCell(name, day(side.referenceDate))),
      row('checklist', ({ name, side }) =>
        numberCell(
          name,
          t('compare.checklist', { title: format.text(side.checklist.title), version: side.checklist.version }),
        ),
      ),
      row('state', ({ name, side }) => numberCell(name, t(`assessment.state.${side.state}`))),
      row('coverage', ({ name, side }) => numberCell(name, percent(side.shown.coverage))),
      row('claimed', ({ name, side }) => numberCell(name, score(side.shown.score), rangeOf(side, format))),
      row('supported', ({ name, side }) => numberCell(name, score(side.supported))),
      row('grade', ({ name, side }) => numberCell(name, gradeOf(side.grade, format), supportedGrade(side, format))),
      row(
        'common-claimed',
        ({ name, common }) => numberCell(name, score(common?.claimed ?? null)),
        t('compare.side.common.note', { count: common }),
      ),
      row(
        'common-supported',
        ({ name, common }) => numberCell(name, score(common?.supported ?? null)),
        t('compare.side.common.note', { count: common }),
      ),
    ],
  };
}

function rangeOf({ shown: { low, high } }: ComparedSide, format: Format): string | null {
  return low === null || high === null || low === high
    ? null
    : format.t('report.range', { low: format.score(low), high: format.score(high) });
}

function gradeOf(grade: ComparedSide['grade'], { t, text }: Format): string {
  return grade ? t('report.grade-name', { id: grade.id, label: text(grade.label) }) : t('start.no-grade');
}

function supportedGrade({ supportedGrade }: ComparedSide, format: Format): string {
  return format.t('compare.side.supported-grade', { grade: gradeOf(supportedGrade, format) });
}
