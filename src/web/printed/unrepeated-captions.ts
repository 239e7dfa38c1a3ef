import type { PrintedBlock } from '#report/printed-report.ts';

/** A table needs no caption in the words of the heading above it. */
export function unrepeatedCaptions(title: string, blocks: PrintedBlock[]): PrintedBlock[] {
  let said = title;
  return blocks.map(block => {
    if (block.kind === 'heading') said = block.text;
    if (block.kind !== 'table') return block;
    return block.table.caption === said ? { ...block, table: { ...block.table, caption: '' } } : block;
  });
}
