import type { NumberedBlock, NumberedPart } from './number-headings.ts';
import { pictureSize } from './picture-size.ts';

/** Pages of one direction, set one after another; each begins a new page. */
export type Sheet = { isWide: boolean; blocks: NumberedBlock[] };

/** Pictures with more across than this are too small to read on an upright page, in px. */
const widestUpright = 1000;
/** So many characters before a wide table are turned with it. */
const longestLead = 500;

/** The summary alone, the parts one behind the other, each annex on pages of its own; wide tables turn the page. */
export function pageSheets(numbered: {
  summary: NumberedPart;
  parts: NumberedPart[];
  annexes: NumberedPart[];
}): Sheet[] {
  return [
    ...sheetsOf(blocksOf(numbered.summary)),
    ...sheetsOf(numbered.parts.flatMap(blocksOf)),
    ...numbered.annexes.flatMap(annex => sheetsOf(blocksOf(annex))),
  ];
}

function blocksOf({ title, blocks }: NumberedPart): NumberedBlock[] {
  return [title, ...blocks];
}

function sheetsOf(blocks: NumberedBlock[]): Sheet[] {
  const sheets: Sheet[] = [];
  for (const block of blocks) {
    if (!isWide(block)) {
      put(sheets, { isWide: false, blocks: [block] });
      continue;
    }
    const lead = takeLead(sheets);
    put(sheets, { isWide: true, blocks: [...lead, block] });
  }
  return sheets;
}

function isWide(block: NumberedBlock): boolean {
  if (block.kind === 'chart') return pictureSize(block.svg).width > widestUpright;
  return block.kind === 'table' && block.table.isWide;
}

/** Joined with the last sheet where both have the same direction. */
function put(sheets: Sheet[], sheet: Sheet): void {
  const last = sheets.at(-1);
  if (last?.isWide === sheet.isWide) last.blocks.push(...sheet.blocks);
  else sheets.push(sheet);
}

/** What belongs to the wide table that follows: headings at the end of an upright sheet, and a few words below the last one; a sheet with no more than that whole. */
function takeLead(sheets: Sheet[]): NumberedBlock[] {
  const last = sheets.at(-1);
  if (!last || last.isWide) return [];
  const lead = last.blocks.splice(leadStart(last.blocks));
  if (last.blocks.length === 0) sheets.pop();
  return lead;
}

function leadStart(blocks: NumberedBlock[]): number {
  if (isShort(blocks)) return 0;
  let start = blocks.length;
  for (let length = 0; start > 0; start -= 1) {
    const before = blocks[start - 1];
    if (before?.kind !== 'paragraph' && before?.kind !== 'note') break;
    length += before.text.length;
    if (length > longestLead) return blocks.length;
  }
  const lead = start;
  while (blocks[start - 1]?.kind === 'heading') start -= 1;
  return start < lead ? start : blocks.length;
}

/** Would leave its page nearly empty. */
function isShort(blocks: NumberedBlock[]): boolean {
  const lengths = blocks.map(block => {
    if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'note') return block.text.length;
    return block.kind === 'list' ? block.items.join('').length : Number.POSITIVE_INFINITY;
  });
  return lengths.reduce((sum, length) => sum + length, 0) <= longestLead;
}
