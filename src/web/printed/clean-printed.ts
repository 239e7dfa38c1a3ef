import type { PrintedBlock, PrintedFact, PrintedPart, PrintedReport } from '#report/printed-report.ts';

/** Controls but line breaks, marks that turn the reading direction around, and what XML does not know. */
const unwanted = /[^\P{Cc}\n]|[\p{Cf}\p{Noncharacter_Code_Point}]/gu;

/** A text that every format can hold: well-formed and without invisible signs. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unwanted, '');
}

/** All texts of a report made clean, in one place, so that no builder can forget it. Drawings are clean already. */
export function cleanPrinted(report: PrintedReport): PrintedReport {
  return {
    language: report.language,
    title: cleanText(report.title),
    subtitle: cleanText(report.subtitle),
    runningTitle: cleanText(report.runningTitle),
    facts: report.facts.map(cleanFact),
    summary: cleanPart(report.summary),
    parts: report.parts.map(cleanPart),
    annexes: report.annexes.map(cleanPart),
  };
}

export function cleanPart({ id, title, blocks }: PrintedPart): PrintedPart {
  return { id, title: cleanText(title), blocks: blocks.map(cleanBlock) };
}

function cleanFact({ label, value }: PrintedFact): PrintedFact {
  return { label: cleanText(label), value: cleanText(value) };
}

function cleanBlock(block: PrintedBlock): PrintedBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return { ...block, text: cleanText(block.text) };
    case 'list':
      return { ...block, items: block.items.map(cleanText) };
    case 'facts':
      return { ...block, facts: block.facts.map(cleanFact) };
    case 'chart':
      return { ...block, caption: cleanText(block.caption), alt: cleanText(block.alt) };
    case 'signatures':
      return { ...block, labels: block.labels.map(cleanText) };
    case 'table': {
      const { caption, columns, rows } = block.table;
      return {
        kind: 'table',
        table: {
          ...block.table,
          caption: cleanText(caption),
          columns: columns.map(column => ({ ...column, title: cleanText(column.title) })),
          rows: rows.map(row => row.map(cell => ({ ...cell, text: cleanText(cell.text) }))),
        },
      };
    }
  }
}
