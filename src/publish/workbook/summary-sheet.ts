import { wholeCell } from './area-sheet.ts';
import { cell, formula, headingCell, leadCell } from './cells.ts';
import { dash, quotedText } from './formulas.ts';
import type { Book } from './open-book.ts';
import type { AreaColumn } from './score-columns.ts';
import type { Row, Sheet } from './sheet.ts';
import { type Languages, type SheetLanguage, say, sayInLine } from './workbook-wording.ts';

const figures = ['score', 'low', 'high', 'coverage', 'supported'] as const satisfies AreaColumn[];

/** What the report says, beside what the sheets calculate now: whoever changes a level sees that the file is no longer the report. */
export function summarySheet(book: Book): Sheet {
  const { languages, names } = book;
  const head = headOf(languages);
  const firstFigure = head.length + 2;
  return {
    name: names.summary,
    widths: [30, 22, 22, 60],
    rows: [
      ...head,
      {
        cells: ['figure', 'reported', 'calculated', 'remark'].map(column =>
          headingCell(languages, `summary.${column}`),
        ),
        height: 32,
      },
      ...figures.map(figure => figureRow(figure, book)),
      agreementRow(firstFigure, languages),
      ...gradeRows(languages),
      { cells: [] },
      ...sectionRows(languages, 'reasons', ({ report }) => report.reasons),
      ...factRows(languages),
    ],
    frozen: { rows: 1, columns: 0 },
    orientation: 'landscape',
    checks: [],
    colours: [],
  };
}

function headOf(languages: Languages): Row[] {
  return [
    {
      cells: [
        cell(
          sayInLine(languages, ({ report }) => report.title),
          'title',
        ),
      ],
      height: 28,
    },
    ...languages.map(({ t }) => ({ cells: [leadCell(t('workbook.summary.about'), 4)] })),
    {
      cells: [
        cell(
          sayInLine(languages, ({ report }) => report.headline),
          'section',
        ),
      ],
      height: 24,
    },
  ];
}

function figureRow(figure: (typeof figures)[number], book: Book): Row {
  const { report, languages } = book;
  const shown = report.overall[figure];
  const style = figure === 'coverage' ? 'whole' : 'score-strong';
  const label = say(languages, ({ t }) => t(`workbook.summary.${figure}`));
  const remark = say(languages, ({ t }) => t(`workbook.summary.${figure}.remark`));
  return {
    cells: [
      cell(label, 'strong'),
      cell(shown ?? dash, style),
      formula(wholeCell(book, figure), shown ?? dash, style),
      cell(remark, 'text'),
    ],
  };
}

/** Says of itself whether somebody has changed the sheets since. */
function agreementRow(firstFigure: number, languages: Languages): Row {
  const same = figures.map((_, index) => `B${firstFigure + index}=C${firstFigure + index}`).join();
  const words = (key: string) => sayInLine(languages, ({ t }) => t(`workbook.summary.${key}`));
  const [agrees, differs] = [words('agrees'), words('differs')];
  return {
    cells: [
      cell(words('agreement'), 'strong'),
      { ...formula(`IF(AND(${same}),${quotedText(agrees)},${quotedText(differs)})`, agrees, 'strong'), span: 3 },
    ],
  };
}

function gradeRows(languages: Languages): Row[] {
  const row = (key: string, words: (language: SheetLanguage) => string): Row => ({
    cells: [
      cell(
        say(languages, ({ t }) => t(`workbook.summary.${key}`)),
        'strong',
      ),
      cell(say(languages, words), 'text'),
      cell('', 'text'),
      cell(
        say(languages, ({ t }) => t('workbook.summary.grade.remark')),
        'text',
      ),
    ],
  });
  return [row('grade', ({ report }) => report.grade), row('supported-grade', ({ report }) => report.supportedGrade)];
}

function sectionRows(languages: Languages, key: string, lines: (language: SheetLanguage) => string[]): Row[] {
  const title = sayInLine(languages, ({ t }) => t(`workbook.summary.${key}`));
  return [
    { cells: [cell(title, 'section')], height: 24 },
    ...languages.flatMap(language => lines(language).map(line => ({ cells: [leadCell(line, 4)] }))),
  ];
}

/** Scope, checklist, dates, trail. One language may have more of them than the other: what only its readers need to know. */
function factRows(languages: Languages): Row[] {
  const count = Math.max(0, ...languages.map(({ report }) => report.facts.length));
  const title = sayInLine(languages, ({ t }) => t('workbook.summary.facts'));
  const rows = Array.from({ length: count }, (_, index): Row => {
    const having = languages.filter(({ report }) => index < report.facts.length);
    const fact = (of: 'label' | 'value') => say(having, ({ report }) => report.facts[index]?.[of] ?? '');
    return { cells: [cell(fact('label'), 'strong'), { ...cell(fact('value'), 'text'), span: 3 }] };
  });
  return [{ cells: [] }, { cells: [cell(title, 'section')], height: 24 }, ...rows];
}
