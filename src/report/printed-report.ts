/**
 * A report in the words of one language, ready to be set by any renderer: no codes, no rules, nothing left to decide but how it looks.
 * Whoever makes one (web) chooses the words; whoever prints one (publish) chooses the type.
 */
export type PrintedReport = {
  language: 'zh-CN' | 'en';
  title: string;
  /** Such as city and period; below the title. */
  subtitle: string;
  /** What stands on the first page under the title: label and value. */
  facts: PrintedFact[];
  /** Short; stands at the foot or head of each page. */
  runningTitle: string;
  /** The leader's summary: one page that can be taken out and read alone. */
  summary: PrintedPart;
  /** Numbered by the renderer in the way of its format: 一、 …; 1. …. */
  parts: PrintedPart[];
  /** 附件 1, 2, …, numbered by the renderer. */
  annexes: PrintedPart[];
};

/** `id` is stable over languages and formats, such as `results`; headings carry no number. */
export type PrintedPart = { id: string; title: string; blocks: PrintedBlock[] };

export type PrintedFact = { label: string; value: string };

export type PrintedBlock =
  /** （一） or 1.1 for level 2, 1. or 1.1.1 for level 3, （1） or 1.1.1.1 for level 4; numbered by the renderer. */
  | { kind: 'heading'; level: 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; text: string }
  /** Stands out: a condition, a warning, what the numbers do not say. */
  | { kind: 'note'; tone: 'plain' | 'warn' | 'stop'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; facts: PrintedFact[] }
  | { kind: 'table'; table: PrintedTable }
  /** A chart of `chart-names.ts` as SVG with the words of this language; `alt` says what it shows. */
  | { kind: 'chart'; caption: string; alt: string; svg: string }
  /** Lines to be filled in by hand: 填报人, 审核人, 分管领导, 盖章. */
  | { kind: 'signatures'; labels: string[] };

export type PrintedTable = {
  caption: string;
  columns: PrintedColumn[];
  /** As many cells as columns. */
  rows: PrintedCell[][];
  /** Many columns or long texts: the renderer may turn the page. */
  isWide: boolean;
};

/** `share` is the width in relation to the other columns, such as 1 and 3. */
export type PrintedColumn = { title: string; share: number; align: 'start' | 'center' | 'end' };

/** `code` chooses a mark beside the words (never instead of them). */
export type PrintedCell = { text: string; mark?: 'stop' | 'warn' | 'ok' | 'open' };
