import { evidenceRegister, type RegisteredEvidence } from '#assessment/evidence-register.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import { ceilings } from '#scoring/evidence-ceiling.ts';
import { countsWith, validityOf } from '#scoring/evidence-validity.ts';
import { daysBetween } from '#shared/iso-day.ts';
import { cell, headingCell, headingRow, headRows } from './cells.ts';
import type { Book } from './open-book.ts';
import type { CellValue, Row, Sheet } from './sheet.ts';
import { say } from './workbook-wording.ts';
import { areaOf } from './write-workbook.ts';

const columns = [
  ...(['kind', 'title', 'number', 'date', 'until', 'validity', 'ceiling', 'items'] as const),
  ...(['kept-at', 'link', 'file', 'sha256'] as const),
];
const widths = [14, 38, 20, 12, 12, 18, 9, 18, 24, 30, 28, 34];

/** The register: every record once, with the items that use it. */
export function evidenceSheet(book: Book): Sheet {
  const { report, languages, names } = book;
  const codes = new Map(itemsOf(report.wholeChecklist).map(({ id, code }) => [id, code]));
  const register = evidenceRegister(report.assessment);
  return {
    name: names.evidence,
    widths,
    rows: [
      ...headRows(names.evidence, ({ t }) => t('workbook.evidence.about'), { languages }),
      { cells: columns.map(column => headingCell(languages, `evidence.${column}`)), height: 32 },
      ...register.map(entry => recordRow(entry, codes, book)),
    ],
    frozen: { rows: headingRow, columns: 2 },
    orientation: 'landscape',
    filter: areaOf({ row: headingRow, column: 1 }, { row: headingRow + register.length, column: columns.length }),
    checks: [],
    colours: [],
  };
}

function recordRow({ record, usedBy }: RegisteredEvidence, codes: ReadonlyMap<string, string>, book: Book): Row {
  const { languages } = book;
  const { kind, title, number, date, validUntil, keptAt, link, file } = record;
  const items = usedBy.map(({ item }) => codes.get(item) ?? item);
  return {
    cells: [
      cell(
        say(languages, ({ t }) => t(`assessment.evidence.${kind}`)),
        'text',
      ),
      cell(title, 'strong'),
      cell(number, 'text'),
      cell(dayOf(date), 'day'),
      cell(dayOf(validUntil), 'day'),
      cell(validityWords(record, book), 'text'),
      cell(ceilings[kind], 'whole'),
      cell(items.join(' '), 'text'),
      cell(keptAt, 'text'),
      cell(link, 'text'),
      cell(file?.name, 'text'),
      cell(file?.sha256, 'code'),
    ],
  };
}

function dayOf(day: string | undefined): CellValue {
  return day === undefined ? null : { day };
}

function validityWords(record: RegisteredEvidence['record'], { report, languages }: Book): string {
  const { referenceDate } = report.assessment.setup;
  const validity = validityOf(record, referenceDate);
  const count = daysBetween(referenceDate, record.validUntil ?? referenceDate);
  const words = say(languages, ({ t }) => t(`evidence.validity.${validity}`, { count }));
  return countsWith(validity) ? words : `✕ ${words}`;
}
