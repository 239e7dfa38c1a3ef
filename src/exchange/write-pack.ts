import { Workbook } from '@cj-tech-master/excelts';
import type { Answer } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { sheetName } from '#shared/sheet-name.ts';
import { addAnswersSheet, type SheetParts } from './answers-sheet.ts';
import { addEvidenceSheet } from './evidence-sheet.ts';
import { addGuideSheet } from './guide-sheet.ts';
import { listsSheet } from './lists-sheet.ts';
import { type PackContent, type PackFor, packContent } from './pack-content.ts';
import { marks, packFormat } from './pack-format.ts';
import { addTableSheet } from './table-sheet.ts';
import type { Wording } from './wording.ts';

export type Pack = {
  assessment: Assessment;
  /** The one in scope. */
  checklist: Checklist;
  packFor: PackFor;
  exportedAt: string;
  /** Answers of the year before by item, shown beside; empty where there is none. */
  last: ReadonlyMap<string, Answer>;
};

/** A workbook to be filled in elsewhere and sent back. */
export async function writePack(pack: Pack, wording: Wording): Promise<Uint8Array> {
  const { assessment, checklist, packFor, exportedAt, last } = pack;
  const { t } = wording;
  const workbook = new Workbook();
  workbook.creator = t('site.name');
  workbook.created = new Date(exportedAt);
  const name = namesBeside(['lists', 'rencheng']);
  const content = packContent(assessment, checklist, packFor);
  await addGuideSheet(workbook, name(t('pack.sheet.guide')), { assessment, checklist, packFor, exportedAt, wording });
  const lists = { title: t('pack.list.title'), text: t('pack.list.text') };
  const parts: SheetParts = {
    ...{ assessment, checklist, content, last, wording },
    addList: listsSheet(workbook, lists),
  };
  await addAnswersSheet(workbook, name(t('pack.sheet.answers')), parts);
  await addEvidenceSheet(workbook, name(t('pack.sheet.evidence')), parts);
  for (const table of content.tables)
    await addTableSheet(workbook, name(t('pack.sheet.table', { code: table.item.code })), { table, parts });
  addMetaSheet(workbook, pack, content);
  return workbook.xlsx.writeBuffer();
}

/** Gives each sheet a name that no other has. */
function namesBeside(reserved: readonly string[]): (wanted: string) => string {
  const taken = [...reserved];
  return wanted => {
    const name = sheetName(wanted, taken);
    taken.push(name);
    return name;
  };
}

/** What the reader goes by; it stays when sheets are renamed. */
function addMetaSheet(workbook: Workbook, { assessment, exportedAt }: Pack, { areas, tables }: PackContent): void {
  const sheet = workbook.addWorksheet('rencheng', { state: 'veryHidden' });
  const { id, version, sha256 } = assessment.checklist;
  const rows = Object.entries({ assessment: assessment.id, checklist: id, version, sha256, exportedAt });
  sheet.addRow([marks.meta, packFormat]);
  for (const row of rows) sheet.addRow(row);
  for (const item of areas.flatMap(({ items }) => items)) sheet.addRow(['item', item.id]);
  for (const { item, rowsOnly } of tables) if (rowsOnly) sheet.addRow(['item', item.id]);
}
