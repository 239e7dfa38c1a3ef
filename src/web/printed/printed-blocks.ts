import type { PrintedBlock, PrintedCell, PrintedColumn, PrintedFact } from '#report/printed-report.ts';

/** The blocks of a printed part, by the shortest way to write them. */

export function paragraph(text: string): PrintedBlock[] {
  return text === '' ? [] : [{ kind: 'paragraph', text }];
}

export function heading(text: string, level: 2 | 3 | 4 = 2): PrintedBlock {
  return { kind: 'heading', level, text };
}

export function note(text: string, tone: 'plain' | 'warn' | 'stop' = 'plain'): PrintedBlock {
  return { kind: 'note', tone, text };
}

export function list(items: string[]): PrintedBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

export function factList(facts: PrintedFact[]): PrintedBlock[] {
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

type Given = { caption: string; columns: PrintedColumn[]; rows: (string | PrintedCell)[][]; isWide?: boolean };

/** Nothing where there are no rows. */
export function table({ caption, columns, rows, isWide = false }: Given): PrintedBlock[] {
  if (rows.length === 0) return [];
  const cells = rows.map(row => row.map(cell => (typeof cell === 'string' ? { text: cell } : cell)));
  return [{ kind: 'table', table: { caption, columns, rows: cells, isWide } }];
}

export function words(title: string, share = 1): PrintedColumn {
  return { title, share, align: 'start' };
}

export function figures(title: string, share = 1): PrintedColumn {
  return { title, share, align: 'end' };
}
